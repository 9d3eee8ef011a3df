import LiaisonExport
import LiaisonModel
import Testing

struct LinkedDataTests {
    private func nodes(_ graph: GraphSnapshot) throws -> [JSONValue] {
        let json = try JSONValue(parsing: Array(Sample.text(.jsonld, graph).utf8))
        return try #require(json["@graph"]?.array)
    }

    @Test func `JSON-LD is strict JSON with its context first and inline`() throws {
        let text = try Sample.text(.jsonld, Sample.nastyGraph())
        #expect(text.hasPrefix("{\"@context\":{\"@version\":1.1,"))
        #expect(try JSONValue(parsing: Array(text.utf8))["@context"]?["label"]?.string == "rdfs:label")
        #expect(!text.contains("</script>"))
    }

    @Test func `exact names stand beside what is shown`() throws {
        let nodes = try nodes(Sample.nastyGraph())
        let names = Set(nodes.filter { $0["key"] != nil }.compactMap { $0["name"]?.string })
        #expect(names == Set(Sample.nastyNames))
        #expect(nodes.contains { $0["name"]?.string == "bell\u{7}" && $0["label"]?.string == "bell␇" })
    }

    @Test func `an edge is a direct property and a claim with its statement, quote and place`() throws {
        let nodes = try nodes(Sample.graph([Sample.edge([Sample.statement()])]))
        let claim = try #require(nodes.first { $0["predicate"] != nil })
        #expect(claim["predicate"]?.string == "li:invests-in")
        #expect(claim["belief"]?.string == "0.93")
        let direct = try #require(nodes.first { $0["li:invests-in"] != nil })
        #expect(direct["@id"]?.string == claim["subject"]?.string)
        #expect(direct["li:invests-in"]?["@id"]?.string == claim["object"]?.string)
        let statement = try #require(claim["derivedFrom"]?.array?.first)
        #expect(statement["@id"]?.string == "statement:" + Sample.statement().id)
        let selectors = try #require(statement["target"]?["selector"]?.array)
        #expect(selectors.first?["exact"]?.string == "Lumenor invests in OpenAI.")
        #expect(selectors.last?["start"]?.integer == 10)
        #expect(nodes.contains { $0["@id"]?.string == statement["primarySource"]?.string })
    }

    @Test func `what nobody holds is a claim but no direct property`() throws {
        let denied = Sample.statement { $0.factuality = .denied }
        let nodes = try nodes(Sample.graph([Sample.edge([denied])]))
        #expect(nodes.contains { $0["predicate"]?.string == "li:invests-in" })
        #expect(!nodes.contains { $0["li:invests-in"] != nil })
    }

    @Test func `terms of other vocabularies say only what is current and more than rumour`() throws {
        let statement = Sample.statement(Sample.lumenor, "subsidiary-of", Sample.openAI)
        let current = try Sample.text(.nquads, Sample.graph([Sample.edge([statement])]))
        #expect(current.contains("<https://schema.org/parentOrganization>"))
        #expect(current.contains("<http://www.wikidata.org/prop/direct/P355>"))
        for edge in [Sample.edge([statement], state: .ended), Sample.edge([statement], isRumour: true)] {
            let text = try Sample.text(.nquads, Sample.graph([edge]))
            #expect(!text.contains("parentOrganization"))
            #expect(text.contains("vocabulary#subsidiary-of> <https://liaison.example/entity/"))
        }
    }

    @Test(arguments: [
        ("2025-06-16", "XMLSchema#date"), ("2025-06", "XMLSchema#gYearMonth"), ("2025", "XMLSchema#gYear"),
        ("2025-02-30", "edtf/EDTF"), ("2025-06-16~", "edtf/EDTF"), ("XXXX-05", "edtf/EDTF"),
        ("2024-02-29", "XMLSchema#date"),
        ("0000", "edtf/EDTF"), ("2023-02-29", "edtf/EDTF"), ("", "edtf/EDTF"),
    ])
    func `dates are typed by what they are`(date: String, datatype: String) throws {
        let statement = Sample.statement { $0.date = date }
        let text = try Sample.text(.nquads, Sample.graph([Sample.edge([statement])]))
        let line = try #require(text.split(separator: "\n").first { $0.contains("vocabulary#date>") })
        #expect(line.contains("\"\(date)\"^^<"))
        #expect(line.hasSuffix(datatype + "> ."))
    }

    @Test func `sums are exact decimals`() throws {
        let statement = Sample.statement { qualifiers in
            qualifiers.amount = ExactDecimal("0.1").map { Amount(value: $0, currency: "EUR") }
        }
        let text = try Sample.text(.nquads, Sample.graph([Sample.edge([statement])]))
        #expect(text.contains("<https://schema.org/value> \"0.1\"^^<http://www.w3.org/2001/XMLSchema#decimal> ."))
    }

    @Test func `no node is blank`() throws {
        let graph = Sample.nastyGraph()
        for line in try Sample.text(.nquads, graph).split(separator: "\n") {
            #expect(line.hasPrefix("<https://liaison.example/"))
        }
        let turtle = try Sample.text(.turtle, Sample.graph([Sample.edge([Sample.statement()])]))
        #expect(!turtle.contains("_:") && !turtle.contains("[ "))
    }

    @Test func `names in several languages keep their tags, ill-formed tags are left out`() throws {
        let graph = Sample.graph(
            [Sample.edge([Sample.statement()])],
            names: [EntityName(text: "Le Labo", language: "fr-FR"), EntityName(text: "Lab", language: "not a tag!")])
        let text = try Sample.text(.nquads, graph)
        #expect(text.contains("\"Le Labo\"@fr-fr ."))
        #expect(text.contains("\"Lab\" ."))
    }

    @Test(arguments: ["relative/path", "", "http:", "https://a b/", "https://x/<y>", "1http://x/"])
    func `a base that is no absolute IRI is refused`(base: String) {
        #expect(throws: ExportError.self) { try BaseIRI(base) }
    }

    @Test func `IRIs begin with the base that is asked for`() throws {
        let sink = MemorySink()
        let graph = Sample.graph([Sample.edge([Sample.statement()])])
        try ExportFormat.jsonld.write(graph, to: sink, options: Sample.options(base: BaseIRI("https://data.example/g")))
        #expect(sink.text.contains("\"entity\":\"https://data.example/g/entity/\""))
        #expect(sink.text.contains("\"li\":\"https://liaison.example/vocabulary#\""))
    }

    @Test func `a context without a term that is written is refused`() throws {
        var options = try Sample.options()
        options.context = "{\"@context\": {\"entity\": \"https://x/\"}}"
        #expect(throws: ExportError.self) {
            try ExportFormat.turtle.write(Sample.graph([]), to: MemorySink(), options: options)
        }
    }
}
