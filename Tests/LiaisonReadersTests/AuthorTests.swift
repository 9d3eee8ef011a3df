internal import LiaisonModel
internal import LiaisonReaders
internal import Testing

/// Who wrote an article, from metadata and bylines.
@Suite struct AuthorTests {
    private func authors(_ text: String, name: String) throws -> [String]? {
        let folder = try TemporaryFolder()
        return try ArticleReader.readings(of: folder.write(name, text)).first?.article?.authors
    }

    private func authors(head: String = "", above: String = "", below: String = "") throws -> [String]? {
        let text = String(repeating: "Virelec has bought Sondex, its rival, for a price. ", count: 6)
        return try authors(
            "<html><head>\(head)</head><body>\(above)<article><h1>A deal</h1><p>\(text)</p></article>\(below)</body></html>",
            name: "a.html")
    }

    @Test(arguments: [
        (#"{"name": "Anne Roy"}"#, ["Anne Roy"]),
        (#"[{"@type": "Person", "name": "Anne Roy"}, {"name": "Marc Weiss"}]"#, ["Anne Roy", "Marc Weiss"]),
        (#""Anne Roy""#, ["Anne Roy"]),
        (#"["Anne Roy", "Marc Weiss", "Anne Roy"]"#, ["Anne Roy", "Marc Weiss"]),
        (##"{"@id": "#anne"}"##, ["Anne Roy"]),
        (#"{"name": "Wire"}"#, []),
        (#"{"url": "https://wire.example/anne"}"#, []),
        ("42", []),
    ])
    func `JSON-LD names authors in all its shapes`(json: String, expected: [String]) throws {
        let head = """
            <script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "A deal", "author": \(json),
            "publisher": {"name": "Wire"}}, {"@type": "Person", "@id": "#anne", "name": "Anne Roy"}]}</script>
            """
        #expect(try authors(head: head) == expected)
    }

    @Test(arguments: [
        ("Anne Roy", ["Anne Roy"]), ("Par Anne Roy et Marc Weiss", ["Anne Roy", "Marc Weiss"]),
        ("By Anne Roy, Marc Weiss and Lena Ortiz", ["Anne Roy", "Marc Weiss", "Lena Ortiz"]),
        ("Roy, Anne", ["Roy, Anne"]), ("https://wire.example/anne", []), ("anne@wire.example", []),
    ])
    func `a meta element may name several`(content: String, expected: [String]) throws {
        #expect(try authors(head: "<meta name=author content='\(content)'>") == expected)
    }

    @Test func `a byline counts where the head says nothing`() throws {
        #expect(try authors(above: "<p class=byline>By <a href=/anne>Anne Roy</a></p>") == ["Anne Roy"])
        #expect(try authors(above: "<span itemprop=author>Anne  Roy</span>") == ["Anne Roy"])
        #expect(try authors(above: "<a rel=author href=/m>Marc Weiss</a>") == ["Marc Weiss"])
        #expect(
            try authors(head: "<meta name=author content='Lena Ortiz'>", above: "<a rel=author href=/m>Marc Weiss</a>")
                == ["Lena Ortiz"])
    }

    @Test func `a body that is called after its sidebar does not hide a byline`() throws {
        let text = String(repeating: "Virelec has bought Sondex, its rival, for a price. ", count: 6)
        let page = """
            <body class=has-sidebar><article class=tag-deals><header><span class=byline>by <a href=/a>Anne Roy</a></span></header>
            <h1>A deal</h1><p>\(text)</p></article></body>
            """
        #expect(try authors(page, name: "a.html") == ["Anne Roy"])
    }

    @Test func `no other words pass for a name`() throws {
        #expect(try authors(above: "<p class=byline>Published 3 days ago</p>") == [])
        #expect(try authors(above: "<p class=author>the editors</p>") == [])
        #expect(
            try authors(below: "<aside class=related><a rel=author href=/m>Marc Weiss</a></aside>") == [])
        #expect(
            try authors(below: "<div class=author-box><p>Anne Roy has written about chips for twelve years.</p></div>")
                == [])
    }

    @Test func `feeds name authors`() throws {
        let rss = """
            <rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item><description>One.</description>
            <dc:creator><![CDATA[Anne Roy]]></dc:creator><author>desk@wire.example (Marc Weiss)</author></item></channel></rss>
            """
        #expect(try authors(rss, name: "a.rss") == ["Anne Roy", "Marc Weiss"])
        let atom = """
            <feed xmlns="http://www.w3.org/2005/Atom"><entry><summary>One.</summary><author><name>Anne Roy</name>
            <email>a@wire.example</email></author><author><name>Marc Weiss</name></author></entry></feed>
            """
        #expect(try authors(atom, name: "a.atom") == ["Anne Roy", "Marc Weiss"])
        let json = """
            {"version": "https://jsonfeed.org/version/1.1", "authors": [{"name": "Wire desk"}], "items": [
              {"id": "1", "content_text": "One.", "authors": [{"name": "Anne Roy"}]}]}
            """
        #expect(try authors(json, name: "a.json") == ["Anne Roy"])
    }

    @Test func `front matter, JSON and tables name authors`() throws {
        #expect(try authors("---\nauthor: Anne Roy\n---\nOne.\n", name: "a.md") == ["Anne Roy"])
        #expect(
            try authors("---\nauthors: [Anne Roy, \"Marc Weiss\"]\n---\nOne.\n", name: "a.md")
                == ["Anne Roy", "Marc Weiss"])
        #expect(try authors("{\"text\": \"One.\", \"authors\": [\"Anne Roy\"]}\n", name: "a.jsonl") == ["Anne Roy"])
        #expect(try authors("{\"text\": \"One.\", \"author\": \"Anne Roy\"}\n", name: "a.jsonl") == ["Anne Roy"])
        #expect(try authors("text,authors\nOne.,Anne Roy\n", name: "a.csv") == ["Anne Roy"])
    }
}
