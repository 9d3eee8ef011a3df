import LiaisonData
import LiaisonExtraction
import LiaisonLanguage
import LiaisonModel
import LiaisonSchemas

/// Sentences of these tests, read with their invented names taken as given: finding names is tested elsewhere.
enum Sample {
    private static let loaded = Result { try Extractor(schemas: try SchemaSet.embedded()) }

    /// The program's own extractor, loaded once.
    static func extractor() throws -> Extractor { try loaded.get() }

    /// Invented names, longer ones before those they contain.
    private static let names: [(String, EntityKind)] = [
        ("Brivane Capital", .fund), ("Ostrelle Ventures", .fund), ("Halmont Partners", .fund),
        ("Sélunor", .company), ("Tavrin", .company), ("Corvalis Dynamics", .company), ("Mirandel", .company),
        ("Jovrel", .company), ("Pelvaux", .company), ("Quorin", .company), ("Lysander AI", .company),
        ("Agence spatiale de Morvanie", .government), ("Ministry of Tides", .government),
        ("Clélia Darvant", .person), ("Basile Darvant", .person), ("Odile Trémont", .person), ("Rory Haskell", .person),
        ("Nina Haskell", .person), ("Trémont", .person), ("Étoilium", .product), ("Nimbrix", .product),
    ]

    /// What a text states, in order.
    static func statements(
        _ text: String, _ language: String, title: String? = nil, published: String? = nil, extractor: Extractor? = nil
    ) throws -> [Statement] {
        let extractor = try extractor ?? Self.extractor()
        let article = Article(title: title, published: published, language: language, text: text)
        var annotated = extractor.analyzer.annotate(article)
        var marked: [Range<Int>] = []
        for (name, kind) in names { mark(name, kind, in: &annotated, &marked) }
        annotated.names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        // Grammar is tested here, not how sure the scorer is of it.
        return extractor.extract(article, from: annotated, minimumConfidence: 0).statements
    }

    /// What a text states plainly, as `subject relation object`; the ends of symmetric relations in the order of the alphabet.
    static func edges(_ text: String, _ language: String, title: String? = nil) throws -> Set<String> {
        try Set(statements(text, language, title: title).filter(\.qualifiers.holds).map(edge))
    }

    /// The same for what is denied, negated or merely supposed.
    static func suppressed(_ text: String, _ language: String) throws -> Set<String> {
        try Set(statements(text, language).filter { !$0.qualifiers.holds }.map(edge))
    }

    /// The one statement of a relation in a text; nil when there is none or several.
    static func only(_ relation: RelationID, in text: String, _ language: String, published: String? = nil) throws
        -> Statement?
    {
        let found = try statements(text, language, published: published).filter { $0.relation == relation }
        return found.count == 1 ? found[0] : nil
    }

    private static func edge(_ statement: Statement) throws -> String {
        var ends = [statement.subject.name, statement.object.name]
        if try extractor().vocabulary[statement.relation]?.isSymmetric == true { ends.sort() }
        return "\(ends[0]) \(statement.relation) \(ends[1])"
    }

    private static func mark(
        _ name: String, _ kind: EntityKind, in text: inout AnnotatedText, _ marked: inout [Range<Int>]
    ) {
        for start in text.tokens.indices {
            for end in start + 1..<min(text.tokens.count, start + 6) + 1 where end <= text.tokens.count {
                guard text.text(start..<end) == name else { continue }
                // A last name inside a full one stays part of it.
                if marked.contains(where: { $0.overlaps(start..<end) }) { continue }
                marked.append(start..<end)
                text.names.removeAll { $0.tokens.overlaps(start..<end) }
                text.names.append(NameMention(tokens: start..<end, kind: kind, entry: nil, origin: .document, score: 1))
            }
        }
    }
}
