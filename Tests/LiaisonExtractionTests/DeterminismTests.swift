import LiaisonData
import LiaisonExtraction
import LiaisonModel
import LiaisonSchemas
import Testing

@Suite struct DeterminismTests {
    private let articles = [
        Article(
            language: "fr",
            text:
                "Microsoft a investi dans OpenAI. Son rival Google a racheté DeepMind en 2014. Sam Altman dirige OpenAI."
        ),
        Article(
            language: "en",
            text:
                "Apple acquired Beats for $3 billion. Amazon and Microsoft compete with Google. Nvidia invested in Mistral AI."
        ),
        Article(
            title: "Airbus signe avec Thales", language: "fr",
            text: "Airbus et Thales ont noué un partenariat. Le groupe a racheté Infodas."),
    ]

    private func bytes(_ articles: [Article], _ extractor: Extractor) -> [[UInt8]] {
        articles.map { article in
            var json = JSONWriter()
            for statement in extractor.extract(article).statements {
                statement.write(to: &json)
                json.newline()
            }
            return json.bytes
        }
    }

    @Test func `the same articles give the same bytes twice`() throws {
        let extractor = try Sample.extractor()
        let first = bytes(articles, extractor)
        #expect(first.allSatisfy { !$0.isEmpty })
        #expect(bytes(articles, extractor) == first)
    }

    @Test func `an article gives the same bytes whatever was read before it`() throws {
        let extractor = try Sample.extractor()
        #expect(bytes(articles.reversed(), extractor).reversed() == bytes(articles, extractor))
    }

    @Test func `a second extractor gives the same bytes`() throws {
        let other = try Extractor(schemas: try SchemaSet.embedded())
        #expect(bytes(articles, other) == bytes(articles, try Sample.extractor()))
    }

    @Test func `a text without sense gives nothing and does not fail`() throws {
        let extractor = try Sample.extractor()
        for text in [
            "", " ", "\u{0}", "…", String(repeating: "(", count: 5000), String(repeating: "Sélunor et ", count: 800),
        ] {
            #expect(extractor.extract(Article(language: "fr", text: text)).statements.isEmpty)
        }
    }
}
