import LiaisonModel
import Testing

/// How French takes up what was named before: one of two, who speaks, who has what, whose name is known.
@Suite struct FrenchReferenceTests {
    @Test func `the first and the second are the two named together, by their gender`() throws {
        let text =
            "Clélia Darvant et Basile Darvant ont étudié à Lyon. La première a fondé Tavrin, le second dirige Quorin."
        let edges = try Sample.edges(text, "fr")
        #expect(edges.contains("Clélia Darvant founder-of Tavrin"))
        #expect(edges.contains("Basile Darvant leads Quorin"))
    }

    @Test func `the first of another gender is nobody`() throws {
        let text = "Clélia Darvant et Basile Darvant ont étudié à Lyon. Le premier a fondé Tavrin."
        #expect(try Sample.edges(text, "fr") == [])
    }

    @Test func `we and our are the firm of who is quoted`() throws {
        let equips = "Tavrin recrute. « Nous équipons déjà Quorin », dit Clélia Darvant, présidente de Tavrin."
        #expect(try Sample.edges(equips, "fr").contains("Tavrin contracts-with Quorin"))
        let rival = "Tavrin recrute. « Quorin, notre rival suisse, va vite », dit Clélia Darvant, présidente de Tavrin."
        #expect(try Sample.edges(rival, "fr").contains("Quorin rival-of Tavrin"))
    }

    @Test func `a pronoun is what the verb can be said of`() throws {
        let text = "Tavrin a une nouvelle présidente, Clélia Darvant. Elle y succède à Basile Darvant."
        let statements = try Sample.statements(text, "fr")
        #expect(
            statements.contains {
                $0.subject.name == "Basile Darvant" && $0.object.name == "Tavrin" && $0.qualifiers.time == .ended
            })
    }

    @Test func `what somebody has is theirs`() throws {
        let rivals = try Sample.edges("Tavrin fabrique des drones. Elle compte deux rivaux, Quorin et Jovrel.", "fr")
        #expect(rivals == ["Quorin rival-of Tavrin", "Jovrel rival-of Tavrin"])
        let clients = try Sample.edges("Tavrin fabrique des drones. Parmi ses clients, Quorin et Jovrel.", "fr")
        #expect(clients == ["Tavrin contracts-with Quorin", "Tavrin contracts-with Jovrel"])
    }

    @Test func `founders share a rival by way of their firm`() throws {
        let text =
            "Clélia Darvant et Basile Darvant ont fondé Tavrin. Leur principal rival s'appelle Quorin."
        #expect(try Sample.edges(text, "fr").contains("Quorin rival-of Tavrin"))
    }

    @Test func `a share of the shares is held in the company that the text is about`() throws {
        let text = "Clélia Darvant a fondé Tavrin. Elle garde 14 % des titres."
        let statement = try Sample.only("invests-in", in: text, "fr")
        #expect(statement?.subject.name == "Clélia Darvant")
        #expect(statement?.object.name == "Tavrin")
    }

    @Test func `the siblings of siblings are siblings`() throws {
        let text = "Rory Haskell est le frère de Nina Haskell. Nina Haskell et sa sœur Clélia Darvant dirigent Tavrin."
        #expect(try Sample.edges(text, "fr").contains("Clélia Darvant sibling-of Rory Haskell"))
    }

    @Test func `others follow into a round behind the verb`() throws {
        let text =
            "Tavrin a levé 20 millions d'euros. Brivane Capital a suivi, de même que Ostrelle Ventures et Halmont Partners."
        let edges = try Sample.edges(text, "fr")
        #expect(edges.contains("Halmont Partners invests-in Tavrin"))
        #expect(edges.contains("Ostrelle Ventures invests-in Tavrin"))
    }

    @Test func `what a quotation names has no part in the words around it`() throws {
        let text =
            "Tavrin fabrique des drones. « Nous ne ferons jamais rien avec Quorin », jure Rory Haskell, son directeur général."
        let edges = try Sample.edges(text, "fr")
        #expect(edges.contains("Rory Haskell leads Tavrin"))
        #expect(!edges.contains("Rory Haskell leads Quorin"))
    }

    @Test func `a person's company is the one that the text said the person runs`() throws {
        let text = "Clélia Darvant dirige Tavrin. La société de Clélia Darvant a racheté Quorin."
        #expect(try Sample.edges(text, "fr").contains("Tavrin acquires Quorin"))
    }

    @Test func `participles in a row speak of the subject behind them`() throws {
        let text = "Fondée par Clélia Darvant, rachetée en 2021 par Mirandel, la société Tavrin recrute."
        #expect(try Sample.edges(text, "fr") == ["Clélia Darvant founder-of Tavrin", "Mirandel acquires Tavrin"])
    }

    @Test func `itself says more of the owner before it`() throws {
        let text = "Tavrin, filiale de Mirandel, elle-même contrôlée par Brivane Capital, recrute."
        let edges = try Sample.edges(text, "fr")
        #expect(edges == ["Tavrin subsidiary-of Mirandel", "Brivane Capital invests-in Mirandel"])
    }

    @Test func `names between commas are the people of the role before them`() throws {
        let text = "Les actionnaires de Tavrin, Brivane Capital et Halmont Partners, ont voté une rallonge."
        let edges = try Sample.edges(text, "fr")
        #expect(edges == ["Brivane Capital invests-in Tavrin", "Halmont Partners invests-in Tavrin"])
    }

    @Test func `a later sentence tells the sum`() throws {
        let texts = [
            "Mirandel a racheté Tavrin en mai. Montant de la transaction : 40 millions d'euros.",
            "Mirandel a racheté Tavrin en mai. L'opération s'élève à 40 millions d'euros.",
        ]
        for text in texts {
            let statement = try Sample.only("acquires", in: text, "fr")
            #expect(statement?.qualifiers.amount?.value == ExactDecimal(40_000_000))
        }
        let other = "Mirandel a racheté Tavrin en mai. Les ventes de Quorin atteignent 40 millions d'euros."
        #expect(try Sample.only("acquires", in: other, "fr")?.qualifiers.amount == nil)
    }

    @Test func `what is taken over is the seller's`() throws {
        let edges = try Sample.edges("Mirandel rachète à Jovrel sa filiale Tavrin.", "fr")
        #expect(edges == ["Mirandel acquires Tavrin", "Tavrin subsidiary-of Jovrel"])
    }

    @Test func `the next sentence says who has the role`() throws {
        let edges = try Sample.edges("Tavrin a un nouveau patron. Il s'appelle Basile Darvant.", "fr")
        #expect(edges == ["Basile Darvant leads Tavrin"])
        #expect(try Sample.edges("Tavrin n'a pas de patron. Il s'appelle Basile Darvant.", "fr") == [])
    }

    @Test func `whose clients several are is not their own`() throws {
        let expected: Set = ["Tavrin contracts-with Quorin", "Tavrin contracts-with Jovrel"]
        #expect(try Sample.edges("Tavrin grandit. Parmi ses clients figurent Quorin et Jovrel.", "fr") == expected)
        #expect(try Sample.edges("Parmi ses clients, Tavrin compte Quorin et Jovrel.", "fr") == expected)
    }

    @Test func `a relative in the singular speaks of the firm and not of its founders`() throws {
        let text = "C'est Tavrin, cofondé par Clélia Darvant et Basile Darvant, qui rachète Quorin."
        #expect(try Sample.edges(text, "fr").contains("Tavrin acquires Quorin"))
    }
}
