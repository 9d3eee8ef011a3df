import Testing

@Suite struct InvestmentTests {
    @Test func `a verb links the investor to the company it pays`() throws {
        #expect(
            try Sample.edges("Brivane Capital a placé 12 millions d'euros dans Tavrin.", "fr") == [
                "Brivane Capital invests-in Tavrin"
            ])
        #expect(
            try Sample.edges("Brivane Capital has put $12 million into Tavrin.", "en") == [
                "Brivane Capital invests-in Tavrin"
            ])
    }

    @Test func `two subjects give an edge each`() throws {
        let expected: Set = ["Brivane Capital invests-in Tavrin", "Halmont Partners invests-in Tavrin"]
        #expect(try Sample.edges("Brivane Capital et Halmont Partners ont investi dans Tavrin.", "fr") == expected)
        #expect(try Sample.edges("Brivane Capital and Halmont Partners invested in Tavrin.", "en") == expected)
    }

    @Test func `a list of objects gives an edge each and none among its members`() throws {
        let expected: Set = [
            "Ostrelle Ventures invests-in Tavrin", "Ostrelle Ventures invests-in Mirandel",
            "Ostrelle Ventures invests-in Quorin",
        ]
        #expect(try Sample.edges("Ostrelle Ventures a investi dans Tavrin, Mirandel et Quorin.", "fr") == expected)
        #expect(try Sample.edges("Ostrelle Ventures has invested in Tavrin, Mirandel and Quorin.", "en") == expected)
    }

    @Test func `a possessive with a role names the investor`() throws {
        let expected: Set = ["Mirandel invests-in Quorin"]
        #expect(try Sample.edges("Quorin a prévenu son principal actionnaire, Mirandel.", "fr") == expected)
        #expect(try Sample.edges("Quorin warned its largest shareholder, Mirandel.", "en") == expected)
    }

    @Test func `a hyphen compound names the investor first`() throws {
        #expect(try Sample.edges("Mirandel-backed Quorin opened an office.", "en") == ["Mirandel invests-in Quorin"])
    }

    @Test func `a relative clause gives the edge of its active clause`() throws {
        let expected: Set = ["Mirandel invests-in Quorin"]
        #expect(try Sample.edges("Quorin, dans laquelle Mirandel a investi, ouvre un bureau.", "fr") == expected)
        #expect(try Sample.edges("Quorin, in which Mirandel invested last year, opened an office.", "en") == expected)
    }

    @Test func `a passive turns the ends round`() throws {
        #expect(try Sample.edges("Quorin is backed by Mirandel.", "en") == ["Mirandel invests-in Quorin"])
        #expect(try Sample.edges("Quorin est détenue à 30 % par Mirandel.", "fr") == ["Mirandel invests-in Quorin"])
    }

    @Test func `buying the whole company is no investment`() throws {
        #expect(
            try Sample.edges("Sélunor a racheté Tavrin pour 40 millions d'euros.", "fr") == ["Sélunor acquires Tavrin"])
        #expect(try Sample.edges("Tavrin was acquired by Sélunor in 2021.", "en") == ["Sélunor acquires Tavrin"])
    }

    @Test func `investing in a topic or a place links nobody`() throws {
        #expect(try Sample.edges("Sélunor investit dans la formation de ses équipes avec Tavrin.", "fr") == [])
        #expect(try Sample.edges("Sélunor is investing in training its staff.", "en") == [])
    }
}
