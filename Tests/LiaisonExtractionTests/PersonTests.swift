import LiaisonModel
import Testing

@Suite struct PersonTests {
    @Test func `brothers and sisters are siblings`() throws {
        #expect(
            try Sample.edges("Basile Darvant est le frère de Clélia Darvant.", "fr") == [
                "Basile Darvant sibling-of Clélia Darvant"
            ])
        #expect(
            try Sample.edges("Rory Haskell and his sister Nina Haskell met in Rome.", "en") == [
                "Nina Haskell sibling-of Rory Haskell"
            ])
    }

    @Test func `a sister company is nobody's sibling`() throws {
        #expect(
            try Sample.edges("Tavrin, société sœur de Mirandel, déménage.", "fr").filter { $0.contains("sibling-of") }
                == [])
        #expect(
            try Sample.edges("Tavrin, a sister company of Mirandel, is moving.", "en").filter {
                $0.contains("sibling-of")
            } == [])
    }

    @Test func `brothers in arms are nobody's siblings`() throws {
        #expect(
            try Sample.edges("Basile Darvant et Odile Trémont, frères d'armes, se sont revus.", "fr").filter {
                $0.contains("sibling-of")
            }
                == [])
    }

    @Test func `roles in an apposition belong to the person, not to the company`() throws {
        let expected: Set = ["Odile Trémont founder-of Halmont Partners", "Odile Trémont invests-in Tavrin"]
        #expect(
            try Sample.edges(
                "Odile Trémont, fondatrice de Halmont Partners et investisseuse de Tavrin, préside le jury.", "fr")
                == expected)
        #expect(
            try Sample.edges(
                "Odile Trémont, founder of Halmont Partners and an investor in Tavrin, chairs the jury.", "en")
                == expected)
    }

    @Test func `a chief executive leads and an engineer works for`() throws {
        #expect(
            try Sample.edges("Odile Trémont, directrice générale de Tavrin, se félicite.", "fr") == [
                "Odile Trémont leads Tavrin"
            ])
        #expect(
            try Sample.edges("Tavrin chief executive Odile Trémont resigned.", "en").isSubset(of: [
                "Odile Trémont leads Tavrin"
            ]))
        #expect(
            try Sample.edges("Odile Trémont, ingénieure chez Tavrin, témoigne.", "fr") == [
                "Odile Trémont works-for Tavrin"
            ])
    }

    @Test func `a founder founds`() throws {
        #expect(try Sample.edges("Odile Trémont a fondé Tavrin.", "fr") == ["Odile Trémont founder-of Tavrin"])
        #expect(try Sample.edges("Tavrin was founded by Odile Trémont.", "en") == ["Odile Trémont founder-of Tavrin"])
    }

    @Test func `a possessive makes a product`() throws {
        let english = try Sample.edges("Lysander AI's Nimbrix answers questions.", "en")
        #expect(english == ["Lysander AI makes Nimbrix"])
        #expect(try Sample.edges("Lysander AI a lancé Nimbrix.", "fr") == ["Lysander AI makes Nimbrix"])
    }

    @Test func `a person's role in a heading is not taken for a name`() throws {
        let statements = try Sample.statements(
            "Lundi, le directeur général a rencontré Odile Trémont. Le ministre a investi dans Tavrin.", "fr")
        #expect(
            statements.filter { ["Lundi", "Le", "Le ministre", "directeur général"].contains($0.subject.name) } == [])
    }

    @Test func `a head of state leads no company that is spoken of`() throws {
        #expect(
            try Sample.edges("Tavrin fabrique des drones. Le président américain Rory Haskell l'a saluée.", "fr")
                .filter { $0.contains("leads") } == [])
        #expect(
            try Sample.edges("Tavrin makes drones. The report was handed to President Rory Haskell.", "en")
                .filter { $0.contains("leads") } == [])
    }

    @Test func `who succeeds somebody in another post leads nothing`() throws {
        #expect(
            try Sample.edges("Tavrin makes drones. Nina Haskell succeeds Rory Haskell as head of research.", "en")
                .filter { $0.contains("leads") } == [])
    }

    @Test func `in a row of posts each name has the post before it`() throws {
        let text = "Étaient là le PDG de Sélunor, Rory Haskell, la présidente de Tavrin, Odile Trémont, et d'autres."
        #expect(
            try Sample.edges(text, "fr").filter { $0.contains("leads") }.sorted() == [
                "Odile Trémont leads Tavrin", "Rory Haskell leads Sélunor",
            ])
    }

    @Test func `a managing director is one of many and the managing director is not`() throws {
        #expect(
            try Sample.edges("Nina Haskell, a managing director at Tavrin, spoke.", "en") == [
                "Nina Haskell works-for Tavrin"
            ])
        #expect(
            try Sample.edges("Nina Haskell, the managing director of Tavrin, spoke.", "en") == [
                "Nina Haskell leads Tavrin"
            ])
    }

    @Test func `somebody's phone is not of their making`() throws {
        #expect(try Sample.edges("Rory Haskell a photographié la scène avec son Nimbrix.", "fr") == [])
    }
}
