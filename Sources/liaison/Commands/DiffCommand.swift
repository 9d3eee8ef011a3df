internal import ArgumentParser
internal import LiaisonModel
internal import LiaisonStore

/// `liaison diff --since D`: what recent articles have changed.
struct DiffCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Show which edges are new or have changed with the articles since a date.")

    @Option(help: ArgumentHelp("The first date of publication that counts as recent.", valueName: "yyyy-mm-dd"))
    var since: String
    @Option(help: "At most so many edges.")
    var limit: Int = 60
    @Flag(help: "Write JSON.")
    var json = false
    @OptionGroup var store: StoreOptions

    func validate() throws {
        try PartialDate.validate(since)
        if limit < 1 { throw ValidationError("--limit is a number of edges, 1 or more") }
    }

    func answer() throws {
        let changes = try store.reading().changes(since: since)
        let shown = changes.prefix(limit)
        if json {
            return Terminal.writeJSON { json in
                json.graph(shown.map(\.edge)) { json in
                    json.key("changes")
                    json.beginArray()
                    for change in shown {
                        json.beginObject()
                        json.field("edge", change.edge.id)
                        json.field("change", change.kind.rawValue)
                        json.field("before", change.before?.state.rawValue)
                        json.endObject()
                    }
                    json.endArray()
                }
            }
        }
        if changes.isEmpty { return Terminal.note("nothing has changed since \(since)") }
        var table = Table(["change", "belief", "from", "relation", "to", "state"], right: [1])
        for change in shown {
            let edge = change.edge
            let state = change.before.map { $0.state == edge.state ? "" : "\($0.state.rawValue) → " } ?? ""
            table.append([
                change.kind.rawValue, EdgePrinter.twoDecimals(edge.belief), edge.subject.name, edge.relation.text,
                edge.object.name, state + edge.state.rawValue,
            ])
        }
        table.print()
        if changes.count > shown.count {
            Terminal.note("\(Count.of(changes.count - shown.count, "more edge")); see --limit")
        }
    }
}
