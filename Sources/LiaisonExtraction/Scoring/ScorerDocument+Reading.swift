internal import LiaisonLanguage

extension ScorerDocument {
    /// Takes over what a reading parsed and found.
    mutating func add(_ reading: ArticleReading, _ extractor: Extractor) {
        for sentence in reading.parsed {
            let index = sentence.syntax.parse.sentence
            let range = text.sentences[index].tokens
            graphs[index] = SentenceGraph(
                syntax: sentence.syntax, tokens: tokens[range], words: extractor.analyzer.words)
        }
        for finding in reading.findings {
            guard let lane = extractor.scorer.lanes.lane(of: finding.frame.relation) else { continue }
            hits.append(
                FrameHit(
                    lane: lane, subject: finding.candidate.subject.item, object: finding.candidate.object.item,
                    rule: finding.frame.id.utf8.reduce(5381) { $0 &* 33 ^ UInt32($1) },
                    construction: finding.candidate.construction, sentence: finding.sentence,
                    subjectSieve: finding.candidate.subject.sieve, objectSieve: finding.candidate.object.sieve))
        }
    }
}
