internal import LiaisonLanguage
internal import LiaisonModel

/// Sorts out names that cannot be: "La maison" at the beginning of a sentence, an article alone; and cuts what is two names.
struct NameScreen {
    let extractor: Extractor

    /// How sure of a person the recogniser must be for a word that nothing else calls one.
    private static let surePerson: Float = 0.9

    func screen(_ text: inout AnnotatedText) {
        var out: [NameMention] = []
        for mention in text.names {
            if mention.origin == .lexicon {
                out.append(mention)
                continue
            }
            let language = language(of: mention, text)
            guard let knowledge = extractor.knowledge(language) else { continue }
            for part in parts(mention, text, knowledge).map({ trimmed($0, text, knowledge) })
            where isName(part, text, knowledge) {
                out += persons(part, text)
            }
        }
        out = joined(out, text)
        settleEntries(&out, text)
        settleKinds(&out, text)
        settlePersons(&out, text)
        text.names = out
    }

    /// "Groupama Sigorta", "Siemens Next47": what stands right behind a French name with a capital, and is no person or place, belongs
    /// to it.
    private func joined(_ names: [NameMention], _ text: AnnotatedText) -> [NameMention] {
        var out: [NameMention] = []
        var index = 0
        while index < names.count {
            var mention = names[index]
            index += 1
            let end = mention.tokens.upperBound
            guard isFirm(mention), language(of: mention, text) == .french, end < text.tokens.count,
                text.tokens[end].shape.contains(.spaceBefore), isInSentence(end, of: mention, text)
            else {
                out.append(mention)
                continue
            }
            if index < names.count, names[index].tokens.lowerBound == end {
                if isFirm(names[index]), names[index].entry == nil {
                    mention.tokens = mention.tokens.lowerBound..<names[index].tokens.upperBound
                    mention.kind = names[index].kind
                    mention.score = min(mention.score, names[index].score)
                    mention.entry = nil
                    mention.origin = names[index].origin
                    index += 1
                }
            } else if mention.origin == .lexicon, text.tokens[end].tag == .properNoun,
                text.tokens[end].shape.contains(.initialCapital),
                text.tokens[end].shape.isDisjoint(with: [.allCapitals, .hasDigit]),
                extractor.knowledge(.french)?.grammar.readings(text.tokens[end].word).isEmpty ?? false,
                !extractor.analyzer.reader.cues[text.tokens[end].word].contains(.firstName)
            {
                mention.tokens = mention.tokens.lowerBound..<end + 1
                mention.entry = nil
                mention.origin = .model
            }
            out.append(mention)
        }
        return out
    }

    private func isFirm(_ mention: NameMention) -> Bool { mention.kind == .company || mention.kind == .fund }

    /// Whether a token stands in the sentence of a name.
    private func isInSentence(_ token: Int, of mention: NameMention, _ text: AnnotatedText) -> Bool {
        text.sentence(of: mention.tokens.lowerBound).map { text.sentences[$0].tokens.contains(token) } ?? false
    }

    /// The lexicon knows "Max" for a product; among brothers, or where the text names Max Vial in full, it is a person's given name. And
    /// "la start-up Orion" is no product, whatever else bears its name.
    private func settleEntries(_ names: inout [NameMention], _ text: AnnotatedText) {
        let cues = extractor.analyzer.reader.cues
        var givenNames: Set<WordID> = []
        for mention in names where mention.kind == .person && mention.tokens.count > 1 {
            givenNames.insert(text.tokens[mention.tokens.lowerBound].word)
        }
        var (persons, firms): (Set<WordID>, Set<WordID>) = ([], [])
        for (index, mention) in names.enumerated()
        where mention.entry != nil && mention.tokens.count == 1 && mention.kind != .person {
            let word = text.tokens[mention.tokens.lowerBound].word
            if cues[word].contains(.firstName),
                givenNames.contains(word) || isBesideKin(mention, text)
                    || isAmongKin(mention, text) && isBesidePerson(index, names, text)
            {
                persons.insert(word)
            } else if mention.kind == .product,
                typeBefore(mention, text) != nil || isFounded(mention, text) || hasPost(mention, text)
            {
                firms.insert(word)
            }
        }
        guard !persons.isEmpty || !firms.isEmpty else { return }
        for index in names.indices where names[index].entry != nil && names[index].tokens.count == 1 {
            let word = text.tokens[names[index].tokens.lowerBound].word
            if persons.contains(word), names[index].kind != .person {
                names[index].kind = .person
            } else if firms.contains(word), names[index].kind == .product {
                names[index].kind = .company
            } else {
                continue
            }
            names[index].entry = nil
            names[index].origin = .model
            names[index].score = Self.surePerson
        }
    }

    /// "Claude, Michel et Yves": whether a given name of another stands next to it in a list.
    private func isBesidePerson(_ index: Int, _ names: [NameMention], _ text: AnnotatedText) -> Bool {
        [index - 1, index + 1].contains { neighbor in
            guard names.indices.contains(neighbor), names[neighbor].kind == .person else { return false }
            let (first, second) = (names[min(index, neighbor)].tokens, names[max(index, neighbor)].tokens)
            return first.upperBound + 1 == second.lowerBound
                && (text.text(first.upperBound..<second.lowerBound) == ","
                    || text.tokens[first.upperBound].tag == .coordinator)
                && extractor.analyzer.reader.cues[text.tokens[names[neighbor].tokens.lowerBound].word]
                    .contains(.firstName)
        }
    }

