internal import LiaisonLanguage
internal import LiaisonModel

/// Somebody who is quoted.
struct Voice: Sendable {
    /// The person or the firm.
    var item: Int
    var sentence: Int
    /// The firm that the same sentence gives them: "…, said Ines Marchal, chief executive of Orvane".
    var firm: Int?
}

/// For whom "we", "us" and "our" are said.
extension ReferenceResolver {
    /// How many sentences after it was named a voice still speaks.
    private static var voiceReach: Int { 2 }
    /// How many sentences a quotation may go on for before its speaker is named.
    private static var voiceAhead: Int { 3 }

    /// Whether a group is the pronoun by which a firm, or a person, speaks of itself.
    func isVoice(_ group: Int, _ syntax: Syntax) -> Bool {
        let noun = syntax.parse.groups[group]
        guard noun.isPronoun, noun.tokens.count == 1 else { return false }
        let word = text.tokens[noun.head].word
        return words.speakers.contains(word) || words.selves.contains(word)
    }

    /// For whom "we", "us", "our", "I" and "my" are said.
    func voice(at place: Place) -> Reference? {
        words.selves.contains(text.tokens[place.tokens.lowerBound].word)
            ? personOfVoice(at: place) : firmOfVoice(at: place)
    }

    /// Who says "I" and "my".
    private func personOfVoice(at place: Place) -> Reference? {
        guard let voice, place.sentence - voice.sentence <= Self.voiceReach,
            entities.items[voice.item].reference.kind == .person
        else { return nil }
        return reference(voice.item, place, .pronoun)
    }

    /// Takes note of who is quoted: "…," she says.
    mutating func noteVoice(_ syntax: Syntax, _ knowledge: LanguageKnowledge) {
        for verb in syntax.parse.verbs.indices {
            guard let (item, group) = speaker(saying: verb, syntax, knowledge) else { continue }
            voice = Voice(item: item, sentence: syntax.parse.sentence, firm: firmBeside(group, syntax))
        }
    }

    /// Who says what a verb of saying says.
    private func speaker(saying verb: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> (item: Int, group: Int)?
    {
        guard syntax.parse.verbs[verb].kind == .finite, syntax.hasCue(verb, .says) else { return nil }
        let groups = speaker(of: verb, syntax).map { [$0] } ?? syntax.subject(of: verb)
        guard groups.count == 1, let reference = resolve(groups[0], syntax, knowledge) else { return nil }
        return (reference.item, groups[0])
    }

    /// "“We sold it. It was cheap,” says Ines Marchal": who ends a quotation speaks for its earlier sentences.
    mutating func noteVoiceAhead(_ syntax: Syntax, _ knowledge: LanguageKnowledge) {
        let sentence = syntax.parse.sentence
        guard voice?.sentence != sentence,
            text.sentences[sentence].tokens.contains(where: { isVoiceWord(text.tokens[$0].word) }),
            syntax.parse.units.count(where: { $0.kind == .quote }) % 2 == 1
        else { return }
        for next in sentence + 1..<min(sentence + 1 + Self.voiceAhead, text.sentences.count) {
            guard text.sentences[next].paragraph == text.sentences[sentence].paragraph else { return }
            let later = Syntax(text: text, sentence: next, grammar: knowledge.grammar)
            for verb in later.parse.verbs.indices {
                guard let (item, group) = speaker(saying: verb, later, knowledge) else { continue }
                voice = Voice(item: item, sentence: sentence, firm: firmBeside(group, later))
                return
            }
            if later.parse.units.contains(where: { $0.kind == .quote }) { return }
        }
    }

    private func isVoiceWord(_ word: WordID) -> Bool {
        words.speakers.contains(word) || words.ours.contains(word) || words.selves.contains(word)
    }

    /// "Orvane chief executive Ines Marchal", "Ines Marchal, chief executive of Orvane", "Orvane's founder, Ines Marchal": the firm
    /// at which the words beside a person say that they have a post.
    func firmBeside(_ group: Int, _ syntax: Syntax) -> Int? {
        let parse = syntax.parse
        guard let name = parse.groups[group].name, text.names[name].kind == .person else { return nil }
        func firm(_ name: Int) -> Int? {
            let item = entities.itemOfName[name]
            return entities.items[item].reference.kind.family == .organisation ? item : nil
        }
        if !parse.groups[group].isFormer, let leading = parse.groups[group].leading.last, let own = firm(leading) {
            return own
        }
        for post in parse.groups.indices
        where parse.host[post] == group && parse.groups[post].hasNoun && !parse.groups[post].isFormer {
            if let owner = parse.groups[post].possessor, let name = parse.groups[owner].name, let own = firm(name) {
                return own
            }
            if let leading = parse.groups[post].leading.last, let own = firm(leading) { return own }
            let unit = parse.unitOfGroup[post]
            if syntax.kind(unit + 1) == .preposition, let owner = syntax.group(unit + 2),
                let name = parse.groups[owner].name, let own = firm(name)
            {
                return own
            }
        }
        return nil
    }

    /// For whom "we" is said: the firm of the one who is quoted.
    private func firmOfVoice(at place: Place) -> Reference? {
        guard let voice, place.sentence - voice.sentence <= Self.voiceReach else { return nil }
        let kind = entities.items[voice.item].reference.kind
        if kind.family == .organisation, !isOutlet(voice.item) {
            return reference(voice.item, place, .pronoun)
        }
        guard kind == .person else { return nil }
        if let firm = voice.firm { return reference(firm, place, .pronoun) }
        for firms in [led[voice.item], employers[voice.item], founded[voice.item]] {
            guard let firms else { continue }
            if firms.count == 1 { return reference(firms[0], place, .pronoun) }
            let about = firms.filter { isTopic($0, at: place.sentence) }
            return about.count == 1 ? reference(about[0], place, .pronoun) : nil
        }
        // Somebody of whom the text has not told yet speaks for what it is about.
        guard let topic = headings[text.sentences[place.sentence].paragraph] ?? topics[.organisation],
            entities.items[topic].reference.kind == .company
        else { return nil }
        return reference(topic, place, .pronoun)
    }

    /// Takes note of what stands between quotation marks: it is not what the words around it go on about.
    mutating func noteQuotes(_ syntax: Syntax) {
        let marks = syntax.parse.units.filter { $0.kind == .quote }.map(\.tokens)
        for index in stride(from: 0, to: marks.count - 1, by: 2) {
            quoted[syntax.parse.sentence, default: []].append(marks[index].upperBound..<marks[index + 1].lowerBound)
        }
    }

    /// Whether a mention stands between quotation marks and words elsewhere in its sentence do not.
    func isQuoted(_ tokens: Range<Int>, in sentence: Int, unlike place: Place) -> Bool {
        guard place.sentence == sentence, let ranges = quoted[sentence],
            let range = ranges.first(where: { $0.contains(tokens.lowerBound) })
        else { return false }
        // A name or title in quotation marks is no speech.
        return range.count > Self.speechLength && !range.contains(place.tokens.lowerBound)
    }

    /// "« … », rétorque Odile Trémont": who speaks stands behind the verb.
    func speaker(of verb: Int, _ syntax: Syntax) -> Int? {
        let unit = syntax.parse.unitOfVerb[verb]
        guard syntax.kind(unit - 1) == .comma || syntax.kind(unit - 1) == .quote, let next = syntax.group(unit + 1),
            syntax.parse.groups[next].name != nil,
            syntax.parse.verbs[verb].lemmas.contains(where: {
                syntax.grammar.cues.value(of: $0)?.contains(.says) ?? false
            })
        else { return nil }
        return next
    }
}
