internal import Foundation
internal import LiaisonExtraction
internal import LiaisonLanguage
internal import LiaisonModel

/// One pair of mentions with the relation that people gave it.
struct ScorerExample: Sendable {
    var corpus: String
    var id: String
    /// Pairs of one group never stand in different folds.
    var group: String
    var language: String
    /// The features and how each is read.
    var keys: [UInt32] = []
    var readings: [UInt8] = []
    var features: [UInt8] = []
    /// An outcome of the scorer's lanes.
    var outcome: Int
    var weight: Float = 1
}

/// Reads the labelled pairs that the scorer is learned from.
struct ScorerCorpora {
    let data: TrainingData
    let extractor: Extractor
    let lanes: ScorerLanes

    /// The pairs of a file of `relations`.
    func pairs(_ name: String, limit: Int? = nil) throws -> [ScorerExample] {
        var out: [ScorerExample] = []
        var list = PairFeatureList()
        for object in try data.objects("relations/\(name).jsonl").prefix(limit ?? .max) {
            guard let text = object["text"]?.string, let subject = object["subject"], let other = object["object"] else {
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
            reading.write(into: &list)
            var example = ScorerExample(
                corpus: name, id: object["id"]?.string ?? "",
                group: object["doc"]?.string ?? object["id"]?.string ?? text,
                language: object["lang"]?.string ?? "en",
                outcome: lanes.outcome(of: relation, isTurned: reading.isTurned))
            example.take(list)
            out.append(example)
        }
        return out
    }
}

extension ScorerExample {
    /// Copies the features of a list.
    mutating func take(_ list: PairFeatureList) {
        keys = list.elements.map(\.key)
        readings = list.elements.map(\.reading.rawValue)
        features = list.elements.map(\.feature.rawValue)
    }
}
