internal import LiaisonModel
internal import LiaisonReaders
internal import Testing

@Suite struct MarkdownTests {
    private func article(_ text: String) throws -> Article {
        try #require(try ArticleReader.article(of: text, name: "note.md"))
    }

    @Test func `front matter gives title, date, address and language`() throws {
        let article = try article(
            """
            ---
            title: "Un \\"grand\\" rachat"
            date: 2025-03-12T07:30:00+01:00   # du matin
            canonical_url: https://courrier.example/1
            lang: fr
            tags:
              - date: 2001-01-01
            ---

            # Autre titre

            Virelec rachète Sondex.
            """)
        #expect(
            article
                == Article(
                    url: "https://courrier.example/1", title: "Un \"grand\" rachat", published: "2025-03-12",
                    language: "fr", text: "Virelec rachète Sondex."))
    }

    @Test func `front matter may be TOML`() throws {
        let article = try article("+++\ntitle = 'A deal'\ndate = 2024-05-02\n+++\nBrightwell buys Tessera.\n")
        #expect(article.title == "A deal")
        #expect(article.published == "2024-05-02")
    }

    @Test func `without front matter the first heading is the title and a dateline the date`() throws {
        let article = try article("# A deal\n\nPublished 2 May 2024\n\nBrightwell buys Tessera.\n")
        #expect(article.title == "A deal")
        #expect(article.published == "2024-05-02")
        #expect(article.id == "note")
    }

    @Test func `marks go and words stay`() throws {
        let article = try article(
            """
            ## Le **contexte**

            [Virelec](https://virelec.example "site") a _racheté_ `Sondex`[^1], *son* concurrent ![logo](a.png)
            pour 18 M€ <br/>et 2 * 3 \\* 4 snake_case_name ~5 %.

            > « Un bon prix », dit
            > Marc Weiss.

            - un point
            * deux points
            1. trois points

            ```swift
            let code = 1
            ```

            | nom | somme |
            |-----|:-----:|
            | Sondex | 18 M€ |

            <!-- un commentaire
            sur deux lignes -->
            ***
            Fin.
            """)
        #expect(
            article.text == """
                Le contexte

                Virelec a racheté Sondex, son concurrent
                pour 18 M€ et 2 * 3 * 4 snake_case_name ~5 %.

                « Un bon prix », dit
                Marc Weiss.

                un point

                deux points

                trois points

                nom ; somme

                Sondex ; 18 M€

                Fin.
                """)
    }

    @Test func `brackets without end take no time without end`() throws {
        let line = String(repeating: "[", count: 200_000)
        #expect(try article("Texte.\n\n" + line).text == "Texte.\n\n" + line)
    }
}
