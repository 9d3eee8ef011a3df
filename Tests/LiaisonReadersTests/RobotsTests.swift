internal import LiaisonReaders
internal import Testing

/// What sites ask of programs in robots.txt (RFC 9309), asked over HTTP.
@Suite struct RobotsTests {
    private func isAllowed(_ robots: String, _ path: String) throws -> Bool {
        let server = try LoopbackServer(robots: robots) { _ in .page("<p>x</p>") }
        var options = FetchOptions()
        options.pause = .zero
        var reader = try ArticleReader.standard()
        reader.fetching = options
        let reason = Array(reader.readings(of: [server.address(path)])).first?.refusal?.reason
        #expect((reason == .fetch(.robots)) == server.requests.isEmpty)
        return reason != .fetch(.robots)
    }

    @Test(arguments: [
        ("User-agent: *\nDisallow: /", "/a", false),
        ("User-agent: *\nDisallow:", "/a", true),
        ("User-agent: *\nDisallow: /private", "/public", true),
        ("User-agent: *\nDisallow: /private", "/private/a", false),
        ("user-AGENT : *\r\ndisallow : /a # not this\r\n", "/a", false),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", false),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?z", true),
        ("User-agent: *\nDisallow: /a*c*e", "/abcde", false),
        ("User-agent: *\nDisallow: /caf%c3%a9", "/caf%C3%A9/x", false),
        ("User-agent: *\nDisallow: /%7Eanne", "/~anne/x", false),
        ("User-agent: *\nDisallow: /\n\nUser-agent: liaison\nDisallow: /only", "/a", true),
        ("User-agent: *\nAllow: /\n\nUser-agent: Liaison/2.0\nDisallow: /", "/a", false),
        ("User-agent: other\nUser-agent: liaison\nDisallow: /", "/a", false),
        ("User-agent: other\nDisallow: /", "/a", true),
        ("Disallow: /", "/a", true),
        ("<html>not found</html>", "/a", true),
        ("", "/a", true),
    ])
    func `the rules of robots are kept`(robots: String, path: String, allowed: Bool) throws {
        #expect(try isAllowed(robots, path) == allowed)
    }

    @Test func `rules that cannot be had forbid everything`() throws {
        let server = try LoopbackServer { _ in .page("<p>x</p>") }
        let broken = try LoopbackServer(robotsReply: .answer(503)) { _ in .page("<p>x</p>") }
        var options = FetchOptions()
        options.pause = .zero
        options.retries = 0
        var reader = try ArticleReader.standard()
        reader.fetching = options
        #expect(
            Array(reader.readings(of: [broken.address("/a"), broken.address("/b")]))
                .map { $0.refusal?.reason } == [.fetch(.status(503)), .fetch(.status(503))])
        #expect(broken.requests.isEmpty)
        #expect(Array(reader.readings(of: [server.address("/")])).first?.refusal?.reason == .noArticles(.file))
    }
}
