internal import ArgumentParser
internal import LiaisonExtraction
internal import LiaisonModel
internal import LiaisonSchemas
internal import LiaisonStore

/// `liaison why EDGE`: every sentence behind an edge, checked against its article.
struct WhyCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "why", abstract: "Show every sentence behind an edge, its rule and its article, and check them.",
        discussion: """
            An edge is named by its identifier, by at least four digits of one, or in words: a name, a relation, a name.
            For example: liaison why 3f2a91bc, or: liaison why "Microsoft invests-in OpenAI"
            """)

    @Argument(help: "An edge's identifier, or: NAME RELATION NAME.")
    var edge: [String]
    @Flag(help: "Also what weighed for and against each statement: its words, frames, kinds, grammar.")
    var weights = false
    @Flag(help: "Write JSON.")
    var json = false
    @OptionGroup var schemas: SchemaOptions
    @OptionGroup var store: StoreOptions

    func answer() throws {
        let store = try store.reading()
        let edge = try store.edge(named: edge)
        let verdicts = try edge.statements.map { try store.verify($0) }
        if json {
            Terminal.writeJSON { json in
                json.graph([]) { json in
                    json.key("edge")
                    json.edge(edge, everything: true)
                    json.key("verified")
                    json.beginArray()
                    for verdict in verdicts { json.bool(verdict == .verified) }
                    json.endArray()
                }
            }
        } else {
            try print(edge, verdicts)
        }
        if verdicts.contains(.articleChanged) || verdicts.contains(.quoteDiffers) {
            throw Failure(.badData, "some evidence does not match its article; run 'liaison check'")
        }
    }

    private func print(_ edge: Edge, _ verdicts: [EvidenceVerdict]) throws {
        let printer = try EdgePrinter()
        let data = try schemas.load()
        let extractor = weights ? try Extractor(schemas: data) : nil
        var lines = [printer.headline(edge)]
        lines.append(
            "  belief \(EdgePrinter.twoDecimals(edge.belief)) · \(EdgePrinter.standing(edge)) · "
                + EdgePrinter.sources(edge))
        lines.append(Paint.dim("  edge \(edge.id)"))
        for (statement, verdict) in zip(edge.statements, verdicts) {
            lines.append("")
            lines += printer.wrapped(statement.quotation(mark: Paint.mark), indent: 2).map(Paint.showMarks)
            lines += printer.wrapped(EdgePrinter.origin(statement), indent: 4)
            lines += facts(statement, verdict).flatMap { printer.wrapped($0, indent: 4) }.map(Paint.dim)
            if let extractor {
                lines += printer.wrapped(weighed(statement, extractor), indent: 4).map(Paint.dim)
            }
        }
        Terminal.write((lines.joined(separator: "\n") + "\n").utf8)
    }

    /// What the scorer saw between the two in the sentence that states it.
    private func weighed(_ statement: Statement, _ extractor: Extractor) -> String {
        let evidence = statement.evidence
        let start = evidence.range.start
        let pair = MarkedPair(
            text: evidence.quote, language: statement.rule.split(separator: ".").first.map { String($0) },
            a: CodePointRange(evidence.subject.start - start, evidence.subject.end - start),
            b: CodePointRange(evidence.object.start - start, evidence.object.end - start))
        let reasons = extractor.reasons(for: pair, relation: statement.relation, isTurned: false)
        if reasons.isEmpty { return "weighed nothing: the two are not read as a pair here" }
        let list = reasons.map { "\($0.what) \($0.weight > 0 ? "+" : "−")\(abs($0.weight))" }
        return "weighed " + list.joined(separator: " · ")
    }

    private func facts(_ statement: Statement, _ verdict: EvidenceVerdict) -> [String] {
        let article = statement.article
        let qualifiers = statement.qualifiers
        var facts: [String] = []
        if let title = article.title { facts.append("in “\(title)”") }
        if let url = article.url ?? article.id { facts.append(url) }
        var details = ["confidence \(EdgePrinter.twoDecimals(statement.confidence))"]
        if let amount = qualifiers.amount { details.append(amount.phrase) }
        if let stake = qualifiers.stake { details.append(stake.percentage) }
        if let date = qualifiers.date ?? qualifiers.start { details.append(DateWords.text(date)) }
        details.append("rule \(statement.rule)")
        facts.append(details.joined(separator: " · "))
        let part = statement.evidence.part.rawValue
        let place = "\(part) \(statement.evidence.range.start)–\(statement.evidence.range.end)"
        let word =
            switch verdict {
            case .verified: "verified"
            case .textMissing: "not checked, the article's words are not in the store"
            case .articleChanged: "NOT VERIFIED, the article's words do not match its hash"
            case .quoteDiffers: "NOT VERIFIED, the article says something else there"
            }
        facts.append("\(place) of \(article.sha256.prefix(12)) · \(word)")
        return facts
    }
}
