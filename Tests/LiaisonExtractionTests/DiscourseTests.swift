import LiaisonModel
import Testing

/// What later sentences say of what earlier ones told: rounds, families, firms of persons, ends that go without saying.
@Suite struct DiscourseTests {
    @Test func `a share without a company is held in the one that the text is about`() throws {
        let english = try Sample.only(
            "invests-in", in: "Tavrin builds drones in Leeds. Brivane Capital holds 11%.", "en")
        #expect(english?.object.name == "Tavrin")
        let french = try Sample.only(
            "invests-in", in: "Tavrin fabrique des drones à Rennes. Brivane Capital possède 11 %.", "fr")
        #expect(french?.object.name == "Tavrin")
        #expect(french?.evidence.via == [CodePointRange(0, 6)])
    }

    @Test func `a share of something that is not understood is in nothing`() throws {
        let edges = try Sample.edges("Tavrin builds drones in Leeds. Brivane Capital holds 11% of the market.", "en")
        #expect(edges == [])
    }

    @Test func `a former investor is one of the company that the text is about`() throws {
        let statement = try Sample.only(
            "invests-in", in: "Tavrin builds drones. Brivane Capital, a former investor, declined to comment.", "en")
        #expect(statement?.object.name == "Tavrin")
        #expect(statement?.qualifiers.time == .ended)
    }

    @Test func `an investor by trade is nobody's`() throws {
        let edges = try Sample.edges("Tavrin builds drones. Rory Haskell, the investor, likes them.", "en")
        #expect(edges == [])
    }

    @Test func `an order without a supplier goes to the company that the text is about`() throws {
        let statement = try Sample.only(
            "contracts-with", in: "Tavrin fabrique des drones. Quorin en a commandé 140 exemplaires.", "fr")
        #expect(statement?.subject.name == "Tavrin")
        #expect(statement?.object.name == "Quorin")
    }

    @Test func `where a text is about two companies alike, nothing is added`() throws {
        let edges = try Sample.edges(
            "Tavrin and Quorin build drones. Brivane Capital holds 11%.", "en")
        #expect(edges == [])
    }

    @Test func `siblings named in different sentences share a sister`() throws {
        let text =
            "Basile Darvant dirige Tavrin avec son frère, Rory Darvant. Le froid est vif. Leur sœur Clélia se tait."
        let edges = try Sample.edges(text, "fr")
        #expect(edges.contains("Basile Darvant sibling-of Clélia Darvant"))
        #expect(edges.contains("Clélia Darvant sibling-of Rory Darvant"))
    }

    @Test func `a person's company is the one that the text said the person runs`() throws {
        let text = "Rory Haskell runs Tavrin. Quorin sells chips. Brivane Capital has invested in Haskell's company."
        #expect(try Sample.only("invests-in", in: text, "en")?.object.name == "Tavrin")
    }

    @Test func `it may be the round that was led`() throws {
        let text = "Tavrin boucle une levée de fonds de 20 millions d'euros. Elle est menée par Brivane Capital."
        let statement = try Sample.only("invests-in", in: text, "fr")
        #expect(statement?.subject.name == "Brivane Capital")
        #expect(statement?.object.name == "Tavrin")
    }

    @Test func `a round told of without its raiser gives its terms to those who joined it`() throws {
        let statement = try Sample.only(
            "invests-in",
            in: "Tavrin is moving to Cork. A $9 million seed round will pay for it. Brivane Capital led the round.",
            "en")
        #expect(statement?.qualifiers.amount?.value == ExactDecimal(9_000_000))
        #expect(statement?.qualifiers.amount?.scope == .round)
        #expect(statement?.qualifiers.round == "seed")
    }

    @Test func `the sum of a round is not that of an earlier one`() throws {
        let text =
            "Tavrin has raised a $40 million Series B. Brivane Capital, which had led the seed round, stayed out."
        #expect(try Sample.only("invests-in", in: text, "en")?.qualifiers.amount == nil)
    }

    @Test func `less than the sum of the round is what one investor gave`() throws {
        let amount = try Sample.only(
            "invests-in", in: "Tavrin a levé 20 millions d'euros. Brivane Capital a apporté 8 millions d'euros.", "fr")?
            .qualifiers.amount
        #expect(amount?.value == ExactDecimal(8_000_000))
        #expect(amount?.scope == .edge)
    }

    @Test func `half of a round is no stake`() throws {
        let text = "Tavrin has raised $20 million. Brivane Capital provided half of it."
        #expect(try Sample.only("invests-in", in: text, "en")?.qualifiers.stake == nil)
    }

    @Test func `those who followed joined the round`() throws {
        let text = "Tavrin a levé 20 millions d'euros. Brivane Capital et Ostrelle Ventures ont suivi."
        let edges = try Sample.edges(text, "fr")
        #expect(edges == ["Brivane Capital invests-in Tavrin", "Ostrelle Ventures invests-in Tavrin"])
    }

    @Test func `what the first sentence names is what the text is about, though others are named as often`() throws {
        let text = "Tavrin builds drones. Quorin builds chips. Brivane Capital holds 11%."
        #expect(try Sample.only("invests-in", in: text, "en").map(\.object.name) == "Tavrin")
    }

    @Test func `a share of the capital is one of the company that the text is about`() throws {
        let statement = try Sample.only(
            "invests-in", in: "Tavrin builds drones in Leeds. Brivane Capital holds 11% of the shares.", "en")
        #expect(statement?.object.name == "Tavrin")
    }

