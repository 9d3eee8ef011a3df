import LiaisonModel
import LiaisonStore
import Testing

@testable import LiaisonExplorer

/// What people decide on a page counts from the next page on.
struct CorrectionTests {
    private let edge = [("subject", "org:orvane"), ("relation", "invests-in"), ("object", "org:lumenor")]

    @Test func `a rejected edge is gone, its page stays, and accepting brings it back`() async throws {
        let sample = try SampleSite()
        #expect(await sample.post([("verb", "reject")] + edge).status == 303)
        #expect(!(await sample.get("/entity/org:orvane")).text.contains("<ul class=\"edges\">"))
        let page = await sample.get("/edge/org:orvane/invests-in/org:lumenor")
        #expect(page.text.contains("rejected by a person"))
        _ = await sample.post([("verb", "accept")] + edge)
        #expect((await sample.get("/entity/org:orvane")).text.contains("1.00"))
    }

    @Test func `a decision keeps who and why`() async throws {
        let sample = try SampleSite()
        _ = await sample.post([("verb", "accept"), ("reason", "Seen the filing")] + edge)
        let judgement = try #require(try sample.store.judgements().first)
        #expect(judgement.author == "Ada")
        #expect(judgement.reason == "Seen the filing")
        #expect((await sample.get("/judgements")).text.contains("Seen the filing"))
    }

    @Test func `one sentence can be rejected while the edge stays`() async throws {
        let sample = try SampleSite(articles: 2)
        let statement = try #require(try sample.store.edges(of: EntityKey("org:orvane")).first?.statements.first)
        _ = await sample.post([("verb", "reject"), ("statement", statement.id)])
        #expect(try sample.store.edges(of: EntityKey("org:orvane")).first?.statements.count == 1)
    }

    @Test func `a detail can be corrected for the edge and for one sentence`() async throws {
        let sample = try SampleSite()
        let answer = await sample.post([("verb", "edit"), ("qualifier", "amount"), ("to", "90000000 EUR")] + edge)
        #expect(answer.status == 303)
        #expect((await sample.get("/entity/org:orvane")).text.contains("€90M"))
        let statement = try #require(try sample.store.edges(of: EntityKey("org:orvane")).first?.statements.first)
        _ = await sample.post([
            ("verb", "edit"), ("qualifier", "time"), ("to", "ended"), ("statement", statement.id),
        ])
        #expect((await sample.get("/entity/org:orvane")).text.contains("badge ended"))
    }

    @Test func `a merge makes two names one, and undoing makes them two`() async throws {
        let sample = try SampleSite()
        let article = SampleSite.article(5, investor: "Orvane Capital", company: "Kaptio", publisher: "Daily")
        _ = try sample.store.ingest(
            article, SampleSite.extraction(article, investor: "Orvane Capital", company: "Kaptio"), version: "1")
        #expect((await sample.get("/edit/org:orvane-capital?q=orvane")).text.contains("value=\"org:orvane\""))
        let answer = await sample.post([
            ("verb", "merge"), ("subject", "org:orvane-capital"), ("object", "org:orvane"), ("return", "/review?at=2"),
        ])
        #expect(answer.header("Location") == "/review?at=2&done=1")
        #expect((await sample.get("/entity/org:orvane")).text.contains("href=\"/entity/org:kaptio\""))
        _ = await sample.post([("verb", "undo"), ("undoes", "1")])
        #expect(!(await sample.get("/entity/org:orvane")).text.contains("href=\"/entity/org:kaptio\""))
    }

    @Test func `what is decided leaves the review at once, and undoing brings it back`() async throws {
        let sample = try SampleSite()
        let article = SampleSite.article(5, investor: "Orvane", company: "Kaptio", publisher: "Daily")
        var extraction = SampleSite.extraction(article, investor: "Orvane", company: "Kaptio")
        extraction.statements[0].confidence = 0.4
        _ = try sample.store.ingest(article, extraction, version: "1")
        #expect((await sample.get("/review")).text.contains("Question 1 of 1"))
        let answer = await sample.post([
            ("verb", "accept"), ("subject", "org:orvane"), ("relation", "invests-in"), ("object", "org:kaptio"),
            ("return", "/review?at=1"),
        ])
        let next = await sample.get(try #require(answer.header("Location")))
        #expect(next.text.contains("Nothing is doubtful."))
        #expect(next.text.contains("Accepted: Orvane → invests in → Kaptio"))
        #expect(next.text.contains("value=\"undo\""))
        _ = await sample.post([("verb", "undo"), ("undoes", "1")])
        #expect((await sample.get("/review")).text.contains("Question 1 of 1"))
    }

    @Test(arguments: [
        [("verb", "explode")], [("verb", "undo"), ("undoes", "99")], [("verb", "undo"), ("undoes", "x")],
        [("verb", "rename"), ("subject", "org:orvane"), ("value", "   ")], [("verb", "rename"), ("value", "X")],
        [("verb", "merge"), ("subject", "org:orvane"), ("object", "org:orvane")],
        [("verb", "edit"), ("qualifier", "colour"), ("to", "red"), ("statement", "x")],
        [("verb", "edit"), ("qualifier", "time"), ("to", "tomorrow"), ("subject", "org:orvane")],
        [("verb", "reject"), ("statement", "nothing")], [("verb", "accept"), ("subject", "org:orvane")],
    ])
    func `a form that says nothing is refused and changes nothing`(fields: [(String, String)]) async throws {
        let sample = try SampleSite()
        #expect(await sample.post(fields).status == 400)
        #expect(try sample.store.judgements().isEmpty)
    }
}
