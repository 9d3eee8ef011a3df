import Foundation
import LiaisonModel
import LiaisonStore
import Testing

@testable import LiaisonExplorer

/// Every page says what the store says, and its address can be shared.
struct PageTests {
    @Test func `the first page counts what the store holds and lists the names that matter`() async throws {
        let page = await (try SampleSite(articles: 3)).get("/")
        #expect(page.status == 200)
        #expect(page.text.contains("<strong>3</strong> articles"))
        #expect(page.text.contains("href=\"/entity/org:orvane\""))
        #expect(page.text.contains("Orvane backs Lumenor"))
    }

    @Test func `an entity shows its relation with sum, date, quote and proof`() async throws {
        let page = await (try SampleSite()).get("/entity/org:orvane")
        #expect(page.status == 200)
        for part in [
            "<bdi>Orvane</bdi></h1>", "invests in", "href=\"/entity/org:lumenor\"", "€80M", "June 2023",
            "<b>Orvane</b> put 80 million euros into <b>Lumenor</b> in June.",
            "href=\"/edge/org:orvane/invests-in/org:lumenor\"", "The Wire Desk · 3 January 2024",
        ] {
            #expect(page.text.contains(part), "\(part)")
        }
    }

    @Test func `an entity with the relation coming in says so`() async throws {
        let page = await (try SampleSite()).get("/entity/org:lumenor")
        #expect(page.text.contains("<span class=\"relation\">invests in</span> <bdi class=\"self\">Lumenor</bdi>"))
    }

    @Test func `filters leave out what does not pass and say so`() async throws {
        let sample = try SampleSite()
        let kept = await sample.get("/entity/org:orvane?since=2024-01-01&belief=0.5&state=current&kind=company")
        #expect(kept.text.contains("href=\"/entity/org:lumenor\""))
        for filter in ["since=2025", "belief=0.95", "state=ended", "kind=person", "relation=leads", "until=2023"] {
            let page = await sample.get("/entity/org:orvane?" + filter)
            #expect(!page.text.contains("<ul class=\"edges\">"), "\(filter)")
            #expect(page.text.contains("No relation passes the filters."), "\(filter)")
        }
    }

    @Test func `one relation asked for alone is listed page by page`() async throws {
        let sample = try SampleSite()
        let companies = (0..<90).map { "Nexalis \($0)" }
        for (number, company) in companies.enumerated() {
            let article = SampleSite.article(100 + number, investor: "Orvane", company: company, publisher: "Daily")
            let extraction = SampleSite.extraction(article, investor: "Orvane", company: company)
            _ = try sample.store.ingest(article, extraction, version: "1")
        }
        let page = await sample.get("/entity/org:orvane?relation=invests-in&direction=outgoing")
        #expect(page.text.components(separatedBy: "<li class=\"edge ").count == 41)
        #expect(page.text.contains("1 to 40 of 91"))
        let last = await sample.get("/entity/org:orvane?relation=invests-in&direction=outgoing&from=80")
        #expect(last.text.components(separatedBy: "<li class=\"edge ").count == 12)
        #expect(last.text.contains("rel=\"prev\""))
        #expect(!last.text.contains("rel=\"next\""))
        let whole = await sample.get("/entity/org:orvane")
        #expect(whole.text.contains("relation=invests-in&amp;direction=outgoing"))
    }

    @Test func `a pair tells its story in both orders of its names`() async throws {
        let sample = try SampleSite(articles: 2)
        for target in ["/pair/org:orvane/org:lumenor", "/pair/org:lumenor/org:orvane"] {
            let page = await sample.get(target)
            #expect(page.text.contains("<h3>2023</h3>"))
            #expect(page.text.contains("1 relation, 2 statements"))
            #expect(page.text.contains("put 80 million euros into"))
        }
    }

    @Test func `a pair without a relation shows the shortest way`() async throws {
        let sample = try SampleSite()
        let article = SampleSite.article(7, investor: "Halcyon", company: "Lumenor", publisher: "Daily")
        _ = try sample.store.ingest(
            article, SampleSite.extraction(article, investor: "Halcyon", company: "Lumenor"), version: "1")
        let page = await sample.get("/pair/org:orvane/org:halcyon")
        #expect(page.text.contains("The shortest way from one to the other"))
        #expect(page.text.contains("/edge/org:halcyon/invests-in/org:lumenor"))
    }

    @Test func `an edge shows each sentence, its rule, its place, and that it was checked`() async throws {
        let page = await (try SampleSite(articles: 2)).get("/edge/org:orvane/invests-in/org:lumenor")
        #expect(page.text.components(separatedBy: "<figure class=\"quote\">").count == 3)
        #expect(page.text.contains("<code>en.invest</code>"))
        #expect(page.text.contains("text 10–55 · verified"))
        #expect(page.text.contains("href=\"https://news.example/1\""))
    }

    @Test func `an article shows its words with the evidence marked and linked`() async throws {
        let sample = try SampleSite()
        let head = SampleSite.article(0, investor: "Orvane", company: "Lumenor", publisher: "The Wire Desk").head
        let page = await sample.get("/article/" + head.sha256)
        #expect(page.text.contains("class=\"mention\">Orvane</mark>"))
        #expect(page.text.contains("> put 80 million euros into </mark>"))
        #expect(page.text.contains("<sup><a href=\"#c-1\""))
        #expect(page.text.contains("Nobody else was named."))
        #expect(page.text.contains("<li id=\"c-1\""))
    }

