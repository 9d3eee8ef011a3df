package import LiaisonLanguage
package import LiaisonModel

/// Two things that a sentence of an article mentions, with all that the scorer weighs: what its training reads.
package struct ScorerCandidate: Sendable {
    package var language: Language
    package var part: ArticlePart
    /// Code points of the part.
    package var sentence: CodePointRange
    package var first: EntityReference
    package var second: EntityReference
    package var firstMention: CodePointRange
    package var secondMention: CodePointRange
    /// The mentions by way of which the two were found.
    package var via: [CodePointRange]
    /// Nil where the two stand so that no pair can be read.
    package var features: [PairFeatureList.Element]?
    /// What the words are like; empty where no pair can be read.
    package var vectors: [Float]
    package var pair: PairEvidence?
    /// What frames say of the two.
    package var frames: [FrameEvidence]
}

extension Extractor {
    /// Every pair of things that a sentence of an article mentions and some relation could link, and every find of a frame.
    package func candidates(in article: Article) -> [ScorerCandidate] {
        var reading = ArticleReading(extractor: self, text: analyzer.annotate(article), keepsMentions: true)
        reading.read()
        return reading.candidates()
    }
}

extension ArticleReading {
    func candidates() -> [ScorerCandidate] {
        var document = ScorerDocument(text: text, scorer: extractor.scorer)
        document.add(self, extractor)
        let points = CodePoints(text)
        var features = PairFeatures(document: document, source: .article)
        var made = PairFeatureList()
        var out: [ScorerCandidate] = []
        var places: [[Int]: Int] = [:]
        func key(_ sentence: Int, _ one: Reference, _ other: Reference) -> [Int] {
            [sentence, one.tokens.lowerBound, one.tokens.upperBound, other.tokens.lowerBound, other.tokens.upperBound]
        }
        func add(_ low: Reference, _ high: Reference, _ sentence: Int, _ pair: Pair?) -> Int {
            if let known = places[key(sentence, low, high)] { return known }
            var list: [PairFeatureList.Element]?
            var vectors: [Float] = []
            if let pair {
                features.write(pair.first, pair.second, into: &made)
                list = made.elements
                vectors = made.vectors
            }
            let tokens = text.sentences[sentence].tokens
            let bytes = byteRange(tokens)
            let items = resolver.entities.items
            out.append(
                ScorerCandidate(
                    language: text.language(of: text.sentences[sentence]), part: points.part(of: bytes),
                    sentence: points.range(bytes), first: items[low.item].reference,
                    second: items[high.item].reference, firstMention: points.range(byteRange(low.tokens)),
                    secondMention: points.range(byteRange(high.tokens)),
                    via: (low.via + high.via).map { byteRange($0) }.filter {
                        points.part(of: $0) == points.part(of: bytes)
                    }.map { points.range($0) }, features: list, vectors: vectors, pair: pair?.evidence,
                    frames: []))
            places[key(sentence, low, high)] = out.count - 1
            return out.count - 1
        }
        for sentence in parsed {
            for pair in pairs(of: sentence, document) {
                _ = add(pair.references.0, pair.references.1, pair.sentence, pair)
            }
        }
        for finding in findings {
            let (subject, object) = (finding.candidate.subject, finding.candidate.object)
            let isTurned = subject.tokens.lowerBound > object.tokens.lowerBound
            let (low, high) = isTurned ? (object, subject) : (subject, object)
            let index = add(low, high, finding.sentence, pair(low, high, finding.sentence, 0, document))
            out[index].frames.append(evidence(finding, isTurned: isTurned))
        }
        return out
    }
}
