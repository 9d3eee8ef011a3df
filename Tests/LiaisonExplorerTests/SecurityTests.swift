import Foundation
import LiaisonModel
import LiaisonStore
import Testing

@testable import LiaisonExplorer

/// No other site, no other machine and no article can do anything here.
struct SecurityTests {
    @Test func `another host name gets nothing`() async throws {
        let sample = try SampleSite()
        for host in ["evil.example", "evil.example:8323", "127.0.0.1.evil.example", "", "[::1", "192.168.1.7"] {
            let page = await sample.get("/", ["host": host])
            #expect(page.status == 403, "\(host)")
            #expect(!page.text.contains("Orvane"), "\(host)")
        }
        for host in ["localhost:8323", "127.0.0.1", "[::1]:8323", "LOCALHOST"] {
            #expect(await sample.get("/", ["host": host]).status == 200, "\(host)")
        }
    }

    @Test func `a script of another site gets nothing`() async throws {
        let sample = try SampleSite()
        #expect(await sample.get("/suggestions?q=a", ["origin": "http://evil.example"]).status == 403)
        #expect(await sample.get("/suggestions?q=a", ["origin": "null"]).status == 403)
        #expect(await sample.get("/suggestions?q=a", ["origin": "http://" + SampleSite.host]).status == 200)
    }