    @Test func `the graph draws names and lines that lead on, with nothing of Graphviz' own style`() async throws {
        let page = await (try SampleSite()).get("/graph?open=org:orvane")
        #expect(page.text.contains("<svg class=\"graph\" role=\"group\" aria-label=\"Around Orvane\""))
        #expect(page.text.contains("href=\"/graph?open=org:orvane&amp;open=org:lumenor\""))
        #expect(page.text.contains("href=\"/edge/org:orvane/invests-in/org:lumenor\""))
        #expect(!page.text.contains("style="))
        #expect(!page.text.contains("xlink"))
    }

    @Test func `what is not drawn is counted`() async throws {
        let sample = try SampleSite()
        for number in 0..<20 {
            let article = SampleSite.article(
                100 + number, investor: "Orvane", company: "Nexalis \(number)", publisher: "Daily")
            _ = try sample.store.ingest(
                article, SampleSite.extraction(article, investor: "Orvane", company: "Nexalis \(number)"), version: "1")
        }
        let page = await sample.get("/graph?open=org:orvane&nodes=15")
        #expect(page.text.contains("15 entities, 14 relations"))
        #expect(page.text.contains("7 more relations of what is opened not shown"))
    }

    @Test func `search finds names by a beginning, without accents and with a typing error, and articles by words`()
        async throws
    {
        let sample = try SampleSite(investor: "Société Orvane", company: "Lumenor")
        for words in ["soci", "societe+orvane", "orvane", "sociéte+orvanne"] {
            let page = await sample.get("/search?q=" + words.replacing("é", with: "%C3%A9"))
            #expect(page.text.contains("href=\"/entity/org:societe-orvane\""), "\(words)")
        }
        let page = await sample.get("/search?q=millions")
        #expect(page.text.contains("No article has all these words."))
        let found = await sample.get("/search?q=million")
        #expect(found.text.contains("<b>million</b>"))
    }

    @Test func `two names in one search lead to what links them`() async throws {
        let page = await (try SampleSite()).get("/search?q=orvane+lumenor")
        #expect(page.text.contains("<a href=\"/pair/org:orvane/org:lumenor\">What links Orvane and Lumenor</a>"))
    }

    @Test func `suggestions are JSON`() async throws {
        let answer = await (try SampleSite()).get("/suggestions?q=lum")
        #expect(answer.header("Content-Type") == "application/json")
        let json = try JSONValue(parsing: answer.body)
        #expect(json.array?.first?["href"]?.string == "/entity/org:lumenor")
    }

    @Test func `the review asks about a large sum from one source`() async throws {
        let sample = try SampleSite()
        let article = Article(url: "https://news.example/9", text: "Orvane put 900 million euros into Kaptio.")
        var statement = SampleSite.extraction(
            SampleSite.article(9, investor: "Orvane", company: "Kaptio", publisher: "Daily"), investor: "Orvane",
            company: "Kaptio"
        ).statements[0]
        statement.article = article.head
        statement.qualifiers.amount?.value = ExactDecimal(900_000_000)
        _ = try sample.store.ingest(article, Extraction(statements: [statement]), version: "1")
        let page = await sample.get("/review")
        #expect(page.text.contains("A large sum, one source."))
        #expect(page.text.contains("aria-keyshortcuts=\"a\""))
    }

    @Test func `the language is the browser's, unless another was chosen`() async throws {
        let sample = try SampleSite()
        let french = await sample.get("/entity/org:orvane", ["accept-language": "fr-CA,fr;q=0.9,en;q=0.5"])
        #expect(french.text.contains("<html lang=\"fr\">"))
        #expect(french.text.contains("investit dans"))
        #expect(french.text.contains("juin 2023"))
        let chosen = await sample.get(
            "/entity/org:orvane", ["accept-language": "fr", "cookie": LanguagePreference.cookie + "=en"])
        #expect(chosen.text.contains("<html lang=\"en\">"))
        let asked = await sample.get("/entity/org:orvane?lang=fr")
        #expect(asked.header("Set-Cookie")?.hasPrefix("liaison-language=fr;") == true)
    }

    @Test func `a page that the browser has is not sent again until the store changes`() async throws {
        let sample = try SampleSite()
        let first = await sample.get("/entity/org:orvane")
        let tag = try #require(first.header("ETag"))
        #expect(await sample.get("/entity/org:orvane", ["if-none-match": tag]).status == 304)
        _ = await sample.post([("verb", "rename"), ("subject", "org:orvane"), ("value", "Orvane Group")])
        let second = await sample.get("/entity/org:orvane", ["if-none-match": tag])
        #expect(second.status == 200)
        #expect(second.text.contains("Orvane Group"))
    }

    @Test func `all addresses of a page lead somewhere`() async throws {
        let sample = try SampleSite(articles: 2)
        var open = ["/"]
        var seen: Set<String> = ["/"]
        while let target = open.popLast() {
            let page = await sample.get(target)
            #expect(page.status == 200, "\(target)")
            guard page.header("Content-Type")?.hasPrefix("text/html") == true, seen.count < 150 else { continue }
            for piece in page.text.components(separatedBy: "href=\"").dropFirst() {
                let link = String(piece.prefix { $0 != "\"" && $0 != "#" }).replacing("&amp;", with: "&")
                if link.hasPrefix("/"), seen.insert(link).inserted { open.append(link) }
            }
        }
        #expect(seen.count > 30)
    }
}
