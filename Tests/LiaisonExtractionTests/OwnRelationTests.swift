import LiaisonData
import LiaisonExtraction
import LiaisonModel
import LiaisonSchemas
import Testing

/// A relation of a user's own: a vocabulary entry and a frame laid over the program's data.
@Suite struct OwnRelationTests {
    static let vocabulary = """
        relations:
          sponsors:
            subject: {sponsor: [company, fund]}
            object: {sponsored: [company, organisation, person]}
            labels: {fr: parraine, en: sponsors}
            definitions: {en: The subject pays for the object's appearances.}
        """

    static let frame = """
        - id: fr.sponsor
          relation: sponsors
          verb: [parrainer, sponsoriser]
          roles: {sponsor: [subject], sponsored: [object]}
          examples:
            yes: ["Orvane a parrainé Lumenor. → Orvane | Lumenor"]
            no: ["Orvane a salué Lumenor."]
        """

    static func extractor(vocabulary: String = vocabulary, frame: String) throws -> Extractor {
        var schemas = try SchemaSet.embedded()
        try schemas.overlay([
            ("relations.yaml", "mine/relations.yaml", vocabulary),
            ("frames/fr/sponsors.yaml", "mine/frames/fr/sponsors.yaml", frame),
        ])
        return try Extractor(schemas: schemas)
    }

    @Test func `a relation of one's own is found, active and passive`() throws {
        let extractor = try Self.extractor(frame: Self.frame)
        for text in ["Sélunor a sponsorisé Tavrin.", "Tavrin, parrainée par Sélunor, ouvre un bureau."] {
            let found = try Sample.statements(text, "fr", extractor: extractor).filter { $0.relation == "sponsors" }
            #expect(found.map { [$0.subject.name, $0.object.name] } == [["Sélunor", "Tavrin"]])
        }
    }

    @Test func `its examples are checked with those of the program`() throws {
        let results = try Self.extractor(frame: Self.frame).checkExamples().filter { $0.frame == "fr.sponsor" }
        #expect(results.map(\.complaint) == [nil, nil])
        #expect(results.map(\.file) == ["mine/frames/fr/sponsors.yaml", "mine/frames/fr/sponsors.yaml"])
    }

    @Test func `an example that does not hold is complained about`() throws {
        let frame = Self.frame.replacing("Orvane a salué Lumenor.", with: "Orvane a parrainé Lumenor.")
        let results = try Self.extractor(frame: frame).checkExamples().filter {
            $0.frame == "fr.sponsor" && $0.complaint != nil
        }
        #expect(results.count == 1)
    }

    private func failure(vocabulary: String = vocabulary, frame: String) -> SchemaError? {
        do {
            _ = try Self.extractor(vocabulary: vocabulary, frame: frame)
            return nil
        } catch {
            return error as? SchemaError
        }
    }

    private static func sponsoring(with words: String, classes: String = "") throws -> Extractor {
        var schemas = try SchemaSet.embedded()
        try schemas.overlay([
            ("relations.yaml", "mine/relations.yaml", vocabulary),
            (
                "frames/en/sponsors.yaml", "mine/frames/en/sponsors.yaml",
                """
                - id: en.sponsor
                  relation: sponsors
                  verb: [lend]
                  with: [\(words)]
                  roles: {sponsor: [subject], sponsored: [to]}
                  examples:
                    yes: ["Orvane lends its trumpets to Lumenor. → Orvane | Lumenor"]
                """
            ),
            ("lexicon/en/word-classes.yaml", "mine/lexicon/en/word-classes.yaml", classes),
        ])
        return try Extractor(schemas: schemas)
    }

    @Test func `a frame names classes of words, and a folder of one's own adds to them`() throws {
        func isFound(_ words: String, _ classes: String) throws -> Bool {
            let extractor = try Self.sponsoring(with: words, classes: classes)
            return try Sample.statements("Nokia lends its trumpets to Siemens.", "en", extractor: extractor)
                .contains { $0.relation == "sponsors" }
        }
        let classes = "brass: [trumpet, trombone]\ninstruments: [violin, \"@brass\"]\n"
        #expect(try isFound("\"@brass\"", classes))
        #expect(try isFound("\"@instruments\"", classes))
        #expect(try !isFound("violin", classes))
        #expect(try isFound("\"@vehicles\"", "vehicles: [trumpet]\n"))
    }