    @Test func `a change needs our origin, our session and our token`() async throws {
        let sample = try SampleSite()
        let change = [("verb", "rename"), ("subject", "org:orvane"), ("value", "Taken over")]
        #expect(await sample.post(change, ["origin": "http://evil.example"]).status == 403)
        #expect(await sample.post(change, ["origin": nil]).status == 403)
        #expect(await sample.post(change, ["origin": nil, "sec-fetch-site": "cross-site"]).status == 403)
        #expect(await sample.post(change, token: String(repeating: "0", count: 64)).status == 403)
        #expect(await sample.post(change, ["cookie": nil]).status == 403)
        #expect(
            await sample.post(change, ["cookie": Gate.sessionCookie + "=" + String(repeating: "b", count: 32)]).status
                == 403)
        #expect(try sample.store.judgements().isEmpty)
        #expect(await sample.post(change).status == 303)
        #expect(try sample.store.judgements().count == 1)
    }

    @Test func `a form's token is in the page and goes with the session that the page gives`() async throws {
        let sample = try SampleSite()
        let page = await sample.get("/edge/org:orvane/invests-in/org:lumenor")
        let cookie = try #require(page.header("Set-Cookie"))
        #expect(cookie.contains("HttpOnly"))
        #expect(cookie.contains("SameSite=Strict"))
        let session = cookie.dropFirst(Gate.sessionCookie.count + 1).prefix(32)
        #expect(page.text.contains(sample.site.gate.formToken(session: String(session))))
        #expect(page.header("Cache-Control")?.contains("no-store") == true)
    }

    @Test func `read only shows no form and takes none`() async throws {
        let sample = try SampleSite { $0.isReadOnly = true }
        for target in ["/edge/org:orvane/invests-in/org:lumenor", "/review", "/judgements", "/edit/org:orvane"] {
            let page = await sample.get(target)
            #expect(page.status == 200)
            #expect(!page.text.contains("method=\"post\""), "\(target)")
        }
        let answer = await sample.post([("verb", "rename"), ("subject", "org:orvane"), ("value", "X")])
        #expect(answer.status == 403)
        #expect(try sample.store.judgements().isEmpty)
    }

    @Test func `beyond loopback a token is needed, becomes a cookie and leaves the address`() async throws {
        let sample = try SampleSite {
            $0.host = "0.0.0.0"
            $0.token = "correct-horse-battery"
        }
        let away = ["host": "192.168.1.7:8323"]
        #expect(await sample.get("/", away).status == 401)
        #expect(await sample.get("/?token=wrong-horse-battery", away).status == 401)
        let welcome = await sample.get("/entity/org:orvane?since=2020&token=correct-horse-battery", away)
        #expect(welcome.status == 303)
        #expect(welcome.header("Location") == "/entity/org:orvane?since=2020")
        let cookie = try #require(welcome.header("Set-Cookie"))
        #expect(cookie.contains("HttpOnly"))
        let pair = String(cookie.prefix { $0 != ";" })
        #expect(await sample.get("/entity/org:orvane", away.merging(["cookie": pair]) { _, new in new }).status == 200)
        // A name that points here is no address: it needs to be allowed.
        #expect(await sample.get("/", ["host": "evil.example", "cookie": pair]).status == 403)
    }

    @Test func `without a token nothing beyond loopback is served`() throws {
        let sample = try SampleSite()
        var configuration = ExplorerConfiguration(
            store: sample.folder + "/store.sqlite", options: try SampleSite.options())
        configuration.host = "0.0.0.0"
        #expect(throws: ExplorerError.tokenNeeded) { try Explorer(configuration) }
    }

    @Test func `every answer carries the rules for the browser`() async throws {
        let sample = try SampleSite()
        for target in [
            "/", "/entity/org:orvane", "/graph?open=org:orvane", "/nothing", "/assets/explorer.js", "/suggestions?q=o",
        ] {
            let page = await sample.get(target)
            let policy = try #require(page.header("Content-Security-Policy"))
            #expect(policy.hasPrefix("default-src 'none'"), "\(target)")
            #expect(!policy.contains("unsafe"), "\(target)")
            #expect(page.header("X-Content-Type-Options") == "nosniff")
            #expect(page.header("Referrer-Policy") == "same-origin")
            #expect(page.header("X-Frame-Options") == "DENY")
        }
        let drawing = await sample.get("/graph?open=org:orvane&format=svg")
        #expect(drawing.header("Content-Security-Policy")?.contains("sandbox") == true)
        #expect(drawing.header("Content-Security-Policy")?.contains("script") == false)
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "\"onmouseover=\"alert(1)", "</title><svg onload=alert(1)>", "{{t.search}}",
        "javascript:alert(1)", "a & b &amp; c", "\u{202E}live", "line\nfeed", "']; evil [label=<b>", "\\N \\G",
    ])
    func `a name is only ever text`(name: String) async throws {
        let sample = try SampleSite(investor: name, company: "Lumenor", publisher: name)
        let key = try #require(try sample.store.suggestions(for: "Lumenor").first).entity.key
        let other = try #require(try sample.store.edges(of: key).first).subject.key
        let path = Route.entity(other).path
        let pages = [
            "/", path, "/entity/org:lumenor", Route.pair(other, key).path, "/graph?open=org:lumenor", "/review",
            Route.edge(subject: other, relation: "invests-in", object: key).path, Route.edit(other).path,
            "/search?q=" + PercentCoding.encoded(name), "/judgements",
        ]
        for target in pages {
            let page = await sample.get(target)
            #expect(page.status == 200, "\(target)")
            for danger in ["<script>alert", "<svg onload", "\"onmouseover", "href=\"javascript"] {
                #expect(!page.text.contains(danger), "\(target) \(danger)")
            }
            #expect(!page.text.contains(" style="), "\(target)")
        }
    }

    @Test func `a redirect stays here`() async throws {
        let sample = try SampleSite()
        for target in ["//evil.example", "/\\evil.example", "https://evil.example", "", "/a\nb"] {
            let answer = await sample.post([
                ("verb", "rename"), ("subject", "org:orvane"), ("value", "X"), ("return", target),
            ])
            #expect(answer.header("Location") == "/", "\(target)")
        }
        #expect(LocalTarget.safe("/entity/org:a?b=c") == "/entity/org:a?b=c")
    }

    @Test func `the address of an article is a link only where it is of the web`() async throws {
        let sample = try SampleSite()
        var article = SampleSite.article(3, investor: "Orvane", company: "Lumenor", publisher: "Daily")
        article.url = "javascript:alert(1)"
        _ = try sample.store.ingest(
            article, SampleSite.extraction(article, investor: "Orvane", company: "Lumenor"), version: "1")
        for target in ["/edge/org:orvane/invests-in/org:lumenor", "/article/" + article.contentHash] {
            #expect(!(await sample.get(target)).text.contains("javascript:"))
        }
    }

    @Test func `signatures are HMAC with SHA-256 and differ with every process and text`() {
        let (a, b) = (Secret(), Secret())
        #expect(a.signature(of: "x") == a.signature(of: "x"))
        #expect(a.signature(of: "x") != a.signature(of: "y"))
        #expect(a.signature(of: "x") != b.signature(of: "x"))
        #expect(a.signature(of: "").utf8.count == 64)
        #expect(Secret.isSame("abc", "abc"))
        #expect(!Secret.isSame("abc", "abd"))
        #expect(!Secret.isSame("abc", "abcd"))
    }
}
