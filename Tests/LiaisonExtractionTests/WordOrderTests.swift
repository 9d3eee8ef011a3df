import LiaisonModel
import Testing

/// Subjects, objects and names that stand elsewhere than in the plain order.
@Suite struct WordOrderTests {
    @Test func `an aside between commas does not part a verb from its object`() throws {
        #expect(
            try Sample.edges("Clélia Darvant a fondé en 2019, après dix ans de conseil, la société Tavrin.", "fr") == [
                "Clélia Darvant founder-of Tavrin"
            ])
    }

    @Test func `behind nothing but prepositional phrases a French verb has its subject behind it`() throws {
        #expect(
            try Sample.edges(
                "Au tour de table de Tavrin ont participé Brivane Capital et Ostrelle Ventures.", "fr") == [
                    "Brivane Capital invests-in Tavrin", "Ostrelle Ventures invests-in Tavrin",
                ])
    }

    @Test func `at the head of a sentence a French verb has its subject behind it`() throws {
        let round = "Tavrin a levé 20 millions d'euros."
        for sentence in [
            "Y participent aussi Brivane Capital et Ostrelle Ventures.",
            "Ont également participé Brivane Capital et Ostrelle Ventures.",
        ] {
            #expect(
                try Sample.edges("\(round) \(sentence)", "fr") == [
                    "Brivane Capital invests-in Tavrin", "Ostrelle Ventures invests-in Tavrin",
                ])
        }
    }

    @Test func `a sum behind a name shares the verb of the sentence`() throws {
        let statements = try Sample.statements(
            "Brivane Capital invested $4 million in Tavrin and Ostrelle Ventures $2 million.", "en")
        #expect(
            Set(statements.map { "\($0.subject.name) \($0.qualifiers.amount?.value.description ?? "")" }) == [
                "Brivane Capital 4000000", "Ostrelle Ventures 2000000",
            ])
    }

    @Test func `those of whom the same is said share the predicate`() throws {
        #expect(
            try Sample.edges("Brivane Capital has invested in Tavrin, as has Ostrelle Ventures.", "en") == [
                "Brivane Capital invests-in Tavrin", "Ostrelle Ventures invests-in Tavrin",
            ])
    }

    @Test func `a post may be left out the second time`() throws {
        #expect(
            try Sample.edges(
                "Le patron de Tavrin, Basile Darvant, et celui de Jovrel, Clélia Darvant, se taisent.", "fr") == [
                    "Basile Darvant leads Tavrin", "Clélia Darvant leads Jovrel",
                ])
    }

    @Test func `adverbs may part the two halves of a negation`() throws {
        #expect(
            try Sample.suppressed("Brivane Capital n'entrera finalement pas au capital de Tavrin.", "fr") == [
                "Brivane Capital invests-in Tavrin"
            ])
    }

    @Test func `what is said of both behind a comma is said of each`() throws {
        #expect(
            try Sample.edges("Jovrel and Pelvaux, both of which supply Tavrin, declined to comment.", "en") == [
                "Jovrel contracts-with Tavrin", "Pelvaux contracts-with Tavrin",
            ])
    }

    @Test func `brackets do not part the members of a list`() throws {
        #expect(
            try Sample.edges(
                "Le capital de Tavrin est réparti entre Brivane Capital (35 %) et Ostrelle Ventures (20 %).", "fr") == [
                    "Brivane Capital invests-in Tavrin", "Ostrelle Ventures invests-in Tavrin",
                ])
    }

    @Test func `the date of a participle at the head of a sentence is its own`() throws {
        let statements = try Sample.statements("Founded in 2016, Tavrin raised $3 million from Brivane Capital.", "en")
        #expect(statements.map(\.qualifiers.date) == [nil])
    }

    @Test func `who leaves a post has it no more`() throws {
        #expect(
            try Sample.statements("Basile Darvant quitte ses fonctions de président de Tavrin.", "fr").map(
                \.qualifiers.time) == [.ended])
    }
}