    /// "sa sœur, Gemma", "Max, le frère cadet".
    private func isBesideKin(_ mention: NameMention, _ text: AnnotatedText) -> Bool {
        let reach = max(0, mention.tokens.lowerBound - 3)..<min(text.tokens.count, mention.tokens.upperBound + 3)
        return reach.contains {
            isInSentence($0, of: mention, text) && extractor.names.meansKin(text.text($0..<$0 + 1))
        }
    }

    /// "le PDG d'Orion", "Orion's founder": who has a post at it.
    private func hasPost(_ mention: NameMention, _ text: AnnotatedText) -> Bool {
        func isPost(_ token: Int) -> Bool {
            text.tokens.indices.contains(token)
                && extractor.analyzer.reader.cues[text.tokens[token].word].contains(.role)
        }
        guard let grammar = extractor.knowledge(language(of: mention, text))?.grammar else { return false }
        let (first, next) = (mention.tokens.lowerBound, mention.tokens.upperBound)
        if first > 1, text.tokens[first - 1].tag == .adposition, isPost(first - 2) { return true }
        return next < text.tokens.count && grammar.kinds(text.tokens[next].word).contains(.genitive) && isPost(next + 1)
    }

    /// A word that the recogniser takes now for a firm, now for a place or person is what the text mostly says it is: what it was
    /// read as, how surely, and the noun before it ("la société Quorin").
    private func settleKinds(_ names: inout [NameMention], _ text: AnnotatedText) {
        let cues = extractor.analyzer.reader.cues
        var votes: [WordID: [EntityKind: Float]] = [:]
        for mention in names where mention.entry == nil && mention.kind != .product {
            guard mention.tokens.count == 1 || mention.kind == .person else { continue }
            let word = text.tokens[mention.tokens.upperBound - 1].word
            votes[word, default: [:]][mention.kind, default: 0] += mention.score * mention.score
            if mention.tokens.count == 1, let kind = typeBefore(mention, text) { votes[word]?[kind, default: 0] += 1 }
            if mention.tokens.count == 1, isFounded(mention, text) { votes[word]?[.company, default: 0] += 2 }
        }
        for index in names.indices
        where names[index].entry == nil && names[index].tokens.count == 1 && names[index].kind != .product {
            let own = names[index].kind
            // "les sœurs Vial, Faustine et Lola".
            if own == .place, cues[text.tokens[names[index].tokens.lowerBound].word].contains(.firstName),
                isAmongKin(names[index], text), isBesidePerson(index, names, text)
            {
                names[index].kind = .person
                continue
            }
            guard let kinds = votes[text.tokens[names[index].tokens.lowerBound].word], kinds.count > 1 else { continue }
            func weight(_ family: EntityKind.Family) -> Float {
                EntityKind.allCases.reduce(0) { $1.family == family ? $0 + (kinds[$1] ?? 0) : $0 }
            }
            guard
                let best = EntityKind.allCases.filter({ kinds[$0] != nil && $0.family != own.family }).max(by: {
                    (weight($0.family), kinds[$0] ?? 0) < (weight($1.family), kinds[$1] ?? 0)
                }), weight(best.family) > 2 * weight(own.family)
            else { continue }
            names[index].kind = best
        }
    }

    /// The press gives a person's whole name once: a last name of nobody, without a title, is no person's but a firm's.
    private func settlePersons(_ names: inout [NameMention], _ text: AnnotatedText) {
        var known: Set<WordID> = []
        for mention in names where mention.kind == .person && mention.tokens.count > 1 {
            for token in mention.tokens { known.insert(text.tokens[token].word) }
        }
        let cues = extractor.analyzer.reader.cues
        var persons: Set<WordID> = []
        for (index, mention) in names.enumerated() where mention.tokens.count == 1 && mention.kind == .person {
            let isJoined =
                index + 1 < names.count && names[index + 1].kind == .person && names[index + 1].tokens.count > 1
                && names[index + 1].tokens.lowerBound == mention.tokens.upperBound + 1
            if isJoined || isAddressed(mention, text) || isAmongKin(mention, text) {
                persons.insert(text.tokens[mention.tokens.lowerBound].word)
            }
        }
        // "Cresset Analytics": the firm's name begins with the word.
        var firms: Set<WordID> = []
        for mention in names where mention.tokens.count > 1 && isFirm(mention) {
            firms.insert(text.tokens[mention.tokens.lowerBound].word)
        }
        // How sure the recogniser is of all mentions of a word.
        var scores: [WordID: (sum: Float, count: Float)] = [:]
        for mention in names where mention.tokens.count == 1 && mention.kind == .person {
            let word = text.tokens[mention.tokens.lowerBound].word
            let known = scores[word] ?? (0, 0)
            scores[word] = (known.sum + mention.score, known.count + 1)
        }
        for index in names.indices
        where names[index].kind == .person && names[index].entry == nil && names[index].tokens.count == 1 {
            let word = text.tokens[names[index].tokens.lowerBound].word
            guard let score = scores[word], firms.contains(word) || score.sum < Self.surePerson * score.count,
                !extractor.lastNames.contains(word), !known.contains(word), !persons.contains(word),
                !cues[word].contains(.firstName),
                !isDoubleFirstName(text.text(names[index].tokens))
            else { continue }
            names[index].kind = .company
        }
    }

