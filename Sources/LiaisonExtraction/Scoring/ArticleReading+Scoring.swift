internal import LiaisonLanguage
internal import LiaisonModel

extension ArticleReading {
    /// Gives every find its confidence, and adds what no frame found and the scorer is sure of.
    /// - Parameters:
    ///   - proposes: Whether it adds any.
    ///   - least: The least confidence of what it adds; nil for what calibration says of each relation.
    mutating func score(proposes: Bool, least: Double? = nil) {
        guard let model = extractor.scorer.model, !parsed.isEmpty else { return }
        let hasPairs = proposes && parsed.contains { $0.mentions.count > 1 }
        guard hasPairs || !findings.isEmpty else { return }
        var document = ScorerDocument(
            text: text, scorer: extractor.scorer, sentences: Set(parsed.map(\.syntax.parse.sentence)))
        document.add(self, extractor)
        var features = PairFeatures(document: document, source: .article)
        var list = PairFeatureList()
        let calibration = model.calibration
        for index in findings.indices {
            let finding = findings[index]
            guard let lane = extractor.scorer.lanes.lane(of: finding.frame.relation) else { continue }
            let (subject, object) = (finding.candidate.subject, finding.candidate.object)
            let isTurned = subject.tokens.lowerBound > object.tokens.lowerBound
            var probabilities: [Float]?
            if let pair = pair(subject, object, finding.sentence, 0, document) {
                features.write(pair.first, pair.second, into: &list)
                probabilities = extractor.scorer.probabilities(list, model)
            }
            let language = text.language(of: text.sentences[finding.sentence])
            let evidence = evidence(finding, isTurned: isTurned)
            findings[index].confidence = Self.rounded(
                calibration.confidence(evidence, probabilities, lane: lane, language))
            findings[index].threshold = Double(calibration.threshold(lane: lane, language))
        }
        guard proposes else { return }
        for sentence in parsed {
            for pair in pairs(of: sentence, document) {
                features.write(pair.first, pair.second, into: &list)
                let probabilities = extractor.scorer.probabilities(list, model)
                if let proposal = proposal(pair, probabilities, model, sentence, document, least) {
                    findings.append(proposal)
                }
            }
        }
    }

    private static func rounded(_ value: Float) -> Double { (Double(value) * 10_000).rounded() / 10_000 }

    /// The likeliest outcome that the kinds allow, where the scorer is sure and no frame has said it.
    private func proposal(
        _ pair: Pair, _ probabilities: [Float], _ model: ScorerModel, _ sentence: ParsedSentence,
        _ document: ScorerDocument, _ least: Double?
    ) -> Finding? {
        let lanes = extractor.scorer.lanes
        guard let outcome = pair.evidence.best(probabilities), let (relation, isTurned) = lanes.outcome(outcome),
            let lane = lanes.lane(of: relation)
        else { return nil }
        let language = text.language(of: text.sentences[pair.sentence])
        let threshold = calibratedThreshold(model, lane, language)
        let confidence = Double(
            model.calibration.confidence(pair.evidence, outcome: outcome, lane: lane, probabilities, language))
        guard confidence >= least ?? min(threshold, Self.lowestProposal), least != nil || threshold <= 1,
            let knowledge = extractor.knowledge(language)
        else { return nil }
        let (subject, object) = isTurned ? (pair.references.1, pair.references.0) : pair.references
        let isKnown = findings.contains {
            $0.sentence == pair.sentence && $0.frame.relation == relation
                && ($0.candidate.subject.item == subject.item && $0.candidate.object.item == object.item
                    || $0.candidate.subject.item == object.item && $0.candidate.object.item == subject.item)
        }
        if isKnown { return nil }
        let verb = verb(between: pair, sentence.syntax, lane: lane, document)
        let trigger = verb.map { sentence.syntax.parse.verbs[$0].main } ?? pair.first.tokens.lowerBound
        let candidate = Candidate(
            frame: 0, subject: subject, object: object, trigger: trigger..<trigger + 1, verb: verb, group: nil,
            construction: .scored)
        let frame = Frame(
            id: language.code, relation: relation, language: language, trigger: .verb, lemmas: [], from: [], to: [],
            source: Frame.SourcePlace(file: "", line: 0))
        let qualifier = Qualifier(text: text, syntax: sentence.syntax, knowledge: knowledge, resolver: resolver)
        return Finding(
            candidate: candidate, frame: frame, qualifiers: qualifier.qualify(candidate, frame: frame),
            sentence: pair.sentence, confidence: (confidence * 10_000).rounded() / 10_000, threshold: threshold)
    }

    /// What is less sure is not worth keeping even for those who ask for it.
    private static var lowestProposal: Double { 0.5 }

    private func calibratedThreshold(_ model: ScorerModel, _ lane: Int, _ language: Language) -> Double {
        Double(model.calibration.proposalThreshold(lane: lane, language))
    }

    /// The verb on whose mood a proposal hangs: the one that stands for the relation, else the nearest before the second
    /// mention.
    private func verb(
        between pair: Pair, _ syntax: Syntax, lane: Int, _ document: ScorerDocument
    ) -> Int? {
        let verbs = syntax.parse.verbs
        func distance(_ verb: Int) -> Int { abs(verbs[verb].main - pair.second.tokens.lowerBound) }
        let triggers = verbs.indices.filter { document.tokens[verbs[$0].main].triggers >> UInt32(lane) & 1 == 1 }
        let all = triggers.isEmpty ? Array(verbs.indices) : triggers
        return all.min { (distance($0), $0) < (distance($1), $1) }
    }
}

extension PairEvidence {
    /// The likeliest outcome that the kinds allow.
    package func best(_ probabilities: [Float]) -> Int? {
        var best: Int?
        for outcome in 0..<probabilities.count - 1 where allowed >> UInt64(outcome) & 1 == 1 {
            if best.map({ probabilities[outcome] > probabilities[$0] }) ?? true { best = outcome }
        }
        return best
    }
}
