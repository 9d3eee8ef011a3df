internal import LiaisonLanguage
internal import LiaisonModel

/// Puts French names together of which the recogniser sees the beginning or the end only: "les Maraîchers du Léon", "Crédit foncier de
/// Bretagne", and the bodies that are called by a noun and a place: "la métropole de Bordeaux".
struct NameJoiner {
    let extractor: Extractor
    let knowledge: LanguageKnowledge

    /// Nil where no French is known.
    init?(extractor: Extractor) {
        guard let knowledge = extractor.knowledge(.french) else { return nil }
        self.extractor = extractor
        self.knowledge = knowledge
    }

    /// How sure such a name is: less than one that the recogniser sees whole.
    private static let score: Float = 0.7

    func join(_ text: inout AnnotatedText) {
        var added: [NameMention] = []
        var dropped: Set<Int> = []
        var alone: [WordID: Int] = [:]
        for name in text.names where name.tokens.count == 1 {
            alone[text.tokens[name.tokens.lowerBound].word, default: 0] += 1
        }
        for sentence in text.sentences where text.language(of: sentence) == .french {
            let nameAt = SpanIndex(text.names, of: \.tokens, in: sentence.tokens)
            var at = sentence.tokens.lowerBound
            while at < sentence.tokens.upperBound {
                if let name = nameAt[at], isFolk(name, text, nameAt) { dropped.insert(name) }
                guard let joined = joined(at, sentence.tokens, text, nameAt, alone) else {
                    at += 1
                    continue
                }
                for token in joined.tokens {
                    if let name = nameAt[token] { dropped.insert(name) }
                }
                added.append(joined)
                at = joined.tokens.upperBound
            }
        }
        guard !added.isEmpty || !dropped.isEmpty else { return }
        // A name that the lexicon knows stays where it begins before the other.
        let taken = Set(added.flatMap(\.tokens))
        let kept = text.names.indices.filter { index in
            !dropped.contains(index) && taken.isDisjoint(with: text.names[index].tokens)
        }
        text.names = (kept.map { text.names[$0] } + added).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// "le Marseillais Karim Vial": where somebody is from is no name of its own.
    private func isFolk(_ name: Int, _ text: AnnotatedText, _ nameAt: SpanIndex) -> Bool {
        let mention = text.names[name]
        let word = text.tokens[mention.tokens.lowerBound].word
        guard mention.entry == nil, mention.tokens.count == 1,
            knowledge.demonyms[word] != nil || extractor.reference.locals.contains(word),
            let next = nameAt[mention.tokens.upperBound], next != name
        else { return false }
        return text.names[next].kind == .person && isDefinite(mention.tokens.lowerBound - 1, text)
    }

    private func isDefinite(_ token: Int, _ text: AnnotatedText) -> Bool {
        guard text.tokens.indices.contains(token) else { return false }
        let word = text.tokens[token].word
        return knowledge.grammar.is(word, .definite) || knowledge.grammar.isContracted(word)
    }

    /// The name that begins at a token and goes on behind "de".
    /// - Parameter alone: how often a word is a name by itself.
    private func joined(
        _ at: Int, _ sentence: Range<Int>, _ text: AnnotatedText, _ nameAt: SpanIndex, _ alone: [WordID: Int]
    ) -> NameMention? {
        let shape = text.tokens[at].shape
        guard shape.contains(.hasLetter), shape.isDisjoint(with: [.hasDigit, .innerCapital]) else { return nil }
        let word = text.text(at..<at + 1)
        let body = extractor.names.body(word)
        let isCapital = !shape.isDisjoint(with: [.initialCapital, .allCapitals])
        // "CHU de Rennes".
        if shape.contains(.allCapitals), body == nil { return nil }
        if isCapital {
            if let opened = opened(at, sentence, text, nameAt) ?? office(at, sentence, text, nameAt) { return opened }
            guard mayOpen(at, sentence, text, nameAt) else { return nil }
        } else {
            guard body != nil, nameAt[at] == nil, isDefinite(at - 1, text) else { return nil }
        }
        var end = at + 1
        if let name = nameAt[at] { end = text.names[name].tokens.upperBound }
        // "Crédit foncier de", "hôpital universitaire de".
        var adjectives = 0
        while sentence.contains(end), adjectives < 2, nameAt[end] == nil, text.tokens[end].tag == .adjective,
            !text.tokens[end].shape.contains(.initialCapital)
        {
            end += 1
            adjectives += 1
        }
        guard let rest = behindGenitive(end, sentence, text) else { return nil }
        let whole = nameAt[rest]
        let last: Int
        if let whole {
            let mention = text.names[whole]
            guard mention.tokens.lowerBound == rest, mayClose(mention, text, alone, isBody: !isCapital) else {
                return nil
            }
            last = mention.tokens.upperBound
        } else {
            guard isCapital, nameAt[at] != nil, text.tokens[rest].tag == .noun || text.tokens[rest].tag == .properNoun,
                text.tokens[rest].shape.contains(.initialCapital),
                !text.tokens[rest].shape.contains(.allCapitals)
            else { return nil }
            last = rest + 1
        }
        // "Vermandoise de Chimie": what no common noun opens ends with one.
        let opensPlainly = [.noun, .determiner].contains(text.tokens[at].tag) || isPlain(at, text)
        if isCapital, body == nil, !opensPlainly, !isPlain(rest, text) { return nil }
        var kind = body ?? .company
        if body == nil, let name = nameAt[at], [.fund, .organisation, .government].contains(text.names[name].kind) {
            kind = text.names[name].kind
        }
        return NameMention(tokens: at..<last, kind: kind, entry: nil, origin: .model, score: Self.score)
    }

    /// "Maisons Delorme", "la clinique Pasteur": a word that firms are called by, right before what the recogniser takes for all of the
    /// name. In small letters it is a part of the name of a body alone.
    private func opened(
        _ at: Int, _ sentence: Range<Int>, _ text: AnnotatedText, _ nameAt: SpanIndex
    ) -> NameMention? {
        let word = text.text(at..<at + 1)
        guard nameAt[at] == nil, at > sentence.lowerBound, text.tokens[at].shape.contains(.initialCapital),
            extractor.names.callsFirm(first: word, last: ""), let name = nameAt[at + 1],
            text.names[name].entry == nil, text.names[name].kind != .product
        else { return nil }
        let kind = text.names[name].kind
        return NameMention(
            tokens: at..<text.names[name].tokens.upperBound,
            kind: kind.family == .organisation ? kind : .company, entry: nil, origin: .model, score: Self.score)
    }

    /// "la Fédération française de rugby", "la Caisse de dépôt du Québec": what begins with a capital and goes on in small letters.
    private func office(
        _ at: Int, _ sentence: Range<Int>, _ text: AnnotatedText, _ nameAt: SpanIndex
    ) -> NameMention? {
        guard let kind = extractor.names.office(text.text(at..<at + 1)), isDefinite(at - 1, text),
            nameAt[at].map({ text.names[$0].entry == nil }) ?? true
        else { return nil }
        func adjectives(from index: Int) -> Int {
            var end = index
            while sentence.contains(end), end < index + 2, text.tokens[end].tag == .adjective, nameAt[end] == nil,
                !text.tokens[end].shape.contains(.initialCapital)
            {
                end += 1
            }
            return end
        }
        func isGenitive(_ token: Int) -> Bool {
            sentence.contains(token + 1) && knowledge.genitive == [knowledge.grammar.canon(text.tokens[token].word)]
        }
        var end = adjectives(from: nameAt[at].map { text.names[$0].tokens.upperBound } ?? at + 1)
        guard isGenitive(end) else { return nil }
        end += knowledge.grammar.is(text.tokens[end + 1].word, .definite) ? 2 : 1
        guard sentence.contains(end), text.tokens[end].tag == .noun, nameAt[end] == nil,
            !text.tokens[end].shape.contains(.initialCapital)
        else { return nil }
        end = adjectives(from: end + 1)
        if let place = behindGenitive(end, sentence, text), let name = nameAt[place], text.names[name].kind == .place {
            end = text.names[name].tokens.upperBound
        }
        return NameMention(tokens: at..<end, kind: kind, entry: nil, origin: .model, score: Self.score)
    }

    /// Where the capital behind "de", "du", "de la" stands.
    private func behindGenitive(_ at: Int, _ sentence: Range<Int>, _ text: AnnotatedText) -> Int? {
        guard sentence.contains(at + 1), knowledge.genitive == [knowledge.grammar.canon(text.tokens[at].word)],
            !text.tokens[at].shape.contains(.initialCapital)
        else { return nil }
        var next = at + 1
        if knowledge.grammar.is(text.tokens[next].word, .definite),
            !text.tokens[next].shape.contains(.initialCapital)
        {
            next += 1
        }
        guard sentence.contains(next), text.tokens[next].shape.contains(.initialCapital),
            !text.tokens[next].shape.contains(.isPunctuation)
        else { return nil }
        return next
    }

    /// Whether a word with a capital may open such a name: a common noun that has one inside a sentence, or one that the recogniser
    /// takes for a name.
    private func mayOpen(_ at: Int, _ sentence: Range<Int>, _ text: AnnotatedText, _ nameAt: SpanIndex) -> Bool {
        let cues = extractor.analyzer.reader.cues[text.tokens[at].word]
        guard cues.isDisjoint(with: [.role, .title, .firstName, .time, .demonym, .productType, .legalForm]) else {
            return false
        }
        let tag = text.tokens[at].tag
        if let name = nameAt[at] {
            let mention = text.names[name]
            guard mention.entry == nil, mention.kind != .person, mention.kind != .product,
                mention.tokens.upperBound == at + 1 || text.tokens[mention.tokens.upperBound - 1].tag == .adjective
            else { return false }
            // "L'Hebdo de l'Ouest".
            let isTitle =
                tag == .determiner && mention.tokens.count == 2 && mention.kind == .company
                && [.noun, .properNoun].contains(text.tokens[at + 1].tag)
            return tag == .noun || isTitle || tag != .determiner && (isPlain(at, text) || mention.kind != .place)
        }
        guard at > sentence.lowerBound, tag == .noun || tag == .verb else { return false }
        let before = text.tokens[at - 1]
        guard !before.shape.contains(.isPunctuation) || text.text(at - 1..<at) == "," else { return false }
        // "s'offre Bouteilles de Cognac": without an article, as firms are named.
        return extractor.names.callsFirm(first: text.text(at..<at + 1), last: "")
            || before.tag != .determiner && !knowledge.grammar.isContracted(before.word) && isPlain(at, text)
    }

    /// Whether a word nearly always stands in small letters.
    private func isPlain(_ at: Int, _ text: AnnotatedText) -> Bool {
        guard let habits = extractor.analyzer.reader.french.habits else { return false }
        let token = text.tokens[at]
        return text.bytes.withUnsafeBufferPointer { bytes in
            let own = UnsafeBufferPointer(rebasing: bytes[Int(token.start)..<Int(token.end)])
            return WordSketch(own, habits: habits).habit.smallness >= 3
        }
    }

    /// Whether a name may be the end of such a one: a place, or what no list knows and is no person.
    private func mayClose(
        _ mention: NameMention, _ text: AnnotatedText, _ alone: [WordID: Int], isBody: Bool
    ) -> Bool {
        if mention.kind == .place { return true }
        guard !isBody, mention.entry == nil, mention.tokens.count == 1, mention.kind != .product else { return false }
        let word = text.tokens[mention.tokens.lowerBound].word
        if mention.kind == .person, extractor.analyzer.reader.cues[word].contains(.firstName) { return false }
        // A firm that the text names by itself is whose the first is, and no part of its name.
        return alone[word] == 1
    }
}
