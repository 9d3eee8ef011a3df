import Foundation
import LiaisonData
import LiaisonExport
import LiaisonModel
import LiaisonSchemas
import LiaisonStore

@testable import LiaisonExplorer

/// Pages on a small store of made-up news, in a folder of its own that goes with the value.
final class SampleSite {
    let folder: String
    let site: Site
    /// The connection of another program.
    let store: Store

    static let host = "127.0.0.1:8323"

    /// - Parameter names: what the investor and the company are called.
    init(
        investor: String = "Orvane", company: String = "Lumenor", articles: Int = 1,
        publisher: String = "The Wire Desk",
        _ change: (inout ExplorerConfiguration) -> Void = { _ in }
    ) throws {
        folder = NSTemporaryDirectory() + "liaison-explorer-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let options = try Self.options()
        store = try Store(path: folder + "/store.sqlite", mode: .createOrOpen, vocabulary: options.vocabulary)
        for number in 0..<articles {
            let article = Self.article(number, investor: investor, company: company, publisher: publisher)
            _ = try store.ingest(article, Self.extraction(article, investor: investor, company: company), version: "1")
        }
        var configuration = ExplorerConfiguration(store: folder + "/store.sqlite", options: options)
        configuration.author = "Ada"
        change(&configuration)
        site = try Site(configuration)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    static func options() throws -> ExportOptions {
        let schemas = try SchemaSet.embedded()
        return ExportOptions(
            vocabulary: try Vocabulary(schemas: schemas), context: try schemas.file("graph.context.jsonld").text())
    }

    static func article(_ number: Int, investor: String, company: String, publisher: String) -> Article {
        Article(
            url: "https://news.example/\(number)", title: "\(investor) backs \(company)", publisher: publisher,
            published: "2024-0\(1 + number % 9)-03", language: "en",
            text: "Report \(number). \(investor) put 80 million euros into \(company) in June.\nNobody else was named.")
    }

    static func extraction(_ article: Article, investor: String, company: String) -> Extraction {
        let text = Array(article.text.unicodeScalars)
        func find(_ words: String, from start: Int = 0) -> CodePointRange {
            let words = Array(words.unicodeScalars)
            guard !words.isEmpty,
                let at = (start...max(start, text.count - words.count)).first(where: {
                    $0 + words.count <= text.count && Array(text[$0..<$0 + words.count]) == words
                })
            else { return CodePointRange(start, start) }
            return CodePointRange(at, at + words.count)
        }
        let start = find(". ").end
        let end = text.lastIndex(of: "\n") ?? text.count
        var qualifiers = Qualifiers()
        qualifiers.amount = Amount(value: ExactDecimal(80_000_000), currency: "EUR")
        qualifiers.date = "2023-06"
        let statement = Statement(
            article: article.head, subject: EntityReference(name: investor, kind: .fund), relation: "invests-in",
            object: EntityReference(name: company, kind: .company), qualifiers: qualifiers, confidence: 0.9,
            evidence: Evidence(
                part: .text, range: CodePointRange(start, end),
                quote: String(String.UnicodeScalarView(text[start..<end])), subject: find(investor, from: start),
                object: find(company, from: start)),
            rule: "en.invest")
        return Extraction(
            statements: [statement],
            entities: [Entity(reference: statement.subject), Entity(reference: statement.object)].sorted {
                $0.key < $1.key
            }, languages: ["en"])
    }

    func get(_ target: String, _ headers: [String: String] = [:]) async -> PageResponse {
        await site.respond(
            to: PageRequest(target: target, headers: ["host": Self.host].merging(headers) { _, new in new }))
    }

    /// Sends a form as a browser does that got the form from these pages.
    func post(
        _ fields: [(String, String)], token: String? = nil, _ headers: [String: String?] = [:]
    ) async -> PageResponse {
        let session = String(repeating: "a1", count: 16)
        var all: [String: String] = [
            "host": Self.host, "origin": "http://" + Self.host, "cookie": Gate.sessionCookie + "=" + session,
        ]
        for (name, value) in headers { all[name] = value }
        let form = FormFields(
            (fields + [("csrf", token ?? site.gate.formToken(session: session))]).map { (name: $0.0, value: $0.1) })
        return await site.respond(to: PageRequest(method: .post, target: "/judge", headers: all, form: form))
    }
}

extension PageResponse {
    var text: String { String(decoding: body, as: UTF8.self) }

    func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name.lowercased() }?.value }
}