    /// "M. Vial", "les époux Vial", "founder Vial": a title, a post or a noun that calls no firm stands before the name.
    private func isAddressed(_ mention: NameMention, _ text: AnnotatedText) -> Bool {
        let before = mention.tokens.lowerBound - 1
        guard before >= 0 else { return false }
        let cues = extractor.analyzer.reader.cues[text.tokens[before].word]
        return !cues.isDisjoint(with: [.title, .role])
            || text.tokens[before].tag == .noun && cues.isDisjoint(with: [.companyType, .fundType])
    }

    private func isAmongKin(_ mention: NameMention, _ text: AnnotatedText) -> Bool {
        text.sentence(of: mention.tokens.lowerBound).map { sentence in
            text.sentences[sentence].tokens.contains { extractor.names.meansKin(text.text($0..<$0 + 1)) }
        } ?? false
    }

    /// "Alan, cofondée par …", "Claire was founded": persons are not founded.
    private func isFounded(_ mention: NameMention, _ text: AnnotatedText) -> Bool {
        guard let grammar = extractor.knowledge(language(of: mention, text))?.grammar else { return false }
        var at = mention.tokens.upperBound
        if at < text.tokens.count, text.text(at..<at + 1) == "," { at += 1 }
        let end = min(at + 3, text.tokens.count)
        while at < end, text.tokens[at].tag == .auxiliary { at += 1 }
        guard at < text.tokens.count else { return false }
        return grammar.readings(text.tokens[at].word).contains { reading in
            reading.form == .participle && grammar.cues.value(of: reading.lemma)?.contains(.founds) ?? false
        }
    }

    /// The kind that the noun right before a name gives it.
    private func typeBefore(_ mention: NameMention, _ text: AnnotatedText) -> EntityKind? {
        let before = mention.tokens.lowerBound - 1
        guard before >= 0, text.tokens[before].tag == .noun,
            let knowledge = extractor.knowledge(language(of: mention, text)),
            let meaning = knowledge.types.phrases.value(of: knowledge.grammar.canon(text.tokens[before].word))
        else { return nil }
        return [EntityKind.company, .fund].first { meaning.kinds.contains($0) }
    }

    func language(of mention: NameMention, _ text: AnnotatedText) -> Language {
        text.sentence(of: mention.tokens.lowerBound).map { text.language(of: text.sentences[$0]) } ?? .other
    }

    /// A learned name must have a capital or a digit in a word that is no function word, and be more than the name of a post.
    private func isName(_ mention: NameMention, _ text: AnnotatedText, _ knowledge: LanguageKnowledge) -> Bool {
        if mention.tokens.allSatisfy({ knowledge.grammar.is(text.tokens[$0].word, .acronym) }) { return false }
        // "Inc.", "Ltd": what is left of a name that was cut.
        if mention.tokens.allSatisfy({
            extractor.analyzer.reader.cues[text.tokens[$0].word].contains(.legalForm)
        }) {
            return false
        }
        if mention.tokens.count == 1,
            extractor.analyzer.reader.cues[text.tokens[mention.tokens.lowerBound].word].contains(.role)
        {
            return false
        }
        if isLabel(mention, text, knowledge) { return false }
        return mention.tokens.contains { token in
            let shape = text.tokens[token].shape
            let hasMark = !shape.isDisjoint(with: [.initialCapital, .innerCapital, .allCapitals, .hasDigit])
            return hasMark
                && knowledge.grammar.kinds(text.tokens[token].word).isDisjoint(with: [
                    .definite, .indefinite, .possessive, .demonstrative,
                ])
        }
    }

    /// "ACQUISITION. Orvane reprend Kaptio": a common noun in capitals at the head of a sentence, and nothing else before its mark.
    private func isLabel(_ mention: NameMention, _ text: AnnotatedText, _ knowledge: LanguageKnowledge) -> Bool {
        let token = mention.tokens.lowerBound
        guard mention.tokens.count == 1, text.tokens[token].shape.contains(.allCapitals),
            text.text(token..<token + 1).count > 3, let sentence = text.sentence(of: mention.tokens.lowerBound),
            text.sentences[sentence].tokens.lowerBound == token
        else { return false }
        let isAlone =
            !text.sentences[sentence].tokens.contains(token + 1)
            || [".", ":", "-", "–", "—", "|"].contains(text.text(token + 1..<token + 2))
        return isAlone
            && knowledge.grammar.readings(text.tokens[token].word).contains { !$0.form.isVerb }
    }
}
