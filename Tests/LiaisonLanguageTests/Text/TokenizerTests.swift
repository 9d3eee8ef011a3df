import LiaisonData
import LiaisonLanguage
import LiaisonModel
import LiaisonSchemas
import Testing

/// The tokens of a text, in brackets-free plain form.
struct TokenizerTests {
    private func tokens(_ text: String, _ language: String) throws -> [String] {
        var words = WordTable()
        let analyzer = try TextAnalyzer(schemas: SchemaSet.embedded(), words: &words)
        var annotated = AnnotatedText()
        analyzer.annotate(Article(language: language, text: text), words: words, into: &annotated)
        return annotated.tokens.indices.map { annotated.text($0..<$0 + 1) }
    }

    @Test func `French elisions are cut after the apostrophe`() throws {
        #expect(
            try tokens("L’offre d'Anthropic jusqu’à lundi", "fr") == [
                "L’", "offre", "d'", "Anthropic", "jusqu’", "à", "lundi",
            ])
    }
}
