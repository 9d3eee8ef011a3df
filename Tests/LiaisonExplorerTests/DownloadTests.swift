import LiaisonExport
import LiaisonModel
import Testing

@testable import LiaisonExplorer

/// Any view comes as a file too.
struct DownloadTests {
    private static let head = SampleSite.article(
        0, investor: "Orvane", company: "Lumenor", publisher: "The Wire Desk"
    ).head

    @Test(arguments: [
        "/entity/org:orvane?", "/pair/org:orvane/org:lumenor?", "/edge/org:orvane/invests-in/org:lumenor?",
        "/graph?open=org:orvane&", "/article/\(head.sha256)?", "/search?q=orv&",
    ])
    func `each view as each format`(target: String) async throws {
        let sample = try SampleSite()
        let beginnings = ["dot": "digraph", "csv": "", "jsonld": "{", "svg": "<?xml"]
        for (format, beginning) in beginnings {
            let file = await sample.get(target + "format=" + format)
            #expect(file.status == 200, "\(format)")
            #expect(file.header("Content-Disposition")?.hasPrefix("attachment; filename=\"liaison-") == true)
            #expect(file.text.hasPrefix(beginning), "\(format)")
            #expect(file.text.contains("Orvane"), "\(format)")
        }
    }

    @Test func `the file has what the page's filters keep`() async throws {
        let sample = try SampleSite()
        let all = await sample.get("/entity/org:orvane?format=csv")
        let none = await sample.get("/entity/org:orvane?format=csv&since=2030")
        #expect(all.text.contains("invests-in"))
        #expect(!none.text.contains("invests-in"))
    }

    @Test func `linked data can be parsed`() async throws {
        let file = await (try SampleSite()).get("/pair/org:orvane/org:lumenor?format=jsonld")
        #expect(try JSONValue(parsing: file.body)["@context"] != nil)
    }
}