    @Test func `a class of words that does not exist is an error with file and line`() throws {
        let error = #expect(throws: SchemaError.self) { try Self.sponsoring(with: "\"@brasses\"", classes: "a: [b]\n") }
        #expect(error?.file == "mine/frames/en/sponsors.yaml")
        #expect(error?.line == 4)
        #expect(error?.message.contains("@brasses") ?? false)
    }

    @Test func `an unknown relation is an error with file and line`() throws {
        let error = try #require(failure(frame: Self.frame.replacing("relation: sponsors", with: "relation: sponsers")))
        #expect(error.file == "mine/frames/fr/sponsors.yaml")
        #expect(error.line == 2)
        #expect(error.message.contains("unknown relation \"sponsers\""))
    }

    @Test func `a frame may ask for kinds narrower than the relation's`() throws {
        let frame = Self.frame.replacing(
            "  examples:\n", with: "  kinds: {sponsor: [fund]}\n  examples:\n"
        ).replacing("Orvane a parrainé", with: "Arvor Capital a parrainé").replacing(
            "→ Orvane", with: "→ Arvor Capital")
        let extractor = try Self.extractor(frame: frame)
        func found(_ text: String) throws -> [String] {
            try Sample.statements(text, "fr", extractor: extractor).filter { $0.relation == "sponsors" }
                .map(\.subject.name)
        }
        #expect(try found("Brivane Capital a sponsorisé Tavrin.") == ["Brivane Capital"])
        #expect(try found("Sélunor a sponsorisé Tavrin.") == [])
    }

    @Test func `a kind that the relation does not know is an error with file and line`() throws {
        let frame = Self.frame.replacing("  examples:\n", with: "  kinds: {sponsor: [person]}\n  examples:\n")
        let error = try #require(failure(frame: frame))
        #expect(error.description.hasPrefix("mine/frames/fr/sponsors.yaml:5: "))
        #expect(error.message.contains("person"))
    }

    @Test func `an unknown role is an error with file and line`() throws {
        let error = try #require(
            failure(frame: Self.frame.replacing("sponsored: [object]", with: "beneficiary: [object]")))
        #expect(error.description.hasPrefix("mine/frames/fr/sponsors.yaml:4: "))
        #expect(error.message.contains("beneficiary"))
    }

    @Test func `a role that is never bound is an error with file and line`() throws {
        let error = try #require(failure(frame: Self.frame.replacing(", sponsored: [object]", with: "")))
        #expect(error.description.hasPrefix("mine/frames/fr/sponsors.yaml:4: "))
        #expect(error.message.contains("sponsored is never bound"))
    }

    @Test func `a frame without an example of what it finds is an error with file and line`() throws {
        let error = try #require(
            failure(
                frame: Self.frame.replacing("    yes: [\"Orvane a parrainé Lumenor. → Orvane | Lumenor\"]\n", with: ""))
        )
        #expect(error.description.hasPrefix("mine/frames/fr/sponsors.yaml:1: "))
        #expect(error.message.contains("no example"))
    }

    @Test func `an unknown kind in the vocabulary is an error with file and line`() throws {
        let error = try #require(
            failure(
                vocabulary: Self.vocabulary.replacing("[company, fund]", with: "[company, bank]"), frame: Self.frame))
        #expect(error.description.hasPrefix("mine/relations.yaml:3: "))
        #expect(error.message.contains("\"bank\""))
    }

    @Test func `an unknown key is an error with file and line`() throws {
        let error = try #require(failure(frame: Self.frame.replacing("verb:", with: "verbs:")))
        #expect(error.description.hasPrefix("mine/frames/fr/sponsors.yaml:3: "))
    }
}
