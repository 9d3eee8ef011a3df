import Foundation
import LiaisonStore
import Testing

@testable import LiaisonExplorer

/// Whatever is asked, the answer is a page that says what is wrong.
struct ErrorTests {
    @Test(arguments: [
        "/nothing", "/entity/org:nobody", "/pair/org:orvane/org:nobody", "/edge/org:orvane/leads/org:lumenor",
        "/article/abc", "/article/" + String(repeating: "0", count: 64), "/graph?open=org:nobody", "/edit/org:nobody",
        "/assets/secret", "/entity/%FF", "/entity/a/b", "/entity/",
    ])
    func `what is not there is not found`(target: String) async throws {
        let page = await (try SampleSite()).get(target)
        #expect(page.status == 404)
        #expect(page.text.contains("There is nothing at this address."))
    }

    @Test(arguments: [
        "since=yesterday", "until=2024-1-1", "belief=2", "belief=nan", "belief=x", "state=odd", "kind=cat",
        "relation=loves", "format=exe", "from=-1",
    ])
    func `a filter that cannot be understood is refused, not ignored`(field: String) async throws {
        let page = await (try SampleSite()).get("/entity/org:orvane?" + field)
        #expect(page.status == 400)
        #expect(page.text.contains("A part of this address cannot be understood."))
    }

    @Test func `methods that no page has are refused`() async throws {
        let sample = try SampleSite()
        let headers = ["host": SampleSite.host, "origin": "http://" + SampleSite.host]
        #expect(await sample.site.respond(to: PageRequest(method: .other, target: "/", headers: headers)).status == 405)
        #expect(await sample.site.respond(to: PageRequest(method: .post, target: "/", headers: headers)).status == 405)
        #expect(await sample.get("/judge").status == 405)
    }

    @Test func `a graph that cannot be drawn is a list`() async throws {
        let sample = try SampleSite { $0.drawingTimeLimit = 0 }
        let page = await sample.get("/graph?open=org:orvane")
        #expect(page.status == 200)
        #expect(page.text.contains("The graph cannot be drawn."))
        #expect(page.text.contains("href=\"/edge/org:orvane/invests-in/org:lumenor\""))
        #expect(await sample.get("/graph?open=org:orvane&format=svg").status == 503)
    }

    @Test func `a store that is not there is said before anything is served`() throws {
        let configuration = ExplorerConfiguration(
            store: NSTemporaryDirectory() + "no-such-store.sqlite", options: try SampleSite.options())
        #expect(throws: StoreError.self) { try Explorer(configuration) }
    }

    @Test func `the error speaks the browser's language`() async throws {
        let page = await (try SampleSite()).get("/nothing", ["accept-language": "fr"])
        #expect(page.text.contains("Il n&#39;y a rien à cette adresse."))
    }
}
