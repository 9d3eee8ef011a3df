internal import LiaisonModel
internal import LiaisonReaders
internal import LiaisonStore

/// What a run of `ingest` changed.
struct IngestSummary {
    var added = 0
    var unchanged = 0
    var replaced = 0
    /// Statements of the articles that were added or replaced.
    var statements = 0
    var removedStatements = 0
    var refused = RefusalLog()

    var articles: Int { added + unchanged + replaced }

    mutating func count(_ outcome: IngestOutcome) {
        switch outcome {
        case .added(let statements):
            added += 1
            self.statements += statements
        case .unchanged:
            unchanged += 1
        case .replaced(let added, let removed):
            replaced += 1
            statements += added
            removedStatements += removed
        }
    }

    /// The summary for people: what was read, what that wrote, what the store holds now.
    /// - Parameter seconds: How long the run took.
    func lines(path: String, store: StoreStatistics, seconds: Double) -> [String] {
        var parts = ["\(Count.grouped(added)) added"]
        if unchanged > 0 { parts.append("\(Count.grouped(unchanged)) unchanged") }
        if replaced > 0 { parts.append("\(Count.grouped(replaced)) replaced") }
        if refused.count > 0 { parts.append("\(Count.grouped(refused.count)) refused") }
        let rate = seconds > 0 ? Int((Double(articles) / seconds).rounded()) : 0
        var written = "\(Count.of(statements, "statement")) written"
        if removedStatements > 0 { written += ", \(Count.grouped(removedStatements)) removed" }
        let holds = [
            Count.of(store.articles, "article"), Count.of(store.statements, "statement"),
            Count.edges(store),
        ]
        return [
            "\(Count.of(articles, "article")): \(parts.joined(separator: ", "))",
            "\(written), \(Count.of(rate, "article")) a second",
            "\(path) holds \(holds.joined(separator: ", "))",
        ]
    }

    /// The summary for programs.
    func write(to json: inout JSONWriter, path: String, store: StoreStatistics) {
        json.beginObject()
        for (name, value) in [
            ("added", added), ("unchanged", unchanged), ("replaced", replaced), ("statements", statements),
            ("removed", removedStatements), ("refused", refused.count),
        ] {
            json.key(name)
            json.integer(value)
        }
        json.key("store")
        json.beginObject()
        json.field("path", path)
        for (name, value) in [
            ("articles", store.articles), ("statements", store.statements), ("edges", store.edges),
        ] {
            json.key(name)
            json.integer(value)
        }
        json.endObject()
        json.key("refusals")
        json.beginArray()
        for refusal in refused.refusals {
            json.beginObject()
            json.field("path", refusal.path)
            if let line = refusal.line {
                json.key("line")
                json.integer(line)
            }
            json.field("message", refusal.description)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.newline()
    }
}
