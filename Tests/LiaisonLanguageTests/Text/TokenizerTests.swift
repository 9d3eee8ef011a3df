import LiaisonLanguage
import Testing

struct TokenizerTests {
    @Test(arguments: [
        ("L’offre d'Anthropic vaut jusqu’à lundi", "L’·offre·d'·Anthropic·vaut·jusqu’·à·lundi"),
        ("Lorsqu'Orvane s'allie, qu'y gagne-t-elle ?", "Lorsqu'·Orvane·s'·allie·,·qu'·y·gagne·-t-elle·?"),
        ("Aujourd'hui, le prud'homme de L'Oréal", "Aujourd'hui·,·le·prud'homme·de·L'Oréal"),
        ("la main-d'œuvre, c'est-à-dire le co-fondateur", "la·main-d'œuvre·,·c'est-à-dire·le·co-fondateur"),
        ("un rendez-vous, dit-il", "un·rendez-vous·,·dit·-il"),
        ("Chez McDonald's et Sotheby’s", "Chez·McDonald's·et·Sotheby’s"),
    ])
    func `French words are cut after elisions and before inverted pronouns`(_ text: String, _ tokens: String) throws {
        #expect(try Annotation.tokens(text, "fr") == tokens)
    }

    @Test(arguments: [
        ("Orvane's board didn't vote; it's won't", "Orvane·'s·board·did·n't·vote·;·it·'s·wo·n't"),
        ("The investors’ money, O'Reilly’s book", "The·investors·’·money·,·O'Reilly·’s·book"),
        ("Halcyon Sachs-backed Lumenor", "Halcyon·Sachs·-·backed·Lumenor"),
        ("a venture-backed, Lille-based firm", "a·venture-backed·,·Lille·-·based·firm"),
        ("the ex-Quantrel engineer", "the·ex-·Quantrel·engineer"),
        ("Yahoo!'s rival", "Yahoo!·'s·rival"),
    ])
    func `English words are cut before clitics and in compounds with a name`(_ text: String, _ tokens: String) throws {
        #expect(try Annotation.tokens(text, "en") == tokens)
    }

    @Test(arguments: [
        ("C3.ai et 01.AI", "C3.ai·et·01.AI"), ("AT&T, R&D, Canal+", "AT&T·,·R&D·,·Canal+"),
        ("GPT-4.5 et 5G, 3D", "GPT-4.5·et·5G·,·3D"), ("M. Prat et J.-C. Aubry", "M.·Prat·et·J.-C.·Aubry"),
        ("ecrire a jo.le@orvane.fr.", "ecrire·a·jo.le@orvane.fr·."),
        ("voir https://orvane.fr/a?b=1, puis @orvane #levée", "voir·https://orvane.fr/a?b=1·,·puis·@orvane·#levée"),
        ("U.S. Army, Orvane Inc. et Cie", "U.S.·Army·,·Orvane·Inc.·et·Cie"),
    ])
    func `Names and addresses with marks inside stay whole`(_ text: String, _ tokens: String) throws {
        #expect(try Annotation.tokens(text, "fr") == tokens)
    }

    @Test(arguments: [
        ("fr", "2 000 salariés et 45M€", "2 000·salariés·et·45·M·€"),
        ("fr", "1.500,5 dollars, 200 M€, 12 %", "1.500,5·dollars·,·200·M·€·,·12·%"),
        ("fr", "en 2023 200 millions", "en·2023·200·millions"),
        ("en", "$1.5bn, €45m, 1,500 and $200-million", "$·1.5·bn·,·€·45·m·,·1,500·and·$·200·-·million"),
        ("en", "NOK 55m for 3M, a 10-year deal", "NOK·55·m·for·3M·,·a·10-year·deal"),
        ("en", "in 2024-2025, on 2025-06-17", "in·2024·-·2025·,·on·2025·-·06·-·17"),
    ])
    func `Numbers keep their separators and lose their units`(_ language: String, _ text: String, _ tokens: String)
        throws
    {
        #expect(try Annotation.tokens(text, language) == tokens)
    }

    @Test(arguments: ["U.S.-made.'s", "a.b-cd.'e", "Y'L.''Y''u", "J.-Ko.' fin"])
    func `A stop before an apostrophe never halts the reading`(_ text: String) throws {
        for language in ["fr", "en"] {
            let pieces = try Annotation.tokens(text, language).split(separator: "·").joined()
            #expect(pieces == text.filter { $0 != " " })
        }
    }

    @Test func `A token's word is folded and its shape tells what it looked like`() throws {
        let text = try Annotation.of("L’ÉTÉ d’OpenAI", language: "fr")
        #expect(try text.tokens.indices.map { try Annotation.word(text, $0) } == ["l'", "été", "d'", "openai"])
        #expect(text.tokens[1].shape == [.initialCapital, .allCapitals, .hasLetter])
        #expect(text.tokens[2].shape == [.spaceBefore, .hasLetter])
        #expect(text.tokens[3].shape == [.initialCapital, .innerCapital, .hasLetter])
    }

    @Test func `Decomposed accents, soft hyphens and a byte order mark are read through`() throws {
        let text = try Annotation.of("\u{FEFF}le\u{301}vera\u{AD}it 2\u{202F}000\u{A0}€", language: "fr")
        #expect(
            try text.tokens.indices.map { try Annotation.word(text, $0) } == ["lèverait".replacingE(), "2 000", "€"])
        #expect(text.text(0..<1) == "le\u{301}vera\u{AD}it")
        #expect(text.tokens[0].start == 3)
    }

    @Test func `The same word has the same id everywhere, and an unknown one keeps its text`() throws {
        let text = try Annotation.of("Zyxtral, ZYXTRAL et zyxtral", language: "fr")
        #expect(Set([0, 2, 4].map { text.tokens[$0].word }).count == 1)
        #expect(text.ownWords.contains("zyxtral"))
    }
}

extension String {
    /// The word with its grave accent as the acute one that was typed.
    fileprivate func replacingE() -> String { String(map { $0 == "è" ? "é" : $0 }) }
}
