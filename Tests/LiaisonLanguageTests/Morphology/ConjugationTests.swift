import LiaisonData
import LiaisonLanguage
import LiaisonSchemas
import Testing

@Suite struct ConjugationTests {
    private func forms(_ verb: String, _ language: String, _ form: WordForm) throws -> Set<String> {
        let conjugation = try Conjugation(schemas: .embedded(), language: language)
        return Set(conjugation.forms(ofVerb: verb).filter { $0.form == form }.map(\.text))
    }

    @Test(
        "French verbs follow the longest model they end in",
        arguments: [
            ("racheter", "rachète", WordForm.present), ("détenir", "détient", .present),
            ("reprendre", "repris", .participle),
            ("acquérir", "acquis", .participle), ("investir", "investissait", .imperfect), ("céder", "cède", .present),
            ("financer", "finançait", .imperfect), ("conclure", "conclu", .participle),
            ("rejoindre", "rejoint", .present),
            ("investir", "aurait", .infinitive), ("prévoir", "prévoirait", .conditional),
            ("lancer", "lancera", .future),
        ])
    func french(_ verb: String, _ text: String, _ form: WordForm) throws {
        let known = try forms(verb, "fr", form)
        #expect(known.contains(text) == (text != "aurait"))
    }

    @Test(
        "English verbs double, drop and change as they should",
        arguments: [
            ("plan", "planned", WordForm.past), ("acquire", "acquiring", .gerund), ("buy", "bought", .participle),
            ("supply", "supplies", .present), ("oversee", "oversaw", .past), ("target", "targeted", .past),
            ("own", "owns", .present),
        ])
    func english(_ verb: String, _ text: String, _ form: WordForm) throws {
        #expect(try forms(verb, "en", form).contains(text))
    }
}
