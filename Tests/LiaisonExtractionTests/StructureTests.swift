import LiaisonModel
import Testing

/// What belongs to what in a sentence, whatever the words are.
@Suite struct StructureTests {
    @Test func `what follows a noun behind a preposition is that noun's`() throws {
        let text = "Clélia Darvant, cofondatrice de Tavrin et investisseuse de Mirandel, se tait."
        #expect(
            try Sample.edges(text, "fr") == [
                "Clélia Darvant founder-of Tavrin", "Clélia Darvant invests-in Mirandel",
            ])
    }

    @Test func `a preposition may say who leads what`() throws {
        #expect(
            try Sample.edges("Clélia Darvant, à la tête de Tavrin depuis mai, se tait.", "fr") == [
                "Clélia Darvant leads Tavrin"
            ])
        #expect(
            try Sample.edges("Rory Haskell, at the helm of Tavrin since May, declined to comment.", "en") == [
                "Rory Haskell leads Tavrin"
            ])
    }

    @Test func `a noun takes the name that a participle gives it`() throws {
        #expect(try Sample.edges("Tavrin a lancé un robot baptisé Étoilium.", "fr") == ["Tavrin makes Étoilium"])
        #expect(try Sample.edges("Tavrin launched a chatbot called Nimbrix.", "en") == ["Tavrin makes Nimbrix"])
    }

    @Test func `a question states nothing`() throws {
        #expect(try Sample.edges("Sélunor a-t-il racheté Tavrin ?", "fr") == [])
        #expect(try Sample.edges("Has Sélunor acquired Tavrin?", "en") == [])
    }

    @Test func `a former place is no present one`() throws {
        #expect(
            try Sample.statements("Clélia Darvant, ex-Tavrin, se tait.", "fr").map(\.qualifiers.time) == [.ended])
        #expect(
            try Sample.statements("Rory Haskell used to run sales at Tavrin.", "en").map(\.qualifiers.time) == [.ended])
    }

    @Test func `what several own is nobody's subsidiary`() throws {
        #expect(
            try Sample.edges("Tavrin is owned by Mirandel and Quorin.", "en") == [
                "Mirandel invests-in Tavrin", "Quorin invests-in Tavrin",
            ])
        #expect(try Sample.edges("Tavrin is owned by Mirandel.", "en") == ["Tavrin subsidiary-of Mirandel"])
    }

    @Test func `who clears a deal does not make it`() throws {
        #expect(
            try Sample.edges("Sélunor critique l'acquisition de Tavrin.", "fr").contains("Sélunor acquires Tavrin")
                == false)
    }

    @Test func `the sum that several paid is the round's`() throws {
        let statements = try Sample.statements(
            "Tavrin a levé 12 millions d'euros auprès de Brivane Capital et d'Ostrelle Ventures.", "fr")
        #expect(statements.map(\.qualifiers.amount?.scope) == [.round, .round])
        let alone = try Sample.statements("Tavrin a levé 12 millions d'euros auprès de Brivane Capital.", "fr")
        #expect(alone.map(\.qualifiers.amount?.scope) == [.edge])
    }
}
