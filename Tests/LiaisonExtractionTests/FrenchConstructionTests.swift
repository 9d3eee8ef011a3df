import LiaisonModel
import Testing

/// French sentences in which an aside, a fronted phrase or a shared word stands between the ends of a relation.
@Suite struct FrenchConstructionTests {
    @Test func `two posts share an article and what they are of`() throws {
        #expect(
            try Sample.edges("Le PDG et fondateur de Tavrin, Basile Darvant, se tait.", "fr") == [
                "Basile Darvant leads Tavrin", "Basile Darvant founder-of Tavrin",
            ])
    }

    @Test func `a post behind a fronted phrase is of whom the comma names`() throws {
        let edges = try Sample.edges("Interrogé par Mirandel, le président de Tavrin, Basile Darvant, se tait.", "fr")
        #expect(edges == ["Basile Darvant leads Tavrin"])
    }

    @Test func `an adverb may stand before the noun that a sentence opens with`() throws {
        #expect(try Sample.edges("Déjà concurrente de Jovrel, Tavrin recrute.", "fr") == ["Jovrel rival-of Tavrin"])
    }

    @Test func `a share that the opening noun tells is not the verb's`() throws {
        let edges = try Sample.edges("Filiale à 100 % de Jovrel, Tavrin a acheté Mirandel.", "fr")
        #expect(edges == ["Tavrin subsidiary-of Jovrel", "Tavrin acquires Mirandel"])
    }

    @Test func `a place between commas does not take the apposition`() throws {
        for place in ["à Nantes", "installée à Nantes"] {
            let edges = try Sample.edges("Tavrin, \(place), concurrente de Jovrel, recrute.", "fr")
            #expect(edges == ["Jovrel rival-of Tavrin"])
        }
    }

    @Test func `what a cleft denies does nothing`() throws {
        let edges = try Sample.edges("C'est Jovrel, et non Mirandel, qui a racheté Tavrin.", "fr")
        #expect(edges == ["Jovrel acquires Tavrin"])
    }

    @Test func `nouns for firms and their names make one list`() throws {
        let edges = try Sample.edges(
            "La jeune pousse lilloise, Tavrin, et le géant de la chimie, Jovrel, vont unir leurs forces.", "fr")
        #expect(edges == ["Jovrel partners-with Tavrin"])
    }

    @Test func `a relative parts no list before a verb in the plural`() throws {
        let edges = try Sample.edges("Jovrel, qui emploie 300 personnes, et Tavrin ont conclu un partenariat.", "fr")
        #expect(edges == ["Jovrel partners-with Tavrin"])
    }

    @Test func `a date may part what a negation limits`() throws {
        let edges = try Sample.edges("Jovrel n'a racheté en 2020 que 10 % de Tavrin.", "fr")
        #expect(edges == ["Jovrel invests-in Tavrin"])
    }

    @Test func `a second object may follow with a date of its own`() throws {
        let edges = try Sample.edges("Jovrel a racheté en mars Tavrin, puis en juillet Mirandel.", "fr")
        #expect(edges == ["Jovrel acquires Tavrin", "Jovrel acquires Mirandel"])
    }

    @Test func `two relatives behind commas speak of the same`() throws {
        let edges = try Sample.edges("Tavrin, dont le siège est à Nantes, et que préside Odile Trémont, recrute.", "fr")
        #expect(edges == ["Odile Trémont leads Tavrin"])
    }

    @Test func `dont takes up the firm and not its boss`() throws {
        let edges = try Sample.edges(
            "Basile Darvant, directeur général de Tavrin, dont Jovrel détient 34 % du capital, se tait.", "fr")
        #expect(edges == ["Basile Darvant leads Tavrin", "Jovrel invests-in Tavrin"])
    }

    @Test func `together is no object`() throws {
        let edges = try Sample.edges("Basile Darvant et Odile Trémont ont créé ensemble la société Tavrin.", "fr")
        #expect(edges == ["Basile Darvant founder-of Tavrin", "Odile Trémont founder-of Tavrin"])
    }

    @Test func `a noun and a place make the name of a firm or a body`() throws {
        #expect(
            try Sample.edges("Le groupe Tavrin a racheté Ateliers de la Creuse.", "fr") == [
                "Tavrin acquires Ateliers de la Creuse"
            ])
        #expect(
            try Sample.edges("Tavrin équipe la métropole de Nantes.", "fr") == [
                "Tavrin contracts-with métropole de Nantes"
            ])
    }
}
