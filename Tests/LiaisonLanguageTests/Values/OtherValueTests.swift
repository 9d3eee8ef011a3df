import LiaisonLanguage
import Testing

struct OtherValueTests {
    @Test(arguments: [
        ("49 %", "exact 0.49"), ("12,5 %", "exact 0.125"), ("plus de 30 %", "at-least 0.3"),
        ("vingt pour cent", "exact 0.2"), ("la moitié", "exact 0.5"),
    ])
    func `French shares`(_ share: String, _ value: String) throws {
        #expect(try Annotation.values("Elle détient \(share) du groupe.", "fr").first == "\(share) = \(value)")
    }

    @Test(arguments: [("49%", "exact 0.49"), ("nearly 12.5 percent", "about 0.125"), ("a third of", "exact 0.3333")])
    func `English shares`(_ share: String, _ value: String) throws {
        #expect(try Annotation.values("It holds \(share) the group.", "en").first == "\(share) = \(value)")
    }

    @Test(arguments: [
        ("fr", "sur trois ans", "trois ans = P3Y"), ("fr", "pour 18 mois", "18 mois = P18M"),
        ("en", "a five-year contract", "five-year = P5Y"), ("en", "over 18 months", "18 months = P18M"),
    ])
    func `Durations`(_ language: String, _ text: String, _ value: String) throws {
        #expect(try Annotation.values("Orvane \(text).", language) == [value])
    }

    @Test(arguments: [
        ("fr", "un tour de table de série B", "série B = series-b"), ("fr", "son amorçage", "amorçage = seed"),
        ("en", "a Series A round", "Series A = series-a"), ("en", "its seed round", "seed = seed"),
        ("en", "a pre-seed round", "pre-seed = pre-seed"),
    ])
    func `Rounds`(_ language: String, _ text: String, _ value: String) throws {
        #expect(try Annotation.values("Orvane boucle \(text).", language) == [value])
    }

    @Test(arguments: [
        ("fr", "des milliers de contrats", "milliers = count milliers"),
        ("en", "thousands of deals", "thousands = count thousands"),
        ("en", "three contracts", "three = count three"),
        ("fr", "une dizaine de clients", "une dizaine = count une dizaine"),
    ])
    func `Counts are kept as they are said`(_ language: String, _ text: String, _ value: String) throws {
        #expect(try Annotation.values("Orvane a \(text).", language) == [value])
    }
}
