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
        var parts = ["\(Count.text(added)) added"]
        if unchanged > 0 { parts.append("\(Count.text(unchanged)) unchanged") }
        if replaced > 0 { parts.append("\(Count.text(replaced)) replaced") }
        if refused.count > 0 { parts.append("\(Count.text(refused.count)) refused") }
        let rate = seconds > 0 ? Int((Double(articles) / seconds).rounded()) : 0
        var written = "\(Count.text(statements, "statement")) written"
        if removedStatements > 0 { written += ", \(Count.text(removedStatements)) removed" }
        let holds = [
            Count.text(store.articles, "article"), Count.text(store.statements, "statement"),
            Count.text(store.edges, "edge"),
        ]
        return [
            "\(Count.text(articles, "article")): \(parts.joined(separator: ", "))",
            "\(written), \(Count.text(rate, "article")) a second",
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

/// Numbers as people read them.
enum Count {
    /// A number and what it counts, in the plural where it is not one.
    static func text(_ value: Int, _ noun: String) -> String { "\(text(value)) \(noun)\(value == 1 ? "" : "s")" }

    /// With a comma every three digits.
    static func text(_ value: Int) -> String {
        let digits = String(value.magnitude)
        var out = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { out.append(",") }
            out.append(digit)
        }
        return value < 0 ? "-" + out : out
    }
}
