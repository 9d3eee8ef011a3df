import LiaisonModel
import Testing

@Suite struct EntityKeyTests {
    @Test(
        "case, accents and punctuation do not make another key",
        arguments: [
            ("L'Oréal", "L’OREAL"), ("Crédit Agricole", "credit agricole"), ("Cafe\u{301}", "Café"), ("Cœur", "COEUR"),
        ])
    func folds(_ a: String, _ b: String) {
        #expect(EntityKey(name: a, kind: .company) == EntityKey(name: b, kind: .company))
    }

    @Test("a company read as a fund is the same thing, a person of that name is not")
    func families() {
        #expect(EntityKey(name: "Orvane", kind: .company) == EntityKey(name: "Orvane", kind: .fund))
        #expect(EntityKey(name: "Orvane", kind: .company) != EntityKey(name: "Orvane", kind: .person))
    }

    @Test("names without a letter, and very long ones, keep keys of their own, bounded in length")
    func odd() {
        #expect(EntityKey(name: "!!!", kind: .company) != EntityKey(name: "???", kind: .company))
        let long = EntityKey(name: String(repeating: "x", count: 50_000), kind: .company)
        #expect(long.text.utf8.count < 200)
        #expect(long != EntityKey(name: String(repeating: "x", count: 50_001), kind: .company))
    }
}
