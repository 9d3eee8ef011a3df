import LiaisonModel
import Testing

/// What is not so, however a language contracts its negation.
@Suite struct NegationTests {
    @Test(arguments: [
        "Quorin doesn't own Tavrin.", "Quorin hasn’t bought Tavrin.", "Quorin won't buy Tavrin.",
        "Quorin isn't buying Tavrin.", "Quorin didn't buy Tavrin.", "Quorin can't buy Tavrin.",
        "Quorin said it wouldn't buy Tavrin.", "Tavrin wasn't bought by Quorin.", "Tavrin isn't owned by Quorin.",
        "Tavrin isn't a subsidiary of Quorin.", "Quorin isn't a rival of Tavrin.", "Quorin didn’t invest in Tavrin.",
        "Tavrin isn't being bought by Quorin.",
    ])
    func `a contracted negation is one`(text: String) throws {
        let statements = try Sample.statements(text, "en")
        #expect(!statements.isEmpty)
        #expect(statements.allSatisfy { $0.qualifiers.negated })
    }

    @Test(arguments: [
        "Quorin n'a pas racheté Tavrin.", "Quorin n’a jamais investi dans Tavrin.",
        "Quorin n'est pas actionnaire de Tavrin.", "Quorin ne rachètera pas Tavrin.",
        "Tavrin n'appartient pas à Quorin.", "Quorin assure ne pas avoir racheté Tavrin.",
    ])
    func `both halves of a French negation are read`(text: String) throws {
        let statements = try Sample.statements(text, "fr")
        #expect(!statements.isEmpty)
        #expect(statements.allSatisfy { $0.qualifiers.negated })
    }

    @Test(arguments: [
        ("Tavrin was bought by Quorin, not by Jovrel.", "en", "Quorin acquires Tavrin"),
        ("It was Quorin, not Jovrel, that bought Tavrin.", "en", "Quorin acquires Tavrin"),
        (
            "C'est à Quorin, et non à Jovrel, que Tavrin a confié la modernisation de ses radars.", "fr",
            "Quorin contracts-with Tavrin"
        ),
    ])
    func `who did not do it is no end`(text: String, language: String, expected: String) throws {
        #expect(try Sample.edges(text, language) == [expected])
    }

    @Test(arguments: [
        ("Quorin stopped short of buying Tavrin.", "en"), ("Quorin is far from owning Tavrin.", "en"),
        ("Quorin est loin d'avoir racheté Tavrin.", "fr"), ("Quorin a failli racheter Tavrin.", "fr"),
        ("Quorin almost bought Tavrin.", "en"), ("Quorin cannot buy Tavrin.", "en"),
        ("Quorin is unlikely to buy Tavrin.", "en"), ("Quorin lacks the money to buy Tavrin.", "en"),
    ])
    func `what one is far from is not done`(text: String, language: String) throws {
        #expect(try Sample.edges(text, language).isEmpty)
    }

    @Test func `who tells the news has no part in it`() throws {
        let edges = try Sample.edges("Quorin plans to partner with Tavrin, Jovrel reported.", "en")
        #expect(!edges.contains { $0.contains("Jovrel") })
    }

    @Test func `a noun behind et non is denied`() throws {
        let statements = try Sample.statements("Cousins et non frères, Marc et Luc Delorme dirigent Tavrin.", "fr")
        #expect(statements.filter { $0.relation == "sibling-of" }.allSatisfy { $0.qualifiers.negated })
    }

    @Test func `what a relative says of a contract that is over is over`() throws {
        for (text, language) in [
            ("Quorin a résilié le contrat qui le liait à Tavrin.", "fr"),
            ("Quorin a rompu l'accord par lequel Tavrin l'équipait en capteurs.", "fr"),
        ] {
            let statements = try Sample.statements(text, language)
            #expect(statements.allSatisfy { $0.qualifiers.time == .ended }, "\(text)")
        }
        let found = try Sample.only("contracts-with", in: "Quorin a signé le contrat qui le lie à Tavrin.", "fr")
        #expect(found?.qualifiers.time == .current)
    }

    @Test func `per cent names no source`() throws {
        let statements = try Sample.statements("Quorin took a 9.9 per cent interest in Tavrin.", "en")
        #expect(!statements.isEmpty)
        #expect(statements.allSatisfy { $0.qualifiers.source == nil })
    }
}
