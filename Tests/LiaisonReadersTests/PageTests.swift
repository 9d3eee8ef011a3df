internal import Foundation
internal import LiaisonModel
internal import LiaisonReaders
internal import Testing

/// Pages in the shapes that real sites have, written for this test, with the text that is the article.
@Suite struct PageTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
        "Pages")

    private func article(_ name: String) throws -> Article {
        let reading = try ArticleReader.readings(of: Self.folder.path + "/\(name).html").first
        return try #require(reading?.article, "\(String(describing: reading?.refusal))")
    }

    private func article(of page: String) throws -> Article? {
        let folder = try TemporaryFolder()
        return try ArticleReader.readings(of: folder.write("a.html", page)).first?.article
    }

    @Test(arguments: [
        "wordpress.fr", "ghost.en", "liveblog.fr", "paywall.fr", "amp.en", "tables.fr", "divs.en", "script.en",
        "sections.en", "medium.en", "nextjs.en", "spip.fr", "substack.en",
    ])
    func `the text is that of the article and nothing else`(name: String) throws {
        let expected = try String(
            contentsOf: Self.folder.appendingPathComponent("\(name).txt"), encoding: .utf8)
        let text = try article(name).text.replacingOccurrences(of: "\u{A0}", with: " ")
        #expect(text + "\n" == expected)
    }

    @Test(arguments: [
        ("wordpress.fr", "2025-03-12", "Le Courrier des puces", "Novaquart lève 40 millions d'euros"),
        ("ghost.en", "2024-11-05", "The Chip Courier", "Brightwell buys Tessera Labs for $310 million"),
        ("liveblog.fr", "2025-01-20", "La Gazette du code", "En direct : Ambrel devant le tribunal de commerce"),
        ("paywall.fr", "2024-06-03", "Les Réseaux", "Orvane négocie la vente de ses tours"),
        ("amp.en", "2023-09-14", "Factory Wire", "Helio Robotics names a new chief"),
        ("tables.fr", "2011-10-04", nil, "Virelec rachète Sondex"),
        ("divs.en", "2024-04-08", "Ledger Lines", "Marlow Bank picks Quillon for its payments"),
        ("script.en", "2022-05-30", "Play Press", "Polaris Games sues its former studio"),
        ("sections.en", "2025-07-16", "Orbit Daily", "Arden Space wins a contract for forty satellites"),
        ("medium.en", "2025-05-12", "Medium-ish", "Tavrin to buy rival Quorin for $310m"),
        ("nextjs.en", "2025-05-12", "Northgate Wire", "Tavrin to buy rival Quorin for $310m"),
        ("spip.fr", "2025-03-04", nil, "Orvane lève 42 millions d'euros"),
        ("substack.en", "2025-05-12", "Deal Notes", "Tavrin to buy rival Quorin for $310m"),
    ])
    func `date, publisher and title are found`(name: String, date: String, publisher: String?, title: String) throws {
        let article = try article(name)
        #expect(article.published == date)
        #expect(article.publisher == publisher)
        #expect(article.title == title)
    }

    @Test func `the canonical address and the language of the page are kept`() throws {
        let article = try article("wordpress.fr")
        #expect(article.url == "https://courrier.example/2025/03/novaquart-leve-40-millions/")
        #expect(article.language == "fr-FR")
        #expect(article.id == nil)
    }

    @Test func `a list of articles is no article`() throws {
        let reading = try ArticleReader.readings(of: Self.folder.path + "/listing.en.html").first
        #expect(reading?.refusal?.reason == .noArticles(.file))
    }

    @Test(arguments: [
        "", "<html></html>", "<script>var a = 1</script>",
        "<html><body><nav><a href=/>Home</a> <a href=/b>B</a></nav></body></html>",
        "<p>Too short.</p>", "<<<<>>>><", "<![CDATA[x]]>",
        "<!-- <p>only a comment that is long enough to be a text</p> -->",
    ])
    func `a page without an article is refused`(page: String) throws {
        let folder = try TemporaryFolder()
        let reading = try #require(try ArticleReader.readings(of: folder.write("a.html", page)).first)
        #expect(reading.refusal?.severity == .badData)
    }

    @Test func `a PDF called HTML is refused for what it is`() throws {
        let folder = try TemporaryFolder()
        let reading = try ArticleReader.readings(of: folder.write("a.html", "%PDF-1.7\n<html>")).first
        #expect(reading?.refusal?.reason == .binary("a PDF file"))
    }

    @Test func `deep nesting neither crashes nor hides the text before it`() throws {
        let text = "<p>\(String(repeating: "Virelec buys Sondex, its rival, for a good price. ", count: 8))</p>"
        let deep = String(repeating: "<div><b><span>", count: 200_000)
        _ = try article(of: "<html><body>\(text)\(deep)</body></html>")
        let nested = String(repeating: "<blockquote>", count: 100)
        #expect(try article(of: "<html><body>\(nested)\(text)</body></html>")?.text.hasPrefix("Virelec buys") == true)
    }

    @Test func `an element with very many attributes does not keep the reader for ever`() throws {
        let text = String(repeating: "Virelec has bought Sondex, its rival, for a price. ", count: 6)
        let names = (0..<400_000).map { "a\($0)" }.joined(separator: " ")
        let values = (0..<200_000).map { "a\($0)=\">\"" }.joined(separator: "\t")
        for attributes in [names, values] {
            let page = "<body><script>if (a<b) { '\"' }</script><!-- <p \" --><p \(attributes)>\(text)</p></body>"
            #expect(try article(of: page)?.text == text.trimmingCharacters(in: .whitespaces))
        }
    }

    @Test func `tags that are never closed or closed twice leave the text`() throws {
        let page = """
            <div><p>Virelec has bought Sondex, its rival, for 18 million euros, the two companies said.
            <p>Sondex was founded in 1974 by <b><i>Henri Maurel</b></i> in Vierzon, and employs 140 people there.</div></div></p>
            """
        let text = try #require(try article(of: page)).text
        #expect(text.hasSuffix("founded in 1974 by Henri Maurel in Vierzon, and employs 140 people there."))
    }

    @Test func `a page in Latin-1 that says so is decoded`() throws {
        let folder = try TemporaryFolder()
        let body = String(repeating: "Virelec a racheté Sondex, société de Vierzon. ", count: 6)
        let page = "<meta charset=\"iso-8859-1\"><p>\(body)</p>"
        let bytes = page.unicodeScalars.map { UInt8($0.value) }
        guard
            case .article(let article, let origin) = try ArticleReader.readings(of: folder.write("a.html", bytes)).first
        else {
            Issue.record("refused")
            return
        }
        #expect(article.text.hasPrefix("Virelec a racheté Sondex"))
        #expect(origin.encoding == .windows1252)
    }

    @Test func `the date of a masthead and that of a comment are not that of publication`() throws {
        let body = String(repeating: "Virelec has bought Sondex, its rival, for a price. ", count: 6)
        let page = """
            <html><body><header>Friday 18 July 2025</header><div class="comments"><time datetime="2025-07-19">19 July 2025</time>
            </div><article><h1>A deal</h1><p>\(body)</p></article></body></html>
            """
        #expect(try article(of: page)?.published == nil)
    }

    @Test func `a news flash is read where the page marks it as an article`() throws {
        let folder = try TemporaryFolder()
        let flash = "Orvane bought its rival Lumenor for 12 million euros on Monday, the two firms said."
        let marked = try folder.write(
            "a.html", "<html><body><article><h1>A deal</h1><p>\(flash)</p></article></body></html>")
        #expect(try ArticleReader.readings(of: marked).first?.article?.text == flash)
        let bare = try folder.write("b.html", "<html><body><h1>A deal</h1><p>\(flash)</p></body></html>")
        let refusal = try #require(try ArticleReader.readings(of: bare).first?.refusal)
        #expect(refusal.reason == .shortPage(characters: flash.count))
        #expect(refusal.description.contains("only \(flash.count) characters"))
    }
}
