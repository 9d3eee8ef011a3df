import LiaisonModel
import Testing

/// Deals that came to nothing, and what is denied of them, in the same sentence or a later one.
@Suite struct UndoneTests {
    @Test(arguments: [
        ("Quorin had agreed to buy Tavrin, but the deal fell through.", "en"),
        ("Quorin had agreed to buy Tavrin for $23 billion, but the deal collapsed.", "en"),
        ("Quorin had agreed to buy Tavrin. The two companies called off the deal in May.", "en"),
        ("Quorin agreed to buy Tavrin. The regulator blocked the takeover.", "en"),
        ("Quorin devait racheter Tavrin, mais l'opération a échoué.", "fr"),
        ("Quorin a annoncé le rachat de Tavrin. L'opération a été abandonnée en février.", "fr"),
    ])
    func `a deal that came to nothing is planned and negated`(text: String, language: String) throws {
        let found = try #require(try Sample.only("acquires", in: text, language))
        #expect(found.qualifiers.negated)
        #expect(found.qualifiers.time == .planned)
    }

    @Test(arguments: [
        ("Quorin bought Tavrin. The deal did not collapse.", "en"),
        ("Quorin has agreed to buy Tavrin. Jovrel abandoned the project.", "en"),
        ("Quorin a racheté Tavrin. L'opération pourrait échouer.", "fr"),
    ])
    func `another deal, or one that may come to nothing, undoes none`(text: String, language: String) throws {
        #expect(try Sample.only("acquires", in: text, language)?.qualifiers.negated == false)
    }

    @Test func `a rumour that one side denies in the next sentence is denied`() throws {
        let found = try Sample.only(
            "acquires", in: "Quorin discute du rachat de Tavrin, selon Reuters. Quorin a démenti.", "fr")
        #expect(found?.qualifiers.factuality == .denied)
    }

    @Test func `who denies a sale has what is not sold`() throws {
        let statements = try Sample.statements(
            "Mirandel, qui détient 24 % de Tavrin, dément vouloir vendre sa part.", "fr")
        #expect(!statements.isEmpty)
        #expect(statements.allSatisfy { $0.qualifiers.factuality == .asserted && $0.qualifiers.time == .current })
    }

    @Test func `a state with an end before the publication is over`() throws {
        for (text, language) in [
            ("Tavrin, a subsidiary of Quorin until 2023, is hiring.", "en"),
            ("Tavrin was a subsidiary of Quorin until 2023.", "en"),
            ("Tavrin, filiale de Quorin jusqu'en 2023, recrute.", "fr"),
        ] {
            let found = try Sample.only("subsidiary-of", in: text, language, published: "2025-03-01")
            #expect(found?.qualifiers.time == .ended)
            #expect(found?.qualifiers.end == "2023")
        }
    }
}
