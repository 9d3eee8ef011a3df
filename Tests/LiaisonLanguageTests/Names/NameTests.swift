import LiaisonData
import LiaisonLanguage
import LiaisonModel
import LiaisonSchemas
import Testing

/// Names in sentences written for the test: most are in no list.
struct NameTests {
    private static let analyzer = Result { try Analyzer(schemas: SchemaSet.embedded()) }

    private func names(_ text: String, _ language: String, title: String? = nil) throws -> [String] {
        let annotated = try Self.analyzer.get().annotate(Article(title: title, language: language, text: text))
        return annotated.names.filter { $0.kind != .place }.map { "\(annotated.text($0.tokens)):\($0.kind.rawValue)" }
    }

    @Test(arguments: [
        (
            "Arvor Capital a investi 80 millions d'euros dans Lumenor.",
            ["Arvor Capital:fund", "Lumenor:company"]
        ),
        ("Le fabricant Velmora a racheté son concurrent Tesquin.", ["Velmora:company", "Tesquin:company"]),
        (
            "Selon Inès Marchal, directrice générale de Kaptio, rien ne presse.",
            ["Inès Marchal:person", "Kaptio:company"]
        ),
        ("Lundi, les Américains ont boudé le projet.", []),
    ])
    func `French names are found with their kinds`(text: String, expected: [String]) throws {
        #expect(try names(text, "fr") == expected)
    }

    @Test(arguments: [
        (
            "Harbour Ventures led a $40 million round in Lumenor.",
            ["Harbour Ventures:fund", "Lumenor:company"]
        ),
        ("Chipmaker Velmora bought its rival Tesquin on Monday.", ["Velmora:company", "Tesquin:company"]),
        (
            "Nora Whitcombe, chief executive of Kaptio, declined to comment.",
            ["Nora Whitcombe:person", "Kaptio:company"]
        ),
        ("According to analysts, Americans save less in March.", []),
    ])
    func `English names are found with their kinds`(text: String, expected: [String]) throws {
        #expect(try names(text, "en") == expected)
    }

    @Test func `A person is found again by the last name`() throws {
        let text = "Inès Marchal dirige Kaptio depuis 2019. Marchal veut doubler les ventes."
        #expect(try names(text, "fr") == ["Inès Marchal:person", "Kaptio:company", "Marchal:person"])
    }

    @Test func `Public bodies are known in both languages`() throws {
        #expect(
            try names("La Commission européenne interroge le ministère des Armées.", "fr").map {
                $0.split(separator: ":")[0]
            }
                == ["Commission européenne", "ministère des Armées"])
        #expect(try names("The European Commission has opened a probe.", "en") == ["European Commission:government"])
    }

    @Test func `The same article gives the same names every time`() throws {
        let article = Article(
            title: "Velmora buys Tesquin", language: "en",
            text: "Velmora, led by Nora Whitcombe, has bought Tesquin. Whitcombe joined from Harbour Ventures.")
        let analyzer = try Self.analyzer.get()
        #expect(analyzer.annotate(article).names == analyzer.annotate(article).names)
        #expect(!analyzer.annotate(article).names.isEmpty)
    }

    @Test(arguments: ["", "\n\n", "\u{0}\u{0}", "«", "A", "É É É É", String(repeating: "Lumenor ", count: 3000)])
    func `Odd texts give names inside the text, in order and apart`(text: String) throws {
        for language in ["fr", "en", nil] {
            let annotated = try Self.analyzer.get().annotate(Article(language: language, text: text))
            var end = 0
            for name in annotated.names {
                #expect(name.tokens.lowerBound >= end && name.tokens.upperBound <= annotated.tokens.count)
                end = name.tokens.upperBound
            }
        }
    }
}
