import LiaisonData
import LiaisonExport
import LiaisonModel
import LiaisonSchemas
import Testing

/// The published files say what the program does.
struct SchemaTests {
    private func text(_ path: String) throws -> String { try SchemaSet.embedded().file(path).text() }

    @Test func `the vocabulary defines every relation with its labels`() throws {
        let turtle = try text("vocabulary.ttl")
        for relation in try Vocabulary(schemas: SchemaSet.embedded()).relations {
            #expect(turtle.contains("\nli:\(relation.id) a owl:ObjectProperty"))
            for (language, label) in relation.labels { #expect(turtle.contains("\"\(label)\"@\(language)")) }
            for definition in relation.definitions.values { #expect(turtle.contains(definition)) }
        }
    }

    @Test func `the vocabulary defines every term of ours in the context`() throws {
        let turtle = try text("vocabulary.ttl")
        let context = try JSONValue(parsing: Array(text("graph.context.jsonld").utf8))["@context"]
        guard case .object(let members)? = context else {
            Issue.record("no context")
            return
        }
        let own = members.compactMap { $0.value.string ?? $0.value["@id"]?.string }.filter { $0.hasPrefix("li:") }
        #expect(own.count > 20)
        for term in own { #expect(turtle.contains("\n\(term) a owl:")) }
    }

    @Test func `the schema of statements knows every word of the model`() throws {
        let schema = try text("statement.schema.json")
        let words =
            Factuality.allCases.map(\.rawValue) + TimeState.allCases.map(\.rawValue)
            + EntityKind.allCases.map(\.rawValue)
            + Amount.Bound.allCases.map(\.rawValue) + Amount.Scope.allCases.map(\.rawValue)
        for word in words { #expect(schema.contains("\"\(word)\"")) }
    }

    @Test func `what the model writes fits the schemas of articles and statements`() throws {
        var json = JSONWriter()
        let statement = Sample.statement { qualifiers in
            qualifiers.amount = Amount(
                value: ExactDecimal(5), maximum: ExactDecimal(9), currency: "USD", bound: .range, text: "5 to 9")
            qualifiers.stake = ExactDecimal("0.49")
            (qualifiers.date, qualifiers.start, qualifiers.end) = ("2025", "2024", "2026")
            (qualifiers.round, qualifiers.role, qualifiers.count, qualifiers.source) = ("seed", "lead", "2", "she")
        }
        statement.write(to: &json)
        let schema = try JSONSchema(text("statement.schema.json"))
        #expect(try schema.complaints(about: JSONValue(parsing: json.bytes)) == [])
        #expect(try schema.complaints(about: JSONValue(parsing: Array("{\"confidence\": 2}".utf8))).count > 3)
        var article = JSONWriter()
        Article(
            id: "1", url: "https://x/", title: "T", publisher: "P", published: "2025", language: "fr", text: "Texte."
        ).write(to: &article)
        let articles = try JSONSchema(text("article.schema.json"))
        #expect(try articles.complaints(about: JSONValue(parsing: article.bytes)) == [])
        #expect(try articles.complaints(about: JSONValue(parsing: Array("{\"title\": 1}".utf8))).count == 2)
    }

    @Test func `an export fits the schema of the graph`() throws {
        let schema = try JSONSchema(text("graph.schema.json"))
        let export = try Sample.text(.jsonld, Sample.nastyGraph())
        #expect(try schema.complaints(about: JSONValue(parsing: Array(export.utf8))) == [])
    }
}
