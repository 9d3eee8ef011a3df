internal import LiaisonModel
internal import LiaisonReaders
internal import Testing

/// Feeds and lists of addresses over HTTP.
@Suite struct WebFeedTests {
    private static func page(_ path: String) -> String {
        let text = "Virelec has bought Sondex, its rival, as page \(path) says at some length. "
        return "<html><body><article><h1>A deal</h1><p>\(String(repeating: text, count: 5))</p></article></body></html>"
    }

    private static let feed = """
        <rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Wire</title>
        <item><link>SELF/1</link><description>A summary.</description></item>
        <item><link>SELF/2</link><content:encoded>The whole text.</content:encoded></item>
        <item><link>SELF/3</link><description>Another summary.</description></item></channel></rss>
        """

    private func server() throws -> LoopbackServer {
        try LoopbackServer { request in
            request.path == "/feed"
                ? .page(
                    Self.feed.replacing("SELF", with: "http://\(request.headers["host"] ?? "")"),
                    type: "application/rss+xml")
                : request.path == "/3" ? .answer(404) : .page(Self.page(request.path))
        }
    }

    private func reader(_ change: (inout FetchOptions) -> Void = { _ in }) throws -> ArticleReader {
        var options = FetchOptions()
        options.pause = .zero
        options.retries = 0
        change(&options)
        var reader = try ArticleReader.standard()
        reader.fetching = options
        return reader
    }

    @Test func `a feed gives what it carries, and says what is a summary`() throws {
        let server = try server()
        let all = Array(try reader().readings(of: [server.address("/feed")]))
        #expect(all.map { $0.article?.text } == ["A summary.", "The whole text.", "Another summary."])
        let summaries = all.map { reading in
            if case .article(_, let origin) = reading { origin.isSummary } else { false }
        }
        #expect(summaries == [true, false, true])
        #expect(server.requests.count == 1)
    }

    @Test func `the pages that a feed sums up are fetched where that is wanted`() throws {
        let server = try server()
        let all = Array(try reader { $0.followsFeeds = true }.readings(of: [server.address("/feed")]))
        #expect(all.first?.article?.text.contains("page /1 says") == true)
        #expect(all.dropFirst().first?.article?.text == "The whole text.")
        #expect(all.last?.refusal?.description == "\(server.address("/3")): the server answers 404 Not Found")
        #expect(server.requests.map(\.path) == ["/feed", "/1", "/3"])
    }

    @Test func `what is known is not fetched again`() throws {
        let server = try server()
        let known = server.address("/1")
        let reader = try reader {
            $0.followsFeeds = true
            $0.isKnown = { $0 == known }
        }
        #expect(Array(reader.readings(of: [server.address("/feed")])).count == 3)
        #expect(server.requests.map(\.path) == ["/feed", "/3"])
    }

    @Test func `a list of addresses is read line by line`() throws {
        let server = try server()
        let folder = try TemporaryFolder()
        let list = try folder.write(
            "list", "# deals\n\n\(server.address("/1"))\r\n  \(server.address("/2"))  \nnot an address\n")
        let all = Array(try reader().readings(of: [], lists: [list]))
        #expect(all.map { $0.article?.url } == [server.address("/1"), server.address("/2"), nil])
        #expect(all.last?.refusal?.line == 5)
        #expect(all.last?.refusal?.reason == .fetch(.badAddress("not an address")))
    }

    @Test func `a list that is missing, empty or not text is named`() throws {
        let folder = try TemporaryFolder()
        #expect(
            try Array(reader().readings(of: [], lists: [folder.path + "/none"])).map { $0.refusal?.reason } == [
                .missing
            ])
        let empty = try folder.write("empty", "# nothing\n")
        #expect(try Array(reader().readings(of: [], lists: [empty])).map { $0.refusal?.reason } == [.noAddresses])
        let bytes = try folder.write("bytes", [0xFF, 0xFE, 0x00, 0x0A])
        #expect(try Array(reader().readings(of: [], lists: [bytes])).first?.refusal?.severity == .badData)
    }

    @Test func `addresses are refused where nothing is fetched`() throws {
        let readings = try ArticleReader.readings(of: "https://wire.example/1")
        #expect(readings.map { $0.refusal?.reason } == [.fetch(.notFetching)])
    }

    @Test func `no other scheme is read`() throws {
        let all = Array(try reader().readings(of: ["ftp://wire.example/1", "FILE:///etc/hostname"]))
        #expect(all.map { $0.refusal?.reason } == [.fetch(.scheme("ftp")), .fetch(.scheme("file"))])
    }

    @Test(arguments: ["http://", "https://[::1", "http://a b/", "https://:80/", "http://x:99999/"])
    func `what is no address is refused`(address: String) throws {
        guard case .fetch(let failure) = Array(try reader().readings(of: [address])).first?.refusal?.reason else {
            Issue.record("not refused")
            return
        }
        #expect(failure == .badAddress(address))
    }
}
