internal import LiaisonLanguage
internal import LiaisonModel

/// Labels French sentences with the names that a recogniser finds in their English originals.
///
/// The pairs of one identifier are translations of each other, and names are the same in both; what has a capital and was
/// not found stays unlabelled.
struct NameProjection {
    let analyzer: Analyzer

    func texts(_ data: TrainingData, weight: Float) throws -> [LabelledText] {
        var english: [String: String] = [:]
        for object in try data.objects("relations/core.train.en.jsonl") {
            if let id = object["id"]?.string { english[id] = object["text"]?.string }
        }
        var workspace = AnalyzerWorkspace()
        var text = AnnotatedText()
        var result: [LabelledText] = []
        var done: Set<String> = []
        for object in try data.objects("relations/core.train.fr.jsonl") {
            guard let id = object["id"]?.string, let original = english[id], let french = object["text"]?.string,
                done.insert(french).inserted
            else { continue }
            analyzer.annotate(Article(language: "en", text: original), into: &text, workspace: &workspace)
            var names: [(text: String, kind: EntityKind)] = []
            for name in text.names where name.score > 0.85 && name.kind != .place && name.kind != .sector {
                let words = text.text(name.tokens)
                if french.contains(words) { names.append((words, name.kind)) }
            }
            if names.isEmpty { continue }
            names.sort { ($1.text.utf8.count, $0.text) < ($0.text.utf8.count, $1.text) }
            result.append(
                LabelledText(
                    article: Article(language: "fr", text: french), names: names, unmarked: .unknown, weight: weight))
        }
        return result
    }
}