    @Test func `so is and so did say the same of others`() throws {
        let text = "Tavrin has raised $20 million. Brivane Capital is in. So is Halmont Partners."
        let edges = try Sample.edges(text, "en")
        #expect(edges == ["Brivane Capital invests-in Tavrin", "Halmont Partners invests-in Tavrin"])
        let orders = try Sample.edges("Quorin hired Tavrin in May, as did Jovrel.", "en")
        #expect(orders.contains("Tavrin contracts-with Jovrel"))
    }

    @Test func `who follows somebody has not done the same`() throws {
        let edges = try Sample.edges("Rory Haskell runs Tavrin. Nina Haskell followed him.", "en")
        #expect(edges == ["Rory Haskell leads Tavrin"])
    }

    @Test func `those that did something are who a copula says they are`() throws {
        let text = "Tavrin has raised $20 million. Among the others to contribute were Quorin and Halmont Partners."
        let edges = try Sample.edges(text, "en")
        #expect(edges == ["Quorin invests-in Tavrin", "Halmont Partners invests-in Tavrin"])
    }

    @Test func `a role that one sentence speaks of goes on to the next`() throws {
        let they = try Sample.edges(
            "Tavrin's investors looked relieved. They include Quorin and Halmont Partners.", "en")
        #expect(they == ["Quorin invests-in Tavrin", "Halmont Partners invests-in Tavrin"])
        let another = try Sample.edges(
            "Tavrin builds drones. Quorin, a competitor, is hiring. Another, Jovrel, has moved to Cork.", "en")
        #expect(another.contains("Jovrel rival-of Tavrin"))
    }

    @Test func `both of two companies are meant where nothing else is`() throws {
        let edges = try Sample.edges("Tavrin and Quorin build drones. Jovrel competes with both.", "en")
        #expect(edges == ["Jovrel rival-of Tavrin", "Jovrel rival-of Quorin"])
    }

    @Test func `we are the firm of the one who speaks`() throws {
        let text = "Rory Haskell runs Tavrin. \"We compete with Quorin every week,\" says Haskell."
        #expect(try Sample.edges(text, "en").contains("Quorin rival-of Tavrin"))
    }

    @Test func `a name that is all of a paragraph's first sentence is what the paragraph is about`() throws {
        let text = """
            Four firms showed what they do.

            Tavrin. Drones, sold by the dozen. Quorin owns 6% of the company.

            Jovrel. Boats, sold by the metre. Pelvaux owns 9% of the company.
            """
        let edges = try Sample.edges(text, "en")
        #expect(edges == ["Quorin invests-in Tavrin", "Pelvaux invests-in Jovrel"])
    }

    @Test func `what is bought from a maker is named by its product`() throws {
        let text = "Tavrin makes Nimbrix. The Ministry of Tides has ordered Nimbrix for its boats."
        #expect(try Sample.edges(text, "en").isSuperset(of: ["Tavrin makes Nimbrix"]))
        let sold = try Sample.edges("Tavrin makes Nimbrix. Quorin buys its drones from Nimbrix.", "en")
        #expect(sold.contains("Tavrin contracts-with Quorin"))
    }

    @Test func `a phrase that leaves out of whom is of the company that the text is about`() throws {
        let french = "Tavrin fabrique des drones à Rennes. Quorin est entré au capital en 2021."
        #expect(try Sample.edges(french, "fr") == ["Quorin invests-in Tavrin"])
        let english = "Tavrin builds drones in Leeds. Rory Haskell, at the helm since 2019, is tired."
        #expect(try Sample.edges(english, "en") == ["Rory Haskell leads Tavrin"])
    }

    @Test func `a possessive in such a phrase says of whom`() throws {
        let french = "Tavrin fabrique des drones à Rennes. À sa tête, Rory Haskell ne dort plus."
        #expect(try Sample.edges(french, "fr") == ["Rory Haskell leads Tavrin"])
    }

    @Test func `some of those of whom the sentence before spoke`() throws {
        let french = "Tavrin compte 300 clients. Parmi eux, Quorin et Jovrel."
        #expect(
            try Sample.edges(french, "fr") == ["Tavrin contracts-with Quorin", "Tavrin contracts-with Jovrel"])
        let english = "Tavrin has three customers. Among them are Quorin and Jovrel."
        #expect(
            try Sample.edges(english, "en") == ["Tavrin contracts-with Quorin", "Tavrin contracts-with Jovrel"])
    }

    @Test func `each of those of whom the sentence before spoke`() throws {
        let text = "Tavrin has two big shareholders. One is Brivane Capital. The other is Quorin."
        #expect(
            try Sample.edges(text, "en") == ["Brivane Capital invests-in Tavrin", "Quorin invests-in Tavrin"])
    }

    @Test func `a number behind the article leaves founders definite`() throws {
        let text = "Tavrin déménage. Les deux fondateurs, Rory Haskell et Clélia Darvant, cherchaient plus grand."
        #expect(
            try Sample.edges(text, "fr") == ["Rory Haskell founder-of Tavrin", "Clélia Darvant founder-of Tavrin"])
    }

    @Test func `whose boss it is, is what it stands for`() throws {
        let text = "Tavrin builds drones. Quorin will pay €60m for it, and its boss, Rory Haskell, will stay."
        #expect(try !Sample.edges(text, "en").contains("Rory Haskell leads Quorin"))
    }
}
