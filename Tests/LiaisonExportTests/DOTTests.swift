import LiaisonExport
import LiaisonModel
import Testing

struct DOTTests {
    @Test func `every node and edge is there once, with its relation and proof`() throws {
        let dot = try DOTReader(Sample.text(.dot, Sample.graph([Sample.edge([Sample.statement()])])))
        #expect(dot.nodes.values.compactMap { $0["label"] }.sorted() == ["Lumenor", "OpenAI"])
        let edge = try #require(dot.edges.first)
        #expect(dot.edges.count == 1)
        #expect(dot.nodes[edge.from]?["key"] == "org:lumenor")
        #expect(edge.attributes["relation"] == "invests-in")
        #expect(edge.attributes["quote"] == "Lumenor invests in OpenAI.")
        #expect(edge.attributes["belief"] == "0.93")
        #expect(edge.attributes["URL"] == "https://news.example/1")
    }

    @Test func `names of any kind are read back as they are shown`() throws {
        let graph = Sample.nastyGraph()
        let dot = try DOTReader(Sample.text(.dot, graph))
        let shown = Set(dot.nodes.values.compactMap { $0["label"] }.map(DOTReader.shown))
        let plain = Sample.nastyNames.filter { name in
            name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0.value != 0xFFFE }
        }
        #expect(plain.count > 20)
        for name in plain { #expect(shown.contains(name)) }
        #expect(shown.contains("bell␇"))
        #expect(shown.contains("ends with␊"))
        #expect(dot.nodes.count == Sample.nastyNames.count)
        #expect(dot.edges.count == graph.edges.count)
    }

    @Test func `a name beyond Graphviz' limit is cut on the node and says how long it is`() throws {
        let long = EntityReference(
            key: EntityKey("org:long"), name: String(repeating: "é", count: 20_000), kind: .company)
        let text = try Sample.text(.dot, Sample.graph([Sample.edge([Sample.statement(long)])]))
        let dot = try DOTReader(text)
        for value in dot.nodes.values.flatMap(\.values) { #expect(value.utf8.count < 16_000) }
        #expect(dot.nodes.values.contains { $0["fullname"]?.hasSuffix("(20000 characters)") == true })
    }

    @Test(arguments: ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//host/x"])
    func `what is not of the web is no link`(address: String) throws {
        let dot = try DOTReader(Sample.text(.dot, Sample.graph([Sample.edge([Sample.statement(url: address)])])))
        #expect(dot.edges.first?.attributes["URL"] == nil)
        #expect(dot.edges.first?.attributes["article"] == address)
    }

    @Test func `an edge says its sum, share, year and state`() throws {
        let statement = Sample.statement { qualifiers in
            qualifiers.amount = Amount(value: ExactDecimal(13_000_000_000), currency: "USD", bound: .about)
            qualifiers.stake = ExactDecimal("0.49")
            qualifiers.date = "2023-01-23"
        }
        let graph = Sample.graph([Sample.edge([statement], state: .planned)])
        let label = try DOTReader(Sample.text(.dot, graph)).edges.first?.attributes["label"]
        #expect(label == "invests in · ~$13B · 49% · 2023 · planned")
        let french = try DOTReader(Sample.text(.dot, graph, language: "fr")).edges.first?.attributes["label"]
        #expect(french == "investit dans · ~13\u{A0}Md\u{A0}$ · 49\u{A0}% · 2023 · prévu")
    }

    @Test func `of several sums an edge says the largest, with the year of the statement that gives it`() throws {
        func said(_ sum: Int64, _ currency: String, _ date: String?) -> Statement {
            Sample.statement { qualifiers in
                qualifiers.amount = Amount(value: ExactDecimal(sum), currency: currency)
                qualifiers.date = date
            }
        }
        let statements = [
            said(1_000_000_000, "USD", "2019-07"), said(13_000_000_000, "USD", nil),
            said(20_000_000_000, "EUR", "2024"),
        ]
        let label = try DOTReader(Sample.text(.dot, Sample.graph([Sample.edge(statements)]))).edges.first?.attributes[
            "label"]
        #expect(label == "invests in · $13B")
    }

    @Test(arguments: [
        ("999999", "$1M"), ("1700000000", "$1.7B"), ("12", "$12"), ("0.5", "$0.5"), ("123456", "$123k"),
        ("200000000", "$200M"),
    ])
    func `sums are rounded to three digits and a unit`(value: String, shown: String) throws {
        let statement = Sample.statement { qualifiers in
            qualifiers.amount = ExactDecimal(value).map { Amount(value: $0, currency: "USD") }
        }
        let dot = try DOTReader(Sample.text(.dot, Sample.graph([Sample.edge([statement])])))
        #expect(dot.edges.first?.attributes["label"] == "invests in · " + shown)
    }

    @Test func `rumours and plans are dashed, endings grey, disputes red, and belief is width`() throws {
        func look(_ edge: Edge) throws -> [String: String] {
            try #require(try DOTReader(Sample.text(.dot, Sample.graph([edge]))).edges.first).attributes
        }
        let statements = [Sample.statement()]
        let plain = try look(Sample.edge(statements, belief: 1))
        #expect(plain["style"] == nil)
        #expect(plain["penwidth"] == "2.00")
        #expect(try look(Sample.edge(statements, belief: 0.1))["penwidth"] == "0.65")
        #expect(try look(Sample.edge(statements, isRumour: true))["style"] == "dashed")
        #expect(try look(Sample.edge(statements, state: .planned))["style"] == "dashed")
        #expect(try look(Sample.edge(statements, state: .ended))["color"] == "#9a9a9a")
        #expect(try look(Sample.edge(statements, state: .disputed))["color"] == "#e01e1e")
        let denied = [Sample.statement { $0.factuality = .denied }]
        #expect(try look(Sample.edge(denied))["label"]?.hasSuffix("denied") == true)
    }

    @Test func `the legend explains only what occurs and says what is hidden`() throws {
        let graph = Sample.graph([Sample.edge([Sample.statement()])], hidden: 7)
        let legend = try #require(try DOTReader(Sample.text(.dot, graph)).graph["label"])
        #expect(legend.contains("invests in"))
        #expect(!legend.contains("rival of"))
        #expect(!legend.contains("rumour"))
        #expect(legend.contains("7 more not shown"))
        #expect(legend.contains("2025-06-17"))
    }

    @Test func `the same graph gives the same bytes, however it is put together`() throws {
        let edges = [
            Sample.edge([Sample.statement()]),
            Sample.edge([Sample.statement(Sample.openAI, "rival-of", Sample.lumenor)]),
        ]
        for format in ExportFormat.allCases {
            #expect(try Sample.text(format, Sample.graph(edges)) == Sample.text(format, Sample.graph(edges.reversed())))
        }
    }

    @Test func `a caption of one article has no latest, and a French one no ISO date`() throws {
        let one = Sample.graph([Sample.edge([Sample.statement()])], hidden: 1)
        let english = try #require(try DOTReader(Sample.text(.dot, one)).graph["label"])
        #expect(english.contains("1 relation from 1 article, of 2025-06-17; 1 more not shown"))
        let french = try #require(try DOTReader(Sample.text(.dot, one, language: "fr")).graph["label"])
        #expect(french.contains("du 17/06/2025 ; 1 de plus n'est pas montrée"))
        #expect(!french.contains("le dernier"))
    }
}
