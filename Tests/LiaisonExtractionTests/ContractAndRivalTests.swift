import Testing

@Suite struct ContractAndRivalTests {
    @Test func `who wins a contract is the supplier`() throws {
        #expect(
            try Sample.edges("Corvalis Dynamics a décroché un contrat avec l'Agence spatiale de Morvanie.", "fr")
                == ["Corvalis Dynamics contracts-with Agence spatiale de Morvanie"])
        #expect(
            try Sample.edges("Corvalis Dynamics won a contract from the Ministry of Tides.", "en")
                == ["Corvalis Dynamics contracts-with Ministry of Tides"])
    }

    @Test func `who awards a contract is the customer`() throws {
        #expect(
            try Sample.edges("L'Agence spatiale de Morvanie a attribué un contrat à Corvalis Dynamics.", "fr")
                == ["Corvalis Dynamics contracts-with Agence spatiale de Morvanie"])
        #expect(
            try Sample.edges("The Ministry of Tides awarded Corvalis Dynamics a contract.", "en")
                == ["Corvalis Dynamics contracts-with Ministry of Tides"])
    }

    @Test func `the rivals of one are not rivals among themselves`() throws {
        let expected: Set = ["Jovrel rival-of Pelvaux", "Jovrel rival-of Quorin"]
        #expect(try Sample.edges("Jovrel, rival de Pelvaux et de Quorin, baisse ses prix.", "fr") == expected)
        #expect(try Sample.edges("Jovrel competes with Pelvaux and Quorin.", "en") == expected)
    }

    @Test func `two names merely listed together are linked by nothing`() throws {
        #expect(try Sample.edges("Jovrel, Pelvaux et Quorin exposaient au salon de Lyon.", "fr") == [])
        #expect(try Sample.edges("Jovrel, Pelvaux and Quorin all showed robots at the fair.", "en") == [])
    }

    @Test func `products called rival without a pair link nobody`() throws {
        #expect(try Sample.edges("Jovrel montre des produits rivaux dans le magasin de Pelvaux.", "fr") == [])
    }

    @Test func `a partnership links both sides`() throws {
        #expect(
            try Sample.edges("Jovrel et Pelvaux ont noué un partenariat.", "fr") == ["Jovrel partners-with Pelvaux"])
        #expect(try Sample.edges("Jovrel has partnered with Pelvaux.", "en") == ["Jovrel partners-with Pelvaux"])
    }

    @Test func `a subsidiary belongs to its parent`() throws {
        #expect(try Sample.edges("Tavrin, filiale de Sélunor, recrute.", "fr") == ["Tavrin subsidiary-of Sélunor"])
        #expect(
            try Sample.edges("Tavrin, a subsidiary of Sélunor, is hiring.", "en") == ["Tavrin subsidiary-of Sélunor"])
    }
}
