internal import LiaisonModel
internal import LiaisonReaders
internal import Testing

/// Archives of crawls (WARC 1.0 and 1.1).
@Suite struct WARCTests {
    private static func page(_ name: String) -> String {
        let text = "\(name) has bought Sondex, its rival, for a price that nobody will tell. "
        return
            "<html><body><article><h1>\(name) buys Sondex</h1><p>\(String(repeating: text, count: 5))</p></article></body></html>"
    }

    private func record(_ type: String, _ fields: [String], _ block: [UInt8], version: String = "1.0") -> [UInt8] {
        let lines = ["WARC/\(version)", "WARC-Type: \(type)"] + fields + ["Content-Length: \(block.count)", "", ""]
        return Array(lines.joined(separator: "\r\n").utf8) + block + Array("\r\n\r\n".utf8)
    }

    private func response(
        _ address: String, _ body: [UInt8], status: Int = 200, type: String = "text/html", headers: [String] = [],
        version: String = "1.0"
    ) -> [UInt8] {
        let lines = ["HTTP/1.1 \(status) X", "Content-Type: \(type)"] + headers + ["", ""]
        return record(
            "response", ["WARC-Target-URI: \(address)", "WARC-Date: 2024-05-02T08:00:00Z"],
            Array(lines.joined(separator: "\r\n").utf8) + body, version: version)
    }

    private func readings(_ bytes: [UInt8], name: String = "crawl.warc") throws -> [Reading] {
        let folder = try TemporaryFolder()
        return try ArticleReader.readings(of: folder.write(name, bytes))
    }

    @Test(arguments: ["1.0", "1.1"])
    func `the pages of an archive are articles with their addresses`(version: String) throws {
        let all = try readings(
            record("warcinfo", [], Array("software: x\r\n".utf8))
                + record("request", ["WARC-Target-URI: https://wire.example/1"], Array("GET /1 HTTP/1.1\r\n\r\n".utf8))
                + response("https://wire.example/1", Array(Self.page("Virelec").utf8), version: version)
                + response("<https://wire.example/2>", Array(Self.page("Brightwell").utf8), version: version))
        #expect(all.map { $0.article?.url } == ["https://wire.example/1", "https://wire.example/2"])
        #expect(all.map { $0.article?.title } == ["Virelec buys Sondex", "Brightwell buys Sondex"])
        guard case .article(let article, let origin) = all.first else { return }
        #expect(origin.line == 3)
        #expect(origin.retrieved == "2024-05-02T08:00:00Z")
        // The day of the crawl is not that of publication.
        #expect(article.published == nil)
    }

    @Test func `an archive with each record compressed by itself is read`() throws {
        let folder = try TemporaryFolder()
        let bytes =
            try folder.gzip(record("warcinfo", [], []))
            + folder.gzip(response("https://wire.example/1", Array(Self.page("Virelec").utf8)))
            + folder.gzip(response("https://wire.example/2", Array(Self.page("Brightwell").utf8)))
        #expect(try readings(bytes, name: "crawl.warc.gz").compactMap { $0.article?.url }.count == 2)
        #expect(try readings(bytes, name: "without-a-telling-name").compactMap { $0.article?.url }.count == 2)
    }

    @Test func `chunks and content codings are taken off`() throws {
        let folder = try TemporaryFolder()
        let page = Array(Self.page("Virelec").utf8)
        let half = page.count / 2
        let chunks =
            Array("\(String(half, radix: 16))\r\n".utf8) + page[..<half]
            + Array("\r\n\(String(page.count - half, radix: 16));x=y\r\n".utf8) + page[half...]
            + Array("\r\n0\r\n\r\n".utf8)
        let all = try readings(
            response("https://wire.example/1", chunks, headers: ["Transfer-Encoding: chunked"])
                + response("https://wire.example/2", page, headers: ["Transfer-Encoding: chunked"])
                + response("https://wire.example/3", folder.gzip(page), headers: ["Content-Encoding: gzip"])
                + response("https://wire.example/4", page, headers: ["Content-Encoding: gzip"])
                + response("https://wire.example/5", page, headers: ["Content-Encoding: br"]))
        #expect(all.map { $0.article?.title } == Array(repeating: "Virelec buys Sondex", count: 4) + [nil])
        #expect(all.last?.refusal?.reason == .fetch(.coding("br")))
    }

    @Test func `redirects, errors, pictures and the like are passed over without a word`() throws {
        let page = Array(Self.page("Virelec").utf8)
        let all = try readings(
            response("https://wire.example/a", [], status: 301) + response("https://wire.example/b", page, status: 404)
                + response("https://wire.example/c.png", [0x89, 0x50, 0x4E, 0x47], type: "image/png")
                + response("https://wire.example/d.css", Array("a{}".utf8), type: "text/css")
                + response("https://wire.example/robots.txt", Array("User-agent: *".utf8), type: "text/plain")
                + record("revisit", ["WARC-Target-URI: https://wire.example/e"], [])
                + record("resource", ["WARC-Target-URI: https://wire.example/f", "Content-Type: text/html"], page))
        #expect(all.map { $0.article?.url } == ["https://wire.example/f"])
    }

    @Test func `a page without an article is named by its record and address`() throws {
        let refusal = try #require(
            try readings(response("https://wire.example/list", Array("<p>Short.</p>".utf8))).first?.refusal)
        #expect(refusal.reason == .noArticles(.file))
        #expect(refusal.line == 1)
        #expect(refusal.description.hasSuffix("crawl.warc:1 (https://wire.example/list): the file holds no article"))
    }

    @Test func `an archive that is cut off or broken gives what stands before, and one refusal`() throws {
        let one = response("https://wire.example/1", Array(Self.page("Virelec").utf8))
        let cut = try readings(one + one.dropLast(200))
        #expect(cut.map { $0.article != nil } == [true, false])
        #expect(cut.last?.refusal?.reason == .damaged("it ends too early"))
        let broken = try readings(one + Array("garbage\r\n".utf8) + one)
        #expect(broken.map { $0.article != nil } == [true, false])
        let lengths = ["-1", "x", "99999999999999999999", ""]
        for length in lengths {
            let bytes = Array("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: \(length)\r\n\r\nabc".utf8)
            #expect(try readings(bytes).first?.refusal?.severity == .badData)
        }
    }

    @Test func `an archive without pages is refused`() throws {
        #expect(try readings(record("warcinfo", [], [])).map { $0.refusal?.reason } == [.noArticles(.file)])
    }
}
