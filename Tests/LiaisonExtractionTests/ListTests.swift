import LiaisonModel
import Testing

/// Lists whose members are not all bare names, and what stands beside a list.
@Suite struct ListTests {
    @Test(arguments: [
        ("Orvane, Halcyon Partners et plusieurs particuliers ont investi dans Kaptio.", "fr"),
        ("Orvane, Halcyon Partners, and several family offices have invested in Kaptio.", "en"),
    ])
    func `names go on acting beside a noun without one`(text: String, language: String) throws {
        let edges = try Sample.edges(text, language)
        #expect(edges == ["Orvane invests-in Kaptio", "Halcyon Partners invests-in Kaptio"])
    }

    @Test func `what a verb has bought does not act with the noun behind it`() throws {
        let edges = try Sample.edges("Orvane a racheté Kaptio et les salariés investissent dans Veltrix.", "fr")
        #expect(edges == ["Orvane acquires Kaptio"])
    }

    @Test func `a noun before a name ends no list`() throws {
        let edges = try Sample.edges("Orvane, le groupe Veltrix et Quantrel ont investi dans Kaptio.", "fr")
        #expect(
            edges == ["Orvane invests-in Kaptio", "Veltrix invests-in Kaptio", "Quantrel invests-in Kaptio"])
    }

    @Test(arguments: [
        ("Kaptio raised $4 million with Halcyon Partners as lead investor.", "en"),
        ("Kaptio a levé 4 millions d'euros avec Halcyon Partners comme investisseur principal.", "fr"),
    ])
    func `with somebody as investor says who invests`(text: String, language: String) throws {
        #expect(try Sample.edges(text, language) == ["Halcyon Partners invests-in Kaptio"])
    }

    @Test func `what an apposition is of belongs to it and not to the verb`() throws {
        let edges = try Sample.edges(
            "La direction de Kaptio revient à Denis Vial, jusqu'ici numéro deux de Veltrix.", "fr")
        #expect(edges.contains("Denis Vial leads Kaptio"))
        #expect(!edges.contains("Denis Vial leads Veltrix"))
    }

    @Test func `behind an indefinite subject names are objects`() throws {
        let edges = try Sample.edges(
            "Kaptio a levé 45 millions d'euros. Autour de la table, on retrouve Arvor Capital et Halcyon Partners.",
            "fr")
        #expect(edges == ["Arvor Capital invests-in Kaptio", "Halcyon Partners invests-in Kaptio"])
    }

    @Test func `a sum that is taken in is raised`() throws {
        let amount = try Sample.only(
            "invests-in", in: "Kaptio has taken in $13 million. The round was led by Halcyon Partners.", "en")?
            .qualifiers.amount
        #expect(amount?.value == ExactDecimal(13_000_000))
        #expect(amount?.scope == .round)
    }
}
