import LiaisonModel
import Testing

@Suite struct QualifierTests {
    @Test func `a plan is planned`() throws {
        #expect(
            try Sample.only("invests-in", in: "Brivane Capital prévoit d'investir dans Tavrin.", "fr")?.qualifiers.time
                == .planned)
        #expect(try Sample.only("acquires", in: "Sélunor plans to acquire Tavrin.", "en")?.qualifiers.time == .planned)
    }

    @Test func `a former shareholder has ended`() throws {
        #expect(
            try Sample.only("invests-in", in: "Mirandel, ancien actionnaire de Tavrin, se tait.", "fr")?.qualifiers.time
                == .ended)
        #expect(
            try Sample.only("invests-in", in: "Mirandel, a former investor in Tavrin, declined to comment.", "en")?
                .qualifiers.time == .ended)
    }

    @Test func `the press conditional is a rumour`() throws {
        #expect(
            try Sample.only("invests-in", in: "Brivane Capital aurait investi dans Tavrin.", "fr")?.qualifiers
                .factuality == .rumoured)
        #expect(
            try Sample.only("invests-in", in: "Brivane Capital has reportedly invested in Tavrin.", "en")?.qualifiers
                .factuality == .rumoured)
    }

    @Test func `a sum has its value, currency and bound`() throws {
        let french = try Sample.only(
            "invests-in", in: "Brivane Capital a investi jusqu'à 12,5 millions d'euros dans Tavrin.", "fr")
        #expect(french?.qualifiers.amount?.value == ExactDecimal(12_500_000))
        #expect(french?.qualifiers.amount?.currency == "EUR")
        #expect(french?.qualifiers.amount?.bound == .atMost)
        let english = try Sample.only(
            "invests-in", in: "Brivane Capital has invested about $12.5 million in Tavrin.", "en")
        #expect(english?.qualifiers.amount?.value == ExactDecimal(12_500_000))
        #expect(english?.qualifiers.amount?.currency == "USD")
        #expect(english?.qualifiers.amount?.bound == .about)
    }

    @Test func `a sum of another clause stays there`() throws {
        let french =
            "Brivane Capital a investi dans Tavrin, qui a réalisé un chiffre d'affaires de 90 millions d'euros."
        #expect(try Sample.only("invests-in", in: french, "fr")?.qualifiers.amount == nil)
        let english = "Brivane Capital has invested in Tavrin, which made $90 million in sales."
        #expect(try Sample.only("invests-in", in: english, "en")?.qualifiers.amount == nil)
    }

    @Test func `a valuation is never the sum of the edge`() throws {
        let text = "Brivane Capital has invested in Tavrin at a valuation of $2 billion."
        #expect(try Sample.only("invests-in", in: text, "en")?.qualifiers.amount == nil)
    }

    @Test func `a share is a stake`() throws {
        #expect(
            try Sample.only("invests-in", in: "Mirandel détient 30 % de Tavrin.", "fr")?.qualifiers.stake
                == ExactDecimal("0.3"))
        #expect(
            try Sample.only("invests-in", in: "Mirandel owns 30% of Tavrin.", "en")?.qualifiers.stake
                == ExactDecimal("0.3"))
    }

    @Test func `a day is counted from the publication`() throws {
        let statement = try Sample.only(
            "acquires", in: "Sélunor a racheté Tavrin lundi.", "fr", published: "2025-06-17")
        #expect(statement?.qualifiers.date == "2025-06-16")
    }

    @Test func `a year is kept as a year`() throws {
        #expect(try Sample.only("acquires", in: "Sélunor acquired Tavrin in 2019.", "en")?.qualifiers.date == "2019")
    }

    @Test func `the main shareholder plays the principal part`() throws {
        #expect(
            try Sample.only("invests-in", in: "Quorin a prévenu son principal actionnaire, Mirandel.", "fr")?.qualifiers
                .role == "principal")
    }

    @Test func `a partnership that is ended or a post that is lost is over`() throws {
        for text in ["Sélunor ended its partnership with Tavrin.", "Sélunor is no longer a partner of Tavrin."] {
            #expect(try Sample.only("partners-with", in: text, "en")?.qualifiers.time == .ended)
        }
        #expect(
            try Sample.only("partners-with", in: "Sélunor a mis fin à son partenariat avec Tavrin.", "fr")?.qualifiers
                .time == .ended)
        #expect(
            try Sample.only("leads", in: "Nina Haskell served as chief executive of Tavrin.", "en")?.qualifiers.time
                == .ended)
    }
}
