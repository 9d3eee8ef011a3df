import LiaisonLanguage
import Testing

struct SentenceTests {
    @Test func `Abbreviations, initials and decimals do not end a sentence`() throws {
        #expect(
            try Annotation.sentences(
                "M. Prat et J. K. Rolin (Orvane S.A.) ont levé 1.5 M€, cf. p. 12 du rapport. Mme Aubry approuve.", "fr")
                == [
                    "M. Prat et J. K. Rolin (Orvane S.A.) ont levé 1.5 M€, cf. p. 12 du rapport.",
                    "Mme Aubry approuve.",
                ])
    }

    @Test func `An abbreviation ends a sentence when a small word with a capital follows`() throws {
        #expect(
            try Annotation.sentences("She runs Orvane Inc. The U.S. Army buys from it. No. 3 is Halcyon.", "en")
                == ["She runs Orvane Inc.", "The U.S. Army buys from it.", "No. 3 is Halcyon."])
    }

    @Test func `Quotes and brackets that close belong to the sentence before`() throws {
        #expect(
            try Annotation.sentences("« Nous signons. » Puis il part. (Il rit.) \"Vrai !\" Bien.", "fr")
                == ["« Nous signons. »", "Puis il part.", "(Il rit.)", "\"Vrai !\"", "Bien."])
    }

    @Test func `A question inside a quote goes on with who asks`() throws {
        #expect(
            try Annotation.sentences("« Pourquoi ? » demande-t-elle. Silence.", "fr")
                == ["« Pourquoi ? » demande-t-elle.", "Silence."])
    }

    @Test func `A series and its letter end a sentence where an initial would not`() throws {
        #expect(
            try Annotation.sentences("It closed its Series B. Halcyon led. Ask John B. Marsh.", "en")
                == ["It closed its Series B.", "Halcyon led.", "Ask John B. Marsh."])
    }

    @Test func `The letter of a place or a plan is no initial`() throws {
        #expect(
            try Annotation.sentences("It was shown at Station F. Halcyon owns a Model S. Ask John B. Marsh.", "en")
                == ["It was shown at Station F.", "Halcyon owns a Model S.", "Ask John B. Marsh."])
        #expect(
            try Annotation.sentences("Orvane est à Station F. Xavier Marsan y loue un bureau.", "fr")
                == ["Orvane est à Station F.", "Xavier Marsan y loue un bureau."])
    }

    @Test func `A sentence never crosses a paragraph`() throws {
        let text = try Annotation.of("Un titre sans point\n\nOrvane lève des fonds", language: "fr")
        #expect(text.sentences.map { text.text($0.tokens) } == ["Un titre sans point", "Orvane lève des fonds"])
        #expect(text.sentences.map(\.paragraph) == [0, 1])
    }

    @Test func `A text without any stop is cut into sentences of bounded length`() throws {
        let text = try Annotation.of(String(repeating: "mot ", count: 5000), language: "fr")
        #expect(text.sentences.allSatisfy { $0.tokens.count <= 1000 })
        #expect(text.sentences.last?.tokens.upperBound == text.tokens.count)
    }
}
