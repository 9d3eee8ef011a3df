import LiaisonData
import LiaisonModel
import LiaisonSchemas
import Testing

@testable import LiaisonLanguage

/// Stretches of words with capitals, as the name recogniser sees them.
struct NameRunTests {
    private static let analyzer = Result { try Analyzer(schemas: SchemaSet.embedded()) }

    private func runs(_ text: String, _ language: String) throws -> (words: [String], runs: [NameRun]) {
        let analyzer = try Self.analyzer.get()
        var annotated = AnnotatedText()
        var workspace = NameWorkspace()
        analyzer.text.annotate(Article(language: language, text: text), words: analyzer.words, into: &annotated)
        analyzer.reader.read(&annotated, &workspace)
        return (workspace.runs.map { annotated.text($0.tokens) }, workspace.runs)
    }

    @Test func `Connecting words between capitals are inside, those at the ends are not`() throws {
        #expect(try runs("Hier, la Banque de Tesquin a perdu.", "fr").words == ["Hier", "Banque de Tesquin"])
    }

    @Test func `A run knows the verb after it and the noun before it`() throws {
        let found = try runs("On dit que la société Velmora rachète un concurrent.", "fr").runs
        let run = try #require(found.last)
        #expect(run.verb != 0)
        #expect(run.noun != 0)
    }

    @Test func `A run at the end of its sentence has no verb after it`() throws {
        #expect(try runs("The deal values Velmora.", "en").runs.last?.verb == 0)
    }

    @Test func `Words without capitals make no run`() throws {
        #expect(try runs("rien ne presse", "fr").runs.isEmpty)
    }
}
