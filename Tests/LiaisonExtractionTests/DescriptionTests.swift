import LiaisonExtraction
import LiaisonLanguage
import LiaisonModel
import Testing

@Suite struct DescriptionTests {
    @Test func `the company is what the article is about, not the other argument of its clause`() throws {
        let text = "Tavrin ouvre un bureau. Tavrin recrute. Sélunor a racheté l'entreprise."
        #expect(try Sample.edges(text, "fr") == ["Sélunor acquires Tavrin"])
        let english = "Tavrin opened an office. Tavrin is hiring. Sélunor has acquired the company."
        #expect(try Sample.edges(english, "en") == ["Sélunor acquires Tavrin"])
    }

    @Test func `a firm is found again by the noun and the town that it was described by`() throws {
        let text =
            "Le brasseur lyonnais Tavrin et le brasseur nantais Quorin exposent au salon. "
            + "Brivane Capital a investi dans le brasseur nantais."
        #expect(try Sample.edges(text, "fr") == ["Brivane Capital invests-in Quorin"])
    }

    @Test func `a nationality alone stands for the one firm that has it`() throws {
        let text = "Le danois Tavrin et le polonais Quorin exposent au salon. Sélunor a racheté le danois."
        #expect(try Sample.edges(text, "fr") == ["Sélunor acquires Tavrin"])
    }

    @Test func `a nationality that two firms have stands for neither`() throws {
        let text = "Le danois Tavrin et le danois Quorin exposent au salon. Sélunor a racheté le danois."
        #expect(try Sample.edges(text, "fr").isEmpty)
    }

    @Test func `two groups together are the two that were named together`() throws {
        let text = "Tavrin et Quorin exposent au salon. Les deux groupes ont fusionné."
        #expect(try Sample.edges(text, "fr") == ["Quorin merges-with Tavrin"])
        let english = "Tavrin and Quorin met in Oslo. The two companies have merged."
        #expect(try Sample.edges(english, "en") == ["Quorin merges-with Tavrin"])
    }

    @Test func `two groups after three names are not known`() throws {
        let text = "Tavrin, Quorin et Jovrel exposent au salon. Les deux groupes ont fusionné."
        #expect(try Sample.edges(text, "fr").isEmpty)
    }

    @Test func `a role without an owner is that of the firm the article is about`() throws {
        let text =
            "Tavrin ouvre un bureau à Rennes. « Tout va bien », assure Odile Trémont, présidente et cofondatrice."
        #expect(
            try Sample.edges(text, "fr") == ["Odile Trémont leads Tavrin", "Odile Trémont founder-of Tavrin"])
        let english = "Tavrin opened an office in Leeds. Rory Haskell is chief executive."
        #expect(try Sample.edges(english, "en") == ["Rory Haskell leads Tavrin"])
    }

    @Test func `a role without an owner is nobody's where two firms are spoken of`() throws {
        let text = "Tavrin et Quorin exposent au salon. Odile Trémont, présidente, se tait."
        #expect(try Sample.edges(text, "fr").isEmpty)
    }

    @Test func `the pronoun before a verb stands for what was spoken of`() throws {
        let text = "Tavrin recrute à Rennes. Brivane Capital en détient 12 %."
        #expect(try Sample.edges(text, "fr") == ["Brivane Capital invests-in Tavrin"])
    }

    @Test func `the latter is the last thing named`() throws {
        let text = "Tavrin parle à Quorin. Ce dernier a racheté Jovrel."
        #expect(try Sample.edges(text, "fr") == ["Quorin acquires Jovrel"])
        let english = "Tavrin is talking to Quorin. The latter has acquired Jovrel."
        #expect(try Sample.edges(english, "en") == ["Quorin acquires Jovrel"])
    }

    @Test func `she is the woman, he the man`() throws {
        let text = "Nina Haskell and Rory Haskell met in Leeds. She founded Tavrin."
        #expect(try Sample.edges(text, "en") == ["Nina Haskell founder-of Tavrin"])
    }

    @Test func `a round whose raiser is not named is that of the firm the article is about`() throws {
        let text = "Tavrin grows fast. The Series B was led by Brivane Capital."
        #expect(try Sample.edges(text, "en") == ["Brivane Capital invests-in Tavrin"])
    }

    @Test func `the bearer of two posts has both of what they are posts of`() throws {
        let text =
            "Tavrin recrute. « Tout va bien », assure Odile Trémont. La cofondatrice et présidente de Tavrin part."
        #expect(
            try Sample.edges(text, "fr").isSuperset(of: [
                "Odile Trémont leads Tavrin", "Odile Trémont founder-of Tavrin",
            ]))
    }

    @Test func `the owner of what was introduced as owned stays what the text is about`() throws {
        let text =
            "Tavrin progresse. Son premier actionnaire, Brivane Capital, se tait. Quorin est son principal rival."
        #expect(try Sample.edges(text, "fr").contains("Quorin rival-of Tavrin"))
    }

    @Test func `a name read once as a place is the firm that the rest of the text makes it`() throws {
        let extractor = try Sample.extractor()
        let article = Article(
            language: "fr", text: "La société Tavrin recrute. Tavrin a racheté Quorin. Tavrin est une start-up.")
        var annotated = extractor.analyzer.annotate(article)
        func mentions(_ word: String) -> [Int] {
            annotated.tokens.indices.filter { annotated.text($0..<$0 + 1) == word }
        }
        func mention(_ token: Int, _ kind: EntityKind, _ score: Float) -> NameMention {
            NameMention(tokens: token..<token + 1, kind: kind, entry: nil, origin: .model, score: score)
        }
        let tavrin = mentions("Tavrin")
        #expect(tavrin.count == 3)
        annotated.names = [
            mention(tavrin[0], .company, 0.9), mention(tavrin[1], .place, 0.5),
            mention(mentions("Quorin")[0], .company, 1),
            mention(tavrin[2], .company, 0.9),
        ]
        let found = extractor.extract(article, from: annotated, minimumConfidence: 0).statements.map {
            "\($0.subject.name) \($0.relation) \($0.object.name)"
        }
        #expect(found == ["Tavrin acquires Quorin"])
    }
}
