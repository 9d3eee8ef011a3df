import LiaisonData
import LiaisonLanguage
import LiaisonModel
import LiaisonSchemas
import Testing

/// Parts of speech of sentences written for the test.
struct TaggerTests {
    private static let analyzer = Result { try Analyzer(schemas: SchemaSet.embedded()) }

    private func tagged(_ text: String, _ language: String) throws -> String {
        let annotated = try Self.analyzer.get().annotate(Article(language: language, text: text))
        return annotated.tokens.map(\.tag.label).joined(separator: " ")
    }

    @Test(arguments: [
        ("The company has sold its oldest factory.", "DET NOUN AUX VERB PRON ADJ NOUN PUNCT"),
        ("She will quickly fund two small start-ups.", "PRON AUX ADV VERB NUM ADJ NOUN PUNCT"),
    ])
    func `English words get their parts of speech`(text: String, tags: String) throws {
        #expect(try tagged(text, "en") == tags)
    }

    @Test(arguments: [
        ("La société a vendu sa plus vieille usine.", "DET NOUN AUX VERB DET ADV ADJ NOUN PUNCT"),
        ("Elle financera rapidement deux petites entreprises.", "PRON VERB ADV NUM ADJ NOUN PUNCT"),
    ])
    func `French words get their parts of speech`(text: String, tags: String) throws {
        #expect(try tagged(text, "fr") == tags)
    }

    @Test func `A contraction is an adposition`() throws {
        let annotated = try Self.analyzer.get().annotate(Article(language: "fr", text: "Le directeur du port parle."))
        #expect(annotated.tokens[2].tag == .adposition)
    }
}
