internal import Foundation
internal import Testing

/// What `liaison ingest` does with feeds, and with addresses that it cannot or may not fetch.
@Suite struct FeedIngestTests {
    private static let page = """
        <html lang="en"><head><link rel="canonical" href="https://wire.example/1"></head><body><article><h1>A deal</h1>
        <p>Microsoft invested in OpenAI. The two companies said on Tuesday that nothing else about the deal would be made public.</p>
        <p>The partners have worked together for six years, and people close to them expect that to go on for a long while.</p>
        </article></body></html>
        """

    private static let feed = """
        <rss><channel><title>Wire</title><item><title>A deal</title><link>https://wire.example/1</link>
        <description>Microsoft and OpenAI have something to say.</description></item></channel></rss>
        """

    @Test(arguments: [["page.html", "feed.xml"], ["feed.xml", "page.html"]])
    func `a feed's summary never takes the place of the article`(order: [String]) throws {
        let program = try Program()
        try program.write("page.html", Self.page)
        try program.write("feed.xml", Self.feed)
        let together = try program.run("ingest", "--store", "a.sqlite", order[0], order[1])
        #expect(together.code == 0)
        for path in order { _ = try program.run("ingest", "--store", "b.sqlite", path) }
        for store in ["a.sqlite", "b.sqlite"] {
            let found = try program.run("relations", "--store", store, "Microsoft", "OpenAI")
            #expect(found.output.contains("Microsoft invested in OpenAI."))
            #expect(found.output.contains("1 article"))
        }
    }

    @Test func `an entry that is known already changes nothing`() throws {
        let program = try Program()
        try program.write("feed.xml", Self.feed)
        _ = try program.run("ingest", "--store", "a.sqlite", "feed.xml")
        let again = try program.run("ingest", "--store", "a.sqlite", "feed.xml")
        #expect(again.errors.contains("1 unchanged"))
        #expect(again.errors.contains("0 added"))
    }

    @Test func `an address of which nothing is kept is named without the network`() throws {
        let program = try Program()
        let run = try program.run("ingest", "--store", "a.sqlite", "--offline", "https://wire.example/1")
        #expect(run.code == 66)
        #expect(run.errors.contains("https://wire.example/1: no copy of it is kept"))
    }

    @Test func `addresses may come in a list`() throws {
        let program = try Program()
        try program.write("list.txt", "# deals\nhttps://wire.example/1\nnonsense\n")
        let run = try program.run("ingest", "--store", "a.sqlite", "--offline", "--list", "list.txt")
        #expect(run.code == 66)
        #expect(run.errors.contains("list.txt:3: this is no address of the web"))
        #expect(try program.run("ingest", "--store", "a.sqlite").code == 64)
    }
}
