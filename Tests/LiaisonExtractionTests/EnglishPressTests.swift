import LiaisonModel
import Testing

/// Turns of the English business press: where words stand says what they are, and whose.
@Suite struct EnglishPressTests {
    @Test func `whose a post is may be a description behind a comma`() throws {
        let edges = try Sample.edges(
            "Tavrin builds drones. Rory Haskell, the company's chief executive, declined to comment.", "en")
        #expect(edges == ["Rory Haskell leads Tavrin"])
    }

    @Test func `two posts of one owner go before a name`() throws {
        let edges = try Sample.edges("Tavrin's founder and chief executive, Nina Haskell, declined to comment.", "en")
        #expect(edges == ["Nina Haskell founder-of Tavrin", "Nina Haskell leads Tavrin"])
    }

    @Test func `what stands behind an object may be the verb's`() throws {
        let edges = try Sample.edges("Tavrin builds drones. Rory Haskell started the firm with Nina Haskell.", "en")
        #expect(edges == ["Rory Haskell founder-of Tavrin", "Nina Haskell founder-of Tavrin"])
    }

    @Test func `a title before a name is no noun`() throws {
        let edges = try Sample.edges("Tavrin's founder, Dr Odile Trémont, declined to comment.", "en")
        #expect(edges == ["Odile Trémont founder-of Tavrin"])
    }

    @Test func `those who compete with a third do not compete with each other`() throws {
        let edges = try Sample.edges("Quorin and Jovrel compete with Tavrin.", "en")
        #expect(edges == ["Quorin rival-of Tavrin", "Jovrel rival-of Tavrin"])
    }

    @Test func `a form that may be a verb is one behind an inset`() throws {
        let edges = try Sample.edges("Tavrin, a maker of drones, plans to buy Quorin.", "en")
        #expect(edges == ["Tavrin acquires Quorin"])
    }

    @Test func `a form in s behind a verb is what it takes`() throws {
        let edges = try Sample.edges("Tavrin, a subsidiary of Quorin, makes pumps.", "en")
        #expect(edges == ["Tavrin subsidiary-of Quorin"])
    }

    @Test func `two who run a firm both lead it`() throws {
        let edges = try Sample.edges("Rory Haskell and Nina Haskell run Tavrin.", "en")
        #expect(edges.isSuperset(of: ["Rory Haskell leads Tavrin", "Nina Haskell leads Tavrin"]))
    }

    @Test func `a sum may be told in the next sentence`() throws {
        let texts = [
            "Tavrin has bought Quorin. The deal is worth €40 million.",
            "Tavrin has bought Quorin. It paid €40 million in cash.",
            "Tavrin has bought Quorin. The price was €40 million.",
        ]
        for text in texts {
            let amount = try Sample.only("acquires", in: text, "en")?.qualifiers.amount
            #expect(amount?.value == ExactDecimal(40_000_000), "\(text)")
            #expect(amount?.scope == .edge)
        }
    }

    @Test func `a turnover in the next sentence is no price`() throws {
        let texts = [
            "Tavrin has bought Quorin. Its revenue was €40 million last year.",
            "Tavrin has bought Quorin. Jovrel paid €40 million for Pelvaux.",
        ]
        for text in texts {
            let found = try Sample.statements(text, "en").first { $0.object.name == "Quorin" }
            #expect(found != nil && found?.qualifiers.amount == nil, "\(text)")
        }
    }

    @Test func `each of several sums is of the firm that it went into`() throws {
        let statements = try Sample.statements("Tavrin invested $5 million in Quorin and $7 million in Jovrel.", "en")
        #expect(statements.map(\.object.name).sorted() == ["Jovrel", "Quorin"])
        #expect(
            Set(statements.compactMap { $0.qualifiers.amount?.value }) == [
                ExactDecimal(5_000_000), ExactDecimal(7_000_000),
            ])
    }

    @Test func `the former and the latter are those named together`() throws {
        let edges = try Sample.edges("Rory Haskell and Nina Haskell met in Cork. The former runs Tavrin.", "en")
        #expect(edges.contains("Rory Haskell leads Tavrin"))
    }

    @Test func `examples of a noun fill its place`() throws {
        let edges = try Sample.edges("Tavrin supplies batteries to carmakers including Quorin and Jovrel.", "en")
        #expect(edges == ["Tavrin contracts-with Quorin", "Tavrin contracts-with Jovrel"])
    }

    @Test func `an adverb behind a comma goes with the participle`() throws {
        let edges = try Sample.edges("Tavrin, wholly owned by Quorin, makes pumps.", "en")
        #expect(edges == ["Tavrin subsidiary-of Quorin"])
    }

    @Test func `whose plan it is does what it plans`() throws {
        let edges = try Sample.edges("Tavrin's $2 million bid to buy Quorin won support.", "en")
        #expect(edges == ["Tavrin acquires Quorin"])
    }

    @Test func `a price for each share is no share`() throws {
        let edges = try Sample.edges("Tavrin has made an offer to buy Quorin at $40 a share.", "en")
        #expect(edges == ["Tavrin acquires Quorin"])
    }

    @Test func `between two names an apostrophe is a possessor's`() throws {
        let edges = try Sample.edges("Tavrin's Quorin unit is hiring.", "en")
        #expect(edges == ["Quorin subsidiary-of Tavrin"])
    }

    @Test func `a second verb goes on with a relative that a preposition opens`() throws {
        let edges = try Sample.edges(
            "Tavrin, in which Siemens holds 5% and Nokia has invested $5 million, is growing.", "en")
        #expect(edges == ["Siemens invests-in Tavrin", "Nokia invests-in Tavrin"])
        let other = try Sample.edges("Tavrin, in which Siemens holds 5%, and Nokia have bought Quorin.", "en")
        #expect(!other.contains("Nokia invests-in Tavrin"))
    }

    @Test func `a word between a copula and a noun is no verb`() throws {
        for noun in ["direct competitors", "close rivals"] {
            #expect(try Sample.edges("Nokia and Siemens are \(noun).", "en") == ["Nokia rival-of Siemens"])
        }
    }

    @Test func `a role with a time or a place beside it is still the topic's`() throws {
        let edges = try Sample.edges(
            "Quorin reported a rise in profit. New clients in the period included Nokia and Siemens.", "en")
        #expect(edges == ["Quorin contracts-with Nokia", "Quorin contracts-with Siemens"])
    }
}
