internal import Foundation
internal import LiaisonExtraction
internal import LiaisonLanguage
internal import LiaisonModel

/// Reads the labelled pairs and articles that the scorer is learned from.
struct ScorerCorpora {
    let data: TrainingData
    let extractor: Extractor
    let lanes: ScorerLanes
    let terms: EvaluationTerms
    /// Features that are left out, to measure what they bring.
    var without: Set<PairFeature> = []

    /// A corpus of `relations`, how its pairs were chosen, and what one of them weighs.
    struct Corpus {
        var name: String
        var source: PairSource
        var weight: Float
    }

    static let all = [
        Corpus(name: "core.train.en", source: .marked, weight: 1),
        Corpus(name: "core.train.fr", source: .marked, weight: 1),
        Corpus(name: "fire.train.en", source: .filings, weight: 0.7),
        Corpus(name: "fire.dev.en", source: .filings, weight: 0.7),
        Corpus(name: "knowledgenet.train.en", source: .biographies, weight: 0.4),
        Corpus(name: "knowledgenet.dev.en", source: .biographies, weight: 0.4),
        Corpus(name: "redocred.dev.en", source: .encyclopedia, weight: 0.3),
    ]

    /// The pairs of a corpus.
    func pairs(_ corpus: Corpus, limit: Int? = nil) throws -> [ScorerExample] {
        var out: [ScorerExample] = []
        var list = PairFeatureList()
        for object in try data.objects("relations/\(corpus.name).jsonl").prefix(limit ?? .max) {
            guard let text = object["text"]?.string, let subject = object["subject"], let other = object["object"]
            else {
                continue
            }
            let offsets = ByteOffsets(text)
            guard let a = offsets.range(subject), let b = offsets.range(other),
                let reading = PairReading(
                    extractor: extractor, text: text, language: object["lang"]?.string, a: a, b: b)
            else { continue }
            let relation = object["relation"]?.string.map { RelationID($0) }
            // Relations that are none of the vocabulary's are no example of no relation either.
            if let relation, lanes.lane(of: relation) == nil { continue }
            reading.write(into: &list, source: corpus.source)
            var example = ScorerExample(
                corpus: corpus.name, id: object["id"]?.string ?? "",
                groups: [object["doc"]?.string ?? object["id"]?.string ?? text, text],
                language: Language(code: object["lang"]?.string ?? "en"),
                outcome: lanes.outcome(of: relation, isTurned: reading.isTurned), weight: corpus.weight)
            example.take(list.elements, without: without)
            example.vectors = list.vectors
            example.source = corpus.source
            example.frames = reading.frames
            out.append(example)
        }
        return out
    }

    /// The training articles with what the scorer weighs in each.
    func articles() throws -> [ScorerArticle] {
        var out: [ScorerArticle] = []
        let reader = GoldReader(vocabulary: extractor.vocabulary)
        for language in ["en", "fr"] {
            for part in 1...3 {
                let name = "articles/training.\(language).\(part).jsonl"
                let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: data.path(name))))
                for gold in try reader.articles(bytes, file: name, id: name) {
                    guard let article = gold.article else { continue }
                    out.append(
                        ScorerArticle(
                            gold: gold,
                            index: GoldIndex(gold, article: article, terms: terms, vocabulary: extractor.vocabulary),
                            candidates: extractor.candidates(in: article)))
                }
            }
        }
        return out
    }

    /// The pairs of an article as examples: what gold states in their sentence, or that it states nothing.
    func examples(_ article: ScorerArticle, weight: Float) -> [ScorerExample] {
        var out: [ScorerExample] = []
        for (index, candidate) in article.candidates.enumerated() {
            guard let features = candidate.features else { continue }
            let found = article.labels(of: candidate, lanes)
            var example = ScorerExample(
                corpus: "articles." + candidate.language.code, id: "\(article.gold.id) \(index)",
                groups: [article.gold.id], language: candidate.language, outcome: lanes.outcomeCount - 1,
                weight: found.isKnown ? weight : 0)
            example.take(features, without: without)
            example.vectors = candidate.vectors
            example.source = .article
            example.candidate = index
            for (number, outcome) in found.outcomes.enumerated() {
                example.outcome = outcome
                example.weight = weight / Float(found.outcomes.count)
                if number + 1 < found.outcomes.count { out.append(example) }
            }
            out.append(example)
        }
        return out
    }
}
