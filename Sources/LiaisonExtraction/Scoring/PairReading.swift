package import LiaisonLanguage
internal import LiaisonModel

/// A text with two marked mentions, read for what links them: the same features as in extraction.
package struct PairReading: Sendable {
    let document: ScorerDocument
    /// In the order of the text.
    let first: ScorerMention
    let second: ScorerMention
    /// Whether the mention given first stands second in the text.
    package let isTurned: Bool
    /// The language that the mentions stand in.
    package let language: Language
    private let lanes: ScorerLanes
    /// What frames say of the two.
    package let frames: [FrameEvidence]

    /// - Parameters:
    ///   - a: Bytes of the text; half-open.
    ///   - b: Likewise.
    /// Nil where one of them holds no word, or both the same.
    package init?(extractor: Extractor, text: String, language: String?, a: Range<Int>, b: Range<Int>) {
        let article = Article(language: language, text: text)
        var annotated = extractor.analyzer.annotate(article)
        // What the language is is known: a sentence of names only must not be left unread.
        let hint = language.map { Language(code: $0) } ?? .english
        for index in annotated.paragraphs.indices {
            if annotated.paragraphs[index].language == .other { annotated.paragraphs[index].language = hint }
            if annotated.paragraphs[index].role == .boilerplate { annotated.paragraphs[index].role = .running }
        }
        NameScreen(extractor: extractor).screen(&annotated)
        guard let one = annotated.tokens(in: a), let other = annotated.tokens(in: b) else { return nil }
        var (low, high) = (one, other)
        isTurned = (low.lowerBound, low.upperBound) > (high.lowerBound, high.upperBound)
        if isTurned { swap(&low, &high) }
        if low.overlaps(high) {
            // One inside the other: the rest of the longer one stands for it.
            if low.lowerBound < high.lowerBound {
                low = low.lowerBound..<high.lowerBound
            } else if high.upperBound > low.upperBound {
                high = low.upperBound..<high.upperBound
            } else {
                return nil
            }
        }
        let kinds = [low, high].map { range in
            annotated.names.filter { $0.tokens.overlaps(range) }.max { $0.tokens.count < $1.tokens.count }?.kind
        }
        var entries: [Range<Int>: LexiconEntryID] = [:]
        for range in [low, high] {
            entries[range] = annotated.names.first { $0.tokens.overlaps(range) && $0.entry != nil }?.entry
        }
        for (range, kind) in zip([low, high], kinds) {
            let same = annotated.names.first { $0.tokens == range }
            annotated.names.removeAll { $0.tokens.overlaps(range) }
            annotated.names.append(
                same
                    ?? NameMention(tokens: range, kind: kind ?? .company, entry: nil, origin: .document, score: 1))
        }
        annotated.names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        var reading = ArticleReading(extractor: extractor, marked: annotated, ends: [low, high])
        reading.read()
        var document = ScorerDocument(text: annotated, scorer: extractor.scorer)
        document.add(reading, extractor)
        func mention(_ range: Range<Int>, _ kind: EntityKind?) -> ScorerMention {
            let name = annotated.names.firstIndex { $0.tokens == range }
            let item = name.map { reading.resolver.entities.itemOfName[$0] }
            var types = item.map { reading.resolver.entities.items[$0].types } ?? []
            if let entry = entries[range] { types.formUnion(extractor.analyzer.lexicon[entry].types) }
            return ScorerMention(
                tokens: range, item: item, kind: kind, form: Self.form(range, kind, annotated, extractor),
                types: types.sorted().map { ScorerMention.hash($0) })
        }
        self.document = document
        lanes = extractor.scorer.lanes
        let (here, there) = (mention(low, kinds[0]), mention(high, kinds[1]))
        first = here
        second = there
        frames = reading.findings.compactMap { finding in
            let (subject, object) = (finding.candidate.subject.item, finding.candidate.object.item)
            guard subject == here.item && object == there.item || subject == there.item && object == here.item else {
                return nil
            }
            return reading.evidence(finding, isTurned: subject != here.item)
        }
        self.language = annotated.language(of: annotated.sentences[document.sentence(of: low.lowerBound)])
    }

    /// What the words of a marked mention look like: it may be a name, a pronoun, or "the company".
    private static func form(
        _ range: Range<Int>, _ kind: EntityKind?, _ text: AnnotatedText, _ extractor: Extractor
    ) -> ScorerMention.Form {
        let head = text.tokens[range.upperBound - 1]
        if range.count == 1, head.tag == .pronoun || head.tag == .determiner { return .pronoun }
        if text.tokens[range.lowerBound].tag == .determiner,
            head.shape.isDisjoint(with: [.initialCapital, .innerCapital, .allCapitals])
        {
            return .description
        }
        let hasCapital = range.contains {
            !text.tokens[$0].shape.isDisjoint(with: [.initialCapital, .innerCapital, .allCapitals, .hasDigit])
        }
        return hasCapital ? .name : .other
    }

    /// The outcome that a frame gives the two; nil where none links them.
    var hit: Int? {
        for hit in document.hits {
            for isTurned in [false, true] {
                let (subject, object) = isTurned ? (second.item, first.item) : (first.item, second.item)
                if hit.subject == subject, hit.object == object {
                    return lanes.outcome(of: hit.lane, isTurned: isTurned)
                }
            }
        }
        return nil
    }

    /// Fills a list with the features of the pair.
    package func write(into list: inout PairFeatureList, source: PairSource = .marked) {
        var features = PairFeatures(document: document, source: source)
        features.write(first, second, into: &list)
    }
}

extension AnnotatedText {
    /// The tokens that share a byte with a range, without an `'s` at the end; nil where there is none.
    func tokens(in bytes: Range<Int>) -> Range<Int>? {
        guard let first = tokens.firstIndex(where: { Int($0.end) > bytes.lowerBound }) else { return nil }
        var end = first
        while end < tokens.count, Int(tokens[end].start) < bytes.upperBound { end += 1 }
        while end > first + 1, tokens[end - 1].shape.contains(.isPunctuation) || isGenitive(end - 1) { end -= 1 }
        return end > first ? first..<end : nil
    }

    private func isGenitive(_ token: Int) -> Bool {
        tokens[token].shape.contains(.isClitic) && tokens[token].tag == .particle
    }
}
