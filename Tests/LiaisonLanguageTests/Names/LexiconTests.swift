import LiaisonData
import LiaisonLanguage
import LiaisonModel
import LiaisonSchemas
import Testing

/// When words of a text are a name of the lexicon, with entries written for the test.
struct LexiconTests {
    private func matches(_ entities: String, _ text: String, language: String = "fr") throws -> [String] {
        var schemas = try SchemaSet.embedded()
        try schemas.overlay([
            (path: "lexicon/entities/own.yaml", displayPath: "own.yaml", text: entities)
        ])
        var words = WordTable()
        let analyzer = try TextAnalyzer(schemas: schemas, words: &words)
        let lexicon = try Lexicon(schemas: schemas, analyzer: analyzer, words: &words)
        var annotated = AnnotatedText()
        analyzer.annotate(Article(language: language, text: text), words: words, into: &annotated)
        var found: [String] = []
        var index = 0
        while index < annotated.tokens.count {
            guard let match = lexicon.match(at: index, before: annotated.tokens.count, in: annotated.tokens) else {
                index += 1
                continue
            }
            let name = lexicon[match.entry].entity.name
            found.append("\(annotated.text(match.tokens)) = \(name)\(match.isAmbiguous ? " ?" : "")")
            index = match.tokens.upperBound
        }
        return found
    }

    @Test func `The longest name wins`() throws {
        let entities = """
            - {name: Quelvane, kind: company}
            - {name: Quelvane Nord, kind: company}
            """
        #expect(
            try matches(entities, "Puis Quelvane Nord a quitté Quelvane.") == [
                "Quelvane Nord = Quelvane Nord", "Quelvane = Quelvane",
            ])
    }

    @Test func `A name with a capital is not the same word without`() throws {
        let entities = "- {name: Brindille, kind: company}"
        #expect(try matches(entities, "La brindille de Brindille.") == ["Brindille = Brindille"])
    }

    @Test func `A short acronym asks for capitals and a long one for one`() throws {
        let entities = """
            - {name: ZQT, kind: company}
            - {name: ZORVAN, kind: government}
            """
        #expect(
            try matches(entities, "Zqt, ZQT, Zorvan, zorvan et ZORVAN.") == [
                "ZQT = ZQT", "Zorvan = ZORVAN", "ZORVAN = ZORVAN",
            ])
    }

    @Test func `An ambiguous name is marked and the other names of its entity are not`() throws {
        let entities = "- {name: Merlandine, kind: company, also: [Merlandine Télécom], ambiguous: [Merlandine]}"
        #expect(
            try matches(entities, "Merlandine Télécom, c'est Merlandine.") == [
                "Merlandine Télécom = Merlandine", "Merlandine = Merlandine ?",
            ])
    }

    @Test func `French capitals may go without their accents`() throws {
        let entities = "- {name: Éclorane, kind: company}"
        #expect(try matches(entities, "Eclorane et Éclorane.") == ["Eclorane = Éclorane", "Éclorane = Éclorane"])
    }

    @Test func `One word in small letters always needs context`() throws {
        let entities = "- {name: Vrelnac, kind: product, also: [vrelnac]}"
        #expect(try matches(entities, "Un vrelnac, un Vrelnac.") == ["vrelnac = Vrelnac ?", "Vrelnac = Vrelnac"])
    }

    @Test func `A name that the languages cut differently is found in both`() throws {
        let entities = "- {name: \"L'Ormandel\", kind: company}"
        #expect(try matches(entities, "Chez L'Ormandel.") == ["L'Ormandel = L'Ormandel"])
        #expect(try matches(entities, "At L'Ormandel.", language: "en") == ["L'Ormandel = L'Ormandel"])
    }

    @Test(arguments: [
        ("- {kind: company}", "own.yaml:1: an entity needs a \"name\""),
        ("- {name: Quelvane, colour: red, kind: company}", "own.yaml:1: unknown key \"colour\""),
        ("- {name: Quelvane, kind: planet}", "own.yaml:1: Quelvane needs a \"kind\""),
    ])
    func `What is wrong with an entry is said with its line`(entities: String, message: String) throws {
        let error = #expect(throws: SchemaError.self) { try matches(entities, "") }
        #expect(error?.description.hasPrefix(message) == true)
    }
}
