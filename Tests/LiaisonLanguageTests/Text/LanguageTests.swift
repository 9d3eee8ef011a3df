import LiaisonLanguage
import Testing

struct LanguageTests {
    @Test func `Each paragraph has its own language`() throws {
        let text = try Annotation.of(
            """
            Le groupe a annoncé que son usine serait vendue avant la fin de l'année.

            "We are not going to sell the plant," said the head of the union on Monday.

            Das Unternehmen hat nicht gesagt, wie viel es für die Übernahme bezahlt und wann sie abgeschlossen wird.

            私たちは東京で新しい会社を始めました。
            """)
        #expect(text.paragraphs.map(\.language) == [.french, .english, .other, .other])
    }

    @Test func `A paragraph that says too little takes the language of the text`() throws {
        let text = try Annotation.of(
            "Lumenor Orvane Halcyon\n\nThe firm said that it would not sell its shares to them.")
        #expect(text.paragraphs.map(\.language) == [.english, .english])
    }

    @Test func `What the article says of its language counts where the words do not decide`() throws {
        #expect(try Annotation.of("Orvane – Lumenor", language: "fr-CA").paragraphs.map(\.language) == [.french])
        #expect(try Annotation.of("Orvane – Lumenor", language: nil).paragraphs.map(\.language) == [.other])
    }

    @Test func `Several other languages are other`() throws {
        for text in [
            "La empresa dijo que no venderá sus acciones porque los socios están en contra de la oferta.",
            "La società ha detto che non venderà le sue azioni perché i soci sono contrari all'offerta.",
            "Het bedrijf zegt dat het zijn aandelen niet wil verkopen omdat de partners er tegen zijn.",
            "A empresa disse que não vai vender as suas ações porque os sócios são contra a oferta.",
        ] {
            #expect(try Annotation.of(text).paragraphs.map(\.language) == [.other], "\(text)")
        }
    }

    @Test(arguments: [
        ("Orange a nommé Christel Heydemann directrice générale.", "fr"),
        ("Capgemini a nommé lundi Aiman Ezzat directeur général.", "fr"), ("Orvane a racheté Lumenor.", "fr"),
        ("Orvane rachète Lumenor", "fr"), ("Lumenor, filiale d'Orvane", "fr"), ("Orvane fusionnera avec Lumenor", "fr"),
        ("Orvane bought Lumenor.", "en"), ("Orvane bought Lumenor on Tuesday.", "en"),
        ("Orvane acquires Lumenor", "en"),
        ("Lumenor chief executive Jane Arden resigned.", "en"), ("Orvane sued Lumenor", "en"),
    ])
    func `Verbs, days and what people are tell the language of a few words`(text: String, language: String) throws {
        #expect(try Annotation.of(text).paragraphs.map(\.language.code) == [language])
    }

    @Test(arguments: [
        "SAP kauft Signavio.", "Siemens übernimmt Dotmatics.", "Telefónica compra O2.", "Telefónica ha comprado O2.",
        "Enel acquista Endesa.", "Enel ha acquistato Endesa.", "Philips koopt Respironics.", "Natura comprou a Avon.",
        "Volvo köper Dynapac.", "Allegro przejmuje Mall Group.", "Apple Box Meta Stripe",
        "Orvane, Lumenor, Halcyon & Cie",
        "Air Liquide Plans Services Machines", "2025 2024 2023", "Tests", "Short sellers smell a bailout.",
    ])
    func `Other languages and names alone stay other`(text: String) throws {
        #expect(try Annotation.of(text).paragraphs.map(\.language) == [.other])
    }

    @Test func `A word of both languages does not decide between them`() throws {
        #expect(try Annotation.of("Orvane finance Lumenor").paragraphs.map(\.language) == [.other])
    }

    @Test func `A title takes the language of the words below it`() throws {
        let text = try Annotation.of("Orvane a racheté Lumenor.", title: "Orvane – Lumenor")
        #expect(text.paragraphs.map(\.language) == [.french, .french])
    }
}
