import LiaisonModel
import Testing

@Suite struct SuppressionTests {
    @Test func `a negation is recognised and never said as a fact`() throws {
        let text = "Brivane Capital n'a pas investi dans Tavrin."
        #expect(try Sample.edges(text, "fr") == [])
        #expect(try Sample.suppressed(text, "fr") == ["Brivane Capital invests-in Tavrin"])
        #expect(try Sample.edges("Brivane Capital has not invested in Tavrin.", "en") == [])
        #expect(
            try Sample.suppressed("Brivane Capital has not invested in Tavrin.", "en") == [
                "Brivane Capital invests-in Tavrin"
            ])
    }

    @Test func `a denial is recognised and never said as a fact`() throws {
        #expect(try Sample.edges("Sélunor dément vouloir racheter Tavrin.", "fr") == [])
        #expect(try Sample.edges("Sélunor denies that it has acquired Tavrin.", "en") == [])
    }

    @Test func `what would be if is never said as a fact`() throws {
        #expect(try Sample.edges("Si Sélunor rachetait Tavrin, le marché changerait.", "fr") == [])
        #expect(try Sample.edges("If Sélunor acquired Tavrin, the market would change.", "en") == [])
    }

    @Test func `giving up a bid is no acquisition`() throws {
        #expect(try Sample.edges("Sélunor a renoncé à racheter Tavrin.", "fr") == [])
        #expect(try Sample.edges("Sélunor abandoned its plan to acquire Tavrin.", "en") == [])
    }

    @Test func `a takeover that does not take place or an offer that is turned down is no acquisition`() throws {
        #expect(try Sample.edges("Le rachat de Tavrin par Sélunor n'aura pas lieu.", "fr") == [])
        #expect(try Sample.edges("It is unclear whether Sélunor has acquired Tavrin.", "en") == [])
        #expect(
            try Sample.suppressed("Tavrin turned down a takeover offer from Sélunor.", "en") == [
                "Sélunor acquires Tavrin"
            ])
    }

    @Test func `who does not count among the shareholders holds nothing`() throws {
        #expect(try Sample.edges("Sélunor ne compte pas parmi les actionnaires de Tavrin.", "fr") == [])
    }
}
