import LiaisonModel
import Testing

/// Posts, and what is said of the last of several.
@Suite struct PostTests {
    @Test(arguments: [
        ("Quorin named Clélia Darvant as head of hardware.", "en"),
        ("Quorin appointed Clélia Darvant as CEO of its commercial business.", "en"),
        ("Clélia Darvant rejoint Quorin comme directrice générale adjointe.", "fr"),
    ])
    func `a post at a part of a firm does not lead the firm`(text: String, language: String) throws {
        #expect(try !Sample.edges(text, language).contains("Clélia Darvant leads Quorin"))
    }

    @Test func `a post at the head of a firm leads it`() throws {
        #expect(
            try Sample.edges("Quorin named Clélia Darvant as chief executive.", "en") == ["Clélia Darvant leads Quorin"]
        )
        #expect(
            try Sample.edges("Quorin named Clélia Darvant chairman of the board.", "en").contains(
                "Clélia Darvant leads Quorin"))
    }

    @Test func `under a chief executive a firm is led by them`() throws {
        #expect(
            try Sample.edges("Under chief executive Clélia Darvant, Quorin has opened ten plants.", "en")
                == ["Clélia Darvant leads Quorin"])
    }

    @Test func `a participle in the singular speaks of the last`() throws {
        #expect(
            try Sample.edges("Quorin concurrence Tavrin et Jovrel, racheté en 2014 par Mirandel.", "fr")
                == ["Quorin rival-of Tavrin", "Jovrel rival-of Quorin", "Mirandel acquires Jovrel"])
        let rivals = try Sample.statements(
            "Quorin competes with Tavrin and Jovrel, acquired by Mirandel in 2022.", "en"
        ).filter { $0.relation == "rival-of" }
        #expect(rivals.count == 2)
        #expect(rivals.allSatisfy { $0.qualifiers.date == nil })
    }

    @Test func `the object of a joined verb is what a pronoun takes up`() throws {
        #expect(
            try Sample.edges("Tavrin is struggling. Clélia Darvant co-founded Quorin and still runs it.", "en")
                == ["Clélia Darvant founder-of Quorin", "Clélia Darvant leads Quorin"])
    }

    @Test func `who is hired from a firm is no delivery`() throws {
        #expect(
            try !Sample.edges("Quorin hired Clélia Darvant from Tavrin.", "en").contains("Tavrin contracts-with Quorin")
        )
    }

    @Test func `what is to be done under a contract tells who does it`() throws {
        #expect(
            try Sample.edges("Quorin signed a contract with Tavrin to supply sensors.", "en")
                == ["Quorin contracts-with Tavrin"])
        #expect(
            try Sample.edges("Quorin signed a deal with Tavrin to buy 200 trucks.", "en") == [
                "Tavrin contracts-with Quorin"
            ])
    }
}
