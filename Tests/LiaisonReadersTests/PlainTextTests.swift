internal import LiaisonModel
internal import LiaisonReaders
internal import Testing

@Suite struct PlainTextTests {
    @Test func `a first line set apart and without a full stop is the title`() throws {
        let article = try #require(
            try ArticleReader.article(of: "Orange ouvre un centre de calcul\n\nLe groupe l'a dit lundi.\n"))
        #expect(article.title == "Orange ouvre un centre de calcul")
        #expect(article.text == "Le groupe l'a dit lundi.\n")
    }

    @Test func `a first line that is a sentence is text, and the text is the whole file`() throws {
        let whole = "Orange a ouvert lundi un centre de calcul.\n\nLe groupe l'a dit.\n\n"
        let article = try #require(try ArticleReader.article(of: whole))
        #expect(article.title == nil)
        #expect(article.text == whole)
    }

    @Test func `text broken at a fixed width has no title`() throws {
        let whole = "The company said on Monday that it would build three plants with\nSamsung in Ohio.\n"
        let article = try #require(try ArticleReader.article(of: whole))
        #expect(article.title == nil)
        #expect(article.text == whole)
    }

    @Test func `a title before a long paragraph needs no empty line`() throws {
        let text = String(repeating: "The two companies have worked together for years. ", count: 4)
        let article = try #require(try ArticleReader.article(of: "Nokia and Dell join hands\n" + text))
        #expect(article.title == "Nokia and Dell join hands")
        #expect(article.text == text)
    }

    @Test func `a title before a dateline needs no empty line, and the dateline stays in the text`() throws {
        let article = try #require(
            try ArticleReader.article(of: "Nokia and Dell join hands\nPublished 3 March 2025\n\nThey said so.\n"))
        #expect(article.title == "Nokia and Dell join hands")
        #expect(article.text == "Published 3 March 2025\n\nThey said so.\n")
        #expect(article.published == "2025-03-03")
    }

    @Test func `a very long first line is text`() throws {
        let line = String(repeating: "un groupe puis un autre ", count: 20)
        let article = try #require(try ArticleReader.article(of: line + "\n\nSuite du texte.\n"))
        #expect(article.title == nil)
    }

    @Test func `a file of one line is text without a title`() throws {
        let article = try #require(try ArticleReader.article(of: "Microsoft invests in Mistral AI"))
        #expect(article.title == nil)
        #expect(article.text == "Microsoft invests in Mistral AI")
    }

    @Test func `carriage returns stay in the text and out of the title`() throws {
        let article = try #require(try ArticleReader.article(of: "A deal in Lyon\r\n\r\nIt was signed.\r\n"))
        #expect(article.title == "A deal in Lyon")
        #expect(article.text == "It was signed.\r\n")
    }

    @Test func `the identifier is the file name without its last extension`() throws {
        let article = try #require(try ArticleReader.article(of: "Une phrase.", name: "contrat.fr.txt"))
        #expect(article.id == "contrat.fr")
    }

    @Test func `lines before the article say its title, date and publisher`() throws {
        let article = try #require(
            try ArticleReader.article(
                of: """
                    Title: Orvane buys Lumenor
                    Published: 17 June 2025
                    Publisher: The Wire Desk
                    Author: Anne Roy
                    URL: https://wire.example/1

                    Orvane bought Lumenor: it said so.
                    """))
        #expect(article.title == "Orvane buys Lumenor")
        #expect(article.published == "2025-06-17")
        #expect(article.publisher == "The Wire Desk")
        #expect(article.authors == ["Anne Roy"])
        #expect(article.url == "https://wire.example/1")
        #expect(article.text == "Orvane bought Lumenor: it said so.")
    }

    @Test func `the lines before the article may be French, with accents and spaces`() throws {
        let article = try #require(
            try ArticleReader.article(
                of:
                    "TITRE : Orvane rachète Lumenor\r\nPublié le : 17 juin 2025\r\nÉditeur : Le Fil\r\nLangue : fr\r\n\r\n"
                    + "Orvane rachète Lumenor.\r\n"))
        #expect(article.title == "Orvane rachète Lumenor")
        #expect(article.published == "2025-06-17")
        #expect(article.publisher == "Le Fil")
        #expect(article.language == "fr")
        #expect(article.text == "Orvane rachète Lumenor.\r\n")
    }

    @Test func `one line with a colon that is no title is text`() throws {
        let whole = "Source: Reuters\n\nOrvane bought Lumenor. It said so on Monday.\n"
        let article = try #require(try ArticleReader.article(of: whole))
        #expect(article.text.contains("Orvane bought Lumenor"))
        #expect(article.publisher == nil)
    }
}
