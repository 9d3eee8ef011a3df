import LiaisonExport
import LiaisonSchemas
import Testing

@testable import LiaisonExplorer

/// French and English, as each is written.
struct WordsTests {
    private func texts(_ language: String) throws -> Texts {
        try #require(try Resources(palette: Palette(SampleSite.options().vocabulary)).texts[language])
    }

    @Test func `both languages have every text`() throws {
        let (english, french) = (try texts("en"), try texts("fr"))
        #expect(Set(english.all.keys) == Set(french.all.keys))
        #expect(!english.all.values.contains(""))
    }

    @Test func `a text that is missing in one language is an error of the build`() throws {
        let node = SchemaNode(
            .mapping([
                .init(
                    key: "a", line: 1,
                    value: SchemaNode(
                        .mapping([.init(key: "en", line: 1, value: SchemaNode(.scalar("A"), line: 1))]), line: 1))
            ]),
            line: 1)
        #expect(throws: SchemaError.self) { try Texts(language: "fr", root: node) }
    }

    @Test func `numbers, counts and shares`() throws {
        let (english, french) = (try texts("en"), try texts("fr"))
        #expect(english.grouped(1_234_567) == "1,234,567")
        #expect(french.grouped(1_234_567) == "1\u{202F}234\u{202F}567")
        #expect(english.count("articles", 0) == "0 articles")
        #expect(english.count("articles", 1) == "1 article")
        #expect(french.count("articles", 0) == "0 article")
        #expect(french.count("articles", 2) == "2 articles")
        #expect(english.belief(0.9999) == "0.99")
        #expect(french.belief(0.5) == "0,50")
        #expect(english.belief(1) == "1.00")
    }

    @Test func `dates of any precision, and what is none`() throws {
        let (english, french) = (try texts("en"), try texts("fr"))
        #expect(english.date("2025-06-17") == "17 June 2025")
        #expect(french.date("2025-06-01") == "1er juin 2025")
        #expect(english.date("2025-06") == "June 2025")
        #expect(english.date("2025") == "2025")
        #expect(english.date("2025-21") == "spring 2025")
        #expect(french.date("2025-41") == "second semestre 2025")
        #expect(english.date("XXXX-05") == "May")
        #expect(french.date("XXXX-05-03") == "3 mai")
        for odd in ["XXXX-13", "2025-29", "2025-13", "2025-06-40", "", "-", "~"] { #expect(english.date(odd) == odd) }
        #expect(french.period("2024-01-01", "2025-06") == "du 1er janvier 2024 au juin 2025")
        #expect(english.period(nil, "2025") == "2025")
    }

    @Test(arguments: [
        ("fr", "fr"), ("fr-FR,fr;q=0.9,en;q=0.8", "fr"), ("de,en;q=0.3,fr;q=0.7", "fr"), ("en,fr", "en"), ("", "en"),
        ("de", "en"), ("fr;q=0", "en"), ("fr;q=x,en", "en"), (";;;,,", "en"),
    ])
    func `the browser's wish`(field: String, language: String) {
        #expect(LanguagePreference.best(for: field) == language)
    }

    @Test func `addresses hold any text`() {
        for text in ["a/b", "é ?&=#%", "..", "日本", "a+b"] {
            #expect(PercentCoding.decoded(PercentCoding.encoded(text)[...]) == text)
            #expect(PageRequest(target: "/entity/" + PercentCoding.encoded(text)).segments == ["entity", text])
            #expect(FormFields(encoded: "q=" + PercentCoding.encoded(text))["q"] == text)
        }
        #expect(PercentCoding.decoded("%") == nil)
        #expect(PercentCoding.decoded("%C3") == nil)
        #expect(FormFields(encoded: "a=1+2&a=3&b&=x&c=%zz").all("a") == ["1 2", "3"])
    }
}
