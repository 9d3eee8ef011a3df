import LiaisonModel
import Testing

/// Turns of the English press in which goods, shares and lists say who is meant.
@Suite struct GoodsTests {
    @Test func `what is said of goods tells who uses and who makes them`() throws {
        #expect(
            try Sample.edges("Quorin, which makes the lasers that Tavrin uses in its cutters, is hiring.", "en")
                == ["Quorin contracts-with Tavrin"])
        #expect(
            try Sample.edges("Tavrin's vans run on batteries made by Quorin.", "en") == ["Quorin contracts-with Tavrin"]
        )
        #expect(try Sample.edges("Tavrin's vans run on batteries that Quorin criticised.", "en").isEmpty)
    }

    @Test func `what belongs to a firm is not the firm`() throws {
        #expect(try Sample.edges("Brivane Capital invested in Tavrin's rise.", "en").isEmpty)
        #expect(try Sample.edges("Quorin paid $3 million for Tavrin's headquarters.", "en").isEmpty)
    }

    @Test func `a share that opens a clause is its subject`() throws {
        #expect(try Sample.edges("Half of Tavrin belongs to Quorin.", "en") == ["Quorin invests-in Tavrin"])
        #expect(
            try Sample.edges("A third of Tavrin is held by Brivane Capital.", "en")
                == ["Brivane Capital invests-in Tavrin"])
    }

    @Test func `objects with a date each share the verb`() throws {
        let statements = try Sample.statements(
            "Quorin bought Tavrin in 2020, Jovrel in 2021 and Mirandel in 2022.", "en")
        let dates = Dictionary(
            statements.map { ($0.object.name, $0.qualifiers.date) }, uniquingKeysWith: { first, _ in first })
        #expect(dates == ["Tavrin": "2020", "Jovrel": "2021", "Mirandel": "2022"])
    }

    @Test func `a bare number behind a share is a share`() throws {
        let statements = try Sample.statements(
            "Brivane Capital holds 12 per cent of Tavrin, and Halmont Partners another 9.", "en")
        let stakes = Dictionary(
            statements.map { ($0.subject.name, $0.qualifiers.stake) }, uniquingKeysWith: { first, _ in first })
        #expect(stakes == ["Brivane Capital": ExactDecimal("0.12"), "Halmont Partners": ExactDecimal("0.09")])
        #expect(statements.allSatisfy { $0.object.name == "Tavrin" })
    }

    @Test func `the past of find founds nothing`() throws {
        #expect(try Sample.edges("Rory Haskell found Tavrin in the phone book.", "en").isEmpty)
        #expect(try Sample.edges("Tavrin makes drones. Rory Haskell found that sales had fallen.", "en").isEmpty)
        #expect(
            try Sample.edges("Rory Haskell left to found Tavrin.", "en") == ["Rory Haskell founder-of Tavrin"])
    }

    @Test func `a post that the sentence opens with is its subject's`() throws {
        #expect(
            try Sample.edges("As chief executive of Tavrin, Rory Haskell cut costs.", "en")
                == ["Rory Haskell leads Tavrin"])
    }

    @Test func `one sum of several investors is the round's`() throws {
        let statements = try Sample.statements(
            "Brivane Capital and Halmont Partners invested $40 million in Tavrin.", "en")
        #expect(statements.count == 2)
        #expect(statements.allSatisfy { $0.qualifiers.amount?.scope == .round })
    }

    @Test func `examples of what a verb takes are what it takes`() throws {
        let edges = try Sample.edges(
            "Quorin has bought a number of firms in Europe, including Tavrin and Jovrel.", "en")
        #expect(edges == ["Quorin acquires Tavrin", "Quorin acquires Jovrel"])
        #expect(
            try Sample.edges("Quorin sells to carmakers such as Tavrin and Jovrel.", "en")
                == ["Quorin contracts-with Tavrin", "Quorin contracts-with Jovrel"])
    }

    @Test func `what a gerund between commas takes does nothing`() throws {
        let edges = try Sample.edges("Quorin, having bought Tavrin in the spring, has invested in Jovrel.", "en")
        #expect(edges == ["Quorin acquires Tavrin", "Quorin invests-in Jovrel"])
    }

    @Test func `what was wrongly said is denied`() throws {
        let text = "Tavrin was wrongly described as a subsidiary of Quorin."
        #expect(try Sample.edges(text, "en").isEmpty)
        #expect(try Sample.suppressed(text, "en") == ["Tavrin subsidiary-of Quorin"])
    }

    @Test func `what was once so has ended`() throws {
        for text in [
            "Quorin, once Tavrin's only supplier of cameras, has left.", "Quorin, once a supplier of Tavrin, has left.",
            "Quorin was once Tavrin's only supplier of cameras.",
        ] {
            let statements = try Sample.statements(text, "en").filter { $0.relation == "contracts-with" }
            #expect(statements.map(\.qualifiers.time) == [.ended], "\(text)")
        }
    }
}
