import LiaisonLanguage
import Testing

struct MoneyTests {
    @Test(arguments: [
        ("1,5 milliard d'euros", "exact 1500000000 EUR"), ("200 M€", "exact 200000000 EUR"),
        ("45M€", "exact 45000000 EUR"), ("640 000 €", "exact 640000 EUR"), ("18.500.000 euros", "exact 18500000 EUR"),
        ("deux cents millions de dollars", "exact 200000000 USD"), ("273 M$", "exact 273000000 USD"),
        ("un demi-milliard d'euros", "exact 500000000 EUR"), ("un million et demi d'euros", "exact 1500000 EUR"),
        ("12 millions de francs suisses", "exact 12000000 CHF"), ("3 millions de livres sterling", "exact 3000000 GBP"),
        ("jusqu'à 80 millions d'euros", "at-most 80000000 EUR"),
        ("pouvant atteindre 200 millions de dollars", "at-most 200000000 USD"),
        ("au moins 5 M€", "at-least 5000000 EUR"), ("plus de 2 milliards d'euros", "at-least 2000000000 EUR"),
        ("près de 30 millions d'euros", "about 30000000 EUR"), ("quelque 30 M€", "about 30000000 EUR"),
        ("une dizaine de millions d'euros", "about 10000000 EUR"),
        ("entre 200 et 300 millions d'euros", "range 200000000..300000000 EUR"),
        ("entre 2 et 3 M$", "range 2000000..3000000 USD"),
    ])
    func `French sums`(_ sum: String, _ value: String) throws {
        #expect(try Annotation.values("Le groupe a mis \(sum) sur la table.", "fr").first == "\(sum) = \(value)")
    }

    @Test(arguments: [
        ("$1.5B", "exact 1500000000 USD"), ("€45m", "exact 45000000 EUR"), ("$200-million", "exact 200000000 USD"),
        ("US$1,250,000", "exact 1250000 USD"), ("A$20 million", "exact 20000000 AUD"),
        ("NOK 55m", "exact 55000000 NOK"),
        ("two hundred million dollars", "exact 200000000 USD"), ("half a billion euros", "exact 500000000 EUR"),
        ("a million pounds", "exact 1000000 GBP"), ("up to $17 million", "at-most 17000000 USD"),
        ("as much as £3bn", "at-most 3000000000 GBP"), ("at least $5m", "at-least 5000000 USD"),
        ("more than $1 billion", "at-least 1000000000 USD"), ("some $30 million", "about 30000000 USD"),
        ("nearly €4 million", "about 4000000 EUR"),
        ("$200 million to $300 million", "range 200000000..300000000 USD"),
        ("$200-300 million", "range 200000000..300000000 USD"),
        ("between $2 million and $3 million", "range 2000000..3000000 USD"),
    ])
    func `English sums`(_ sum: String, _ value: String) throws {
        #expect(try Annotation.values("The group put \(sum) on the table.", "en").first == "\(sum) = \(value)")
    }

    @Test func `An article before a dollar sign is not the letter of another dollar`() throws {
        #expect(try Annotation.values("It signed a $10m contract.", "en") == ["$10m = exact 10000000 USD"])
    }

    @Test func `A sum without currency takes that of the sum before it`() throws {
        #expect(
            try Annotation.values("Orvane a levé 20 millions d'euros, dont 12 millions apportés par Halcyon.", "fr")
                == ["20 millions d'euros = exact 20000000 EUR", "12 millions = exact 12000000 EUR"])
    }

    @Test func `Two numbers share the unit of the second`() throws {
        #expect(
            try Annotation.values("Ils paient respectivement 40 et 35 millions d'euros.", "fr")
                == ["40 = exact 40000000 EUR", "35 millions d'euros = exact 35000000 EUR"])
    }

    @Test func `What is counted in millions is no money`() throws {
        let values = try Annotation.values("Orvane a 12 M€ et 5 millions de clients, dont 2 millions de Belges.", "fr")
        #expect(
            values == ["12 M€ = exact 12000000 EUR", "5 millions = count 5 millions", "2 millions = count 2 millions"])
    }

    @Test func `A change from one sum to another is no range`() throws {
        #expect(
            try Annotation.values("Sales rose from $2 million to $3 million.", "en")
                == ["$2 million = exact 2000000 USD", "$3 million = exact 3000000 USD"])
    }

    @Test func `A number too large to be exact is no sum`() throws {
        #expect(try Annotation.values("Il vaut 99999999999999999999 milliards d'euros.", "fr").isEmpty)
    }
}
