internal import LiaisonModel
internal import LiaisonReaders
internal import Testing

@Suite struct FeedTests {
    private func readings(_ text: String, name: String = "feed.xml") throws -> [Reading] {
        let folder = try TemporaryFolder()
        return try ArticleReader.readings(of: folder.write(name, text))
    }

    @Test func `RSS 2.0 gives full text where it has it, else the description`() throws {
        let all = try readings(
            """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>Le Courrier des puces</title><language>fr</language>
            <item><title>Un rachat &amp;amp; une vente</title><link>https://courrier.example/1</link>
            <pubDate>Tue, 17 Jun 2025 19:33:00 +0200</pubDate><description>Résumé.</description>
            <content:encoded><![CDATA[<p>Virelec rachète Sondex.</p><p>Le prix est de 18&nbsp;M€.</p><script>x()</script>]]></content:encoded></item>
            <item><title>Un autre</title><guid isPermaLink="false">42</guid><description>Seul le résumé.</description></item>
            </channel></rss>
            """)
        #expect(
            all.map(\.article) == [
                Article(
                    url: "https://courrier.example/1", title: "Un rachat & une vente",
                    publisher: "Le Courrier des puces",
                    published: "2025-06-17", language: "fr",
                    text: "Virelec rachète Sondex.\n\nLe prix est de 18\u{A0}M€."),
                Article(
                    id: "42", title: "Un autre", publisher: "Le Courrier des puces", language: "fr",
                    text: "Seul le résumé."),
            ])
    }

    @Test func `RSS 1.0 has its items beside the channel`() throws {
        let all = try readings(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
             xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Wire</title></channel>
            <item rdf:about="y"><title>T</title><link>https://wire.example/y</link><dc:date>2024-05-02T08:00Z</dc:date>
            <description>Brightwell buys Tessera.</description></item></rdf:RDF>
            """, name: "feed.rdf")
        #expect(
            all.map(\.article) == [
                Article(
                    url: "https://wire.example/y", title: "T", publisher: "Wire", published: "2024-05-02",
                    text: "Brightwell buys Tessera.")
            ])
    }

    @Test func `Atom gives escaped HTML, XHTML and plain text`() throws {
        let all = try readings(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Wire</title>
            <entry><id>1</id><title type="html">A &lt;b&gt;bold&lt;/b&gt; deal</title><published>2024-05-02T08:00:00Z</published>
            <link rel="self" href="https://wire.example/self"/><link href="https://wire.example/1"/>
            <content type="html">&lt;p&gt;One &amp;amp; two.&lt;/p&gt;</content></entry>
            <entry><id>2</id><title>B</title><updated>2024-05-03T08:00:00Z</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Three.</p><p>Four.</p></div></content></entry>
            <entry><id>3</id><title>C</title><summary>Five.</summary></entry></feed>
            """)
        #expect(all.map { $0.article?.text } == ["One & two.", "Three.\n\nFour.", "Five."])
        #expect(all.map { $0.article?.title } == ["A bold deal", "B", "C"])
        #expect(all.map { $0.article?.published } == ["2024-05-02", nil, nil])
        #expect(all.map { $0.article?.url } == ["https://wire.example/1", nil, nil])
        #expect(all.first?.article?.language == "en")
    }

    @Test func `JSON Feed gives its items`() throws {
        let all = try readings(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Wire", "language": "en", "items": [
              {"id": "1", "url": "https://wire.example/1", "content_html": "<p>One.</p>", "date_published": "2024-05-02T08:00:00Z"},
              {"id": "2", "content_text": "Two."}, {"id": "3"}]}
            """, name: "feed.json")
        #expect(all.map { $0.article?.text } == ["One.", "Two.", nil])
        #expect(all.first?.article?.published == "2024-05-02")
        #expect(all.last?.refusal?.reason == .empty)
    }

    @Test func `entities are refused before they can expand or name a file`() throws {
        let bomb = """
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
            <rss><channel><item><description>&b;</description></item></channel></rss>
            """
        #expect(try readings(bomb).map { $0.refusal?.reason } == [.entities])
        let folder = try TemporaryFolder()
        let wide: [UInt8] = [0xFF, 0xFE] + bomb.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(
            try ArticleReader.readings(of: folder.write("wide.xml", wide)).map { $0.refusal?.reason } == [.entities])
        let external = """
            <!DOCTYPE rss [<!EnTiTy x SYSTEM "file:///etc/hostname">]><rss><channel><item><description>&x;</description></item></channel></rss>
            """
        #expect(try readings(external).map { $0.refusal?.reason } == [.entities])
    }

    @Test func `a feed that is cut off gives the entries before the cut`() throws {
        let all = try readings(
            "<rss><channel><item><description>One.</description></item><item><description>Tw")
        #expect(all.first?.article?.text == "One.")
    }

    @Test(arguments: [
        "<?xml version='1.0'?><urlset><url><loc>https://a.example</loc></url></urlset>", "no markup", "<",
    ])
    func `XML that is no feed is refused`(text: String) throws {
        #expect(try readings(text).first?.refusal?.severity == .badData)
    }

    @Test func `a feed without entries is refused`() throws {
        #expect(
            try readings("<rss><channel><title>T</title></channel></rss>").first?.refusal?.reason == .noArticles(.file))
    }
}
