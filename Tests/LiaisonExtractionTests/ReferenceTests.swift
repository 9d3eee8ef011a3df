import LiaisonModel
import Testing

@Suite struct ReferenceTests {
    @Test func `a pronoun stands for the one company before it, and the way is kept`() throws {
        let text = "Tavrin s'installe à Rennes. Elle a été rachetée par Sélunor."
        let statement = try Sample.only("acquires", in: text, "fr")
        #expect(statement?.object.name == "Tavrin")
        #expect(statement?.evidence.via.contains(CodePointRange(0, 6)) == true)
    }

    @Test func `a description stands for the one company it fits`() throws {
        let statement = try Sample.only(
            "invests-in", in: "Tavrin ouvre un bureau. Brivane Capital a investi dans la start-up.", "fr")
        #expect(statement?.object.name == "Tavrin")
        let english = try Sample.only(
            "invests-in", in: "Tavrin opened an office. Brivane Capital has invested in the start-up.", "en")
        #expect(english?.object.name == "Tavrin")
    }

    @Test func `a single word that is no first name and nobody's last name is a firm`() throws {
        let text = "Selvoile vise l'Espagne. La jeune pousse a levé 12 millions d'euros auprès de Brivane Capital."
        #expect(try Sample.only("invests-in", in: text, "fr")?.object.name == "Selvoile")
    }

    @Test func `two companies that fit equally give no edge`() throws {
        let text = "Tavrin et Quorin ouvrent un bureau. Brivane Capital a investi dans la société."
        let edges = try Sample.edges(text, "fr")
        #expect(edges == [])
    }

    @Test func `a last name stands for the person named in full`() throws {
        let statement = try Sample.only(
            "founder-of", in: "Odile Trémont se souvient. Trémont a fondé Tavrin en 2012.", "fr")
        #expect(statement?.subject.name == "Odile Trémont")
    }

    @Test func `the words that were found are those of the mention, not of the name`() throws {
        let text = "Tavrin ouvre un bureau. Brivane Capital a investi dans la start-up."
        let evidence = try #require(try Sample.only("invests-in", in: text, "fr")?.evidence)
        let words = text.unicodeScalars.dropFirst(evidence.object.start).prefix(
            evidence.object.end - evidence.object.start)
        #expect(String(String.UnicodeScalarView(words)).hasSuffix("start-up"))
        #expect(evidence.via == [CodePointRange(0, 6)])
    }
}
