internal import ArgumentParser
internal import LiaisonModel
internal import LiaisonStore

/// `liaison timeline A`: what happened to an entity, in order.
struct TimelineCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "timeline", abstract: "Show what is said to have happened to an entity, earliest first.",
        discussion: """
            Dates with ~ are those of the articles, where the text itself gives none. A season, quarter or half of a year \
            stands where it begins.
            """)

    @Argument(help: "A name as people write it, or a key such as org:openai.")
    var name: String
    @OptionGroup var filter: EdgeFilterOptions
    @Flag(help: "Write JSON.")
    var json = false
    @OptionGroup var store: StoreOptions

    func answer() throws {
        let store = try store.reading()
        let entity = try store.entity(named: name)
        let events = try store.timeline(of: entity.key, view: try filter.view(in: store))
        if json {
            return Terminal.writeJSON { json in
                json.beginObject()
                json.key("events")
                json.beginArray()
                for event in events {
                    json.beginObject()
                    json.field("date", event.date)
                    if event.isPublication {
                        json.key("published")
                        json.bool(true)
                    }
                    json.field("edge", event.edge.id)
                    json.key("statement")
                    event.statement.write(to: &json)
                    json.endObject()
                }
                json.endArray()
                json.endObject()
                json.newline()
            }
        }
        if events.isEmpty { return Terminal.note("nothing dated is known of \(entity.name)") }
        let printer = try EdgePrinter()
        var lines: [String] = []
        let dates = events.map { ($0.isPublication ? "~" : "") + DateWords.text($0.date) }
        let width = max(11, dates.map(TextLayout.width).max() ?? 0)
        for (event, when) in zip(events, dates) {
            let date = TextLayout.pad(when, to: width, right: true)
            let sum = event.statement.qualifiers.amount.map { " · " + $0.phrase } ?? ""
            let time = event.statement.qualifiers.time
            let state = time == .current ? "" : " · " + time.rawValue
            lines.append("\(Paint.dim(date))  \(printer.headline(event.edge))")
            let note = String((sum + state).dropFirst(3))
            if !note.isEmpty { lines += printer.wrapped(note, indent: width + 2) }
            lines += printer.wrapped(event.statement.quotation(columns: 130), indent: width + 2).map(Paint.dim)
        }
        Terminal.write((lines.joined(separator: "\n") + "\n").utf8)
    }
}
