import Foundation
import LiaisonModel
import LiaisonStore

/// Articles and statements made up for the tests of the store.
enum Samples {
    static let vocabulary = Vocabulary(relations: [
        RelationType(
            id: "rival-of", subjectRole: "rival", objectRole: "rival", subjectKinds: [.company],
            objectKinds: [.company], isSymmetric: true),
        RelationType(
            id: "invests-in", subjectRole: "investor", objectRole: "investee", subjectKinds: [.company],
            objectKinds: [.company], isSymmetric: false),
    ])

    /// An article whose text is one sentence after another.
    static func article(
        _ sentences: [String], url: String? = "https://news.example/1", title: String? = nil,
        publisher: String? = nil, published: String? = "2025-06-17"
    ) -> Article {
        Article(
            url: url, title: title, publisher: publisher, published: published, language: "en",
            text: sentences.joined(separator: "\n"))
    }

    /// The statement that a sentence of the article makes, found by its two names.
    static func statement(
        _ article: Article, _ subject: String, _ relation: RelationID, _ object: String,
        kinds: (EntityKind, EntityKind) = (.company, .company), confidence: Double = 0.9,
        _ change: (inout Qualifiers) -> Void = { _ in }
    ) -> Statement {
        var start = 0
        for sentence in article.text.split(separator: "\n", omittingEmptySubsequences: false) {
            let quote = String(sentence)
            if let a = range(of: subject, in: quote), let b = range(of: object, in: quote) {
                var qualifiers = Qualifiers()
                change(&qualifiers)
                return Statement(
                    article: article.head, subject: EntityReference(name: subject, kind: kinds.0), relation: relation,
                    object: EntityReference(name: object, kind: kinds.1), qualifiers: qualifiers,
                    confidence: confidence,
                    evidence: Evidence(
                        part: .text, range: CodePointRange(start, start + quote.unicodeScalars.count), quote: quote,
                        subject: CodePointRange(start + a.start, start + a.end),
                        object: CodePointRange(start + b.start, start + b.end)),
                    rule: "test.sentence")
            }
            start += quote.unicodeScalars.count + 1
        }
        fatalError("no sentence names both \(subject) and \(object)")
    }

    private static func range(of name: String, in text: String) -> CodePointRange? {
        let (name, text) = (Array(name.unicodeScalars), Array(text.unicodeScalars))
        guard !name.isEmpty, name.count <= text.count else { return nil }
        for start in 0...(text.count - name.count) where Array(text[start..<start + name.count]) == name {
            return CodePointRange(start, start + name.count)
        }
        return nil
    }

    /// What was read: these statements and the entities at their ends.
    static func extraction(_ statements: [Statement], names: [String: [EntityName]] = [:]) -> Extraction {
        var entities: [EntityKey: Entity] = [:]
        for reference in statements.flatMap({ [$0.subject, $0.object] }) {
            entities[reference.key] = Entity(reference: reference, names: names[reference.name] ?? [])
        }
        return Extraction(
            statements: statements.sorted(by: Statement.precedes),
            entities: entities.values.sorted { $0.key < $1.key }, languages: ["en"])
    }
}

/// A store in a folder of its own that goes with the value.
final class TemporaryStore {
    let folder: String
    let store: Store

    var path: String { folder + "/store.sqlite" }

    init() throws {
        folder = NSTemporaryDirectory() + "liaison-store-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        store = try Store(path: folder + "/store.sqlite", mode: .createOrOpen, vocabulary: Samples.vocabulary)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }
}
