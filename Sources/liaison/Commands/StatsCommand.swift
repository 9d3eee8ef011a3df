internal import ArgumentParser
internal import LiaisonModel
internal import LiaisonStore

/// `liaison stats`: how much a store holds.
struct StatsCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats", abstract: "Say how much the store holds.")

    @Flag(help: "Write JSON.")
    var json = false
    @OptionGroup var store: StoreOptions

    func answer() throws {
        let stats = try store.reading().stats()
        if json { return Terminal.writeJSON { Self.write(stats, to: &$0) } }
        let kinds = EntityKind.allCases.compactMap { kind in
            stats.kinds[kind].map { "\(Count.grouped($0)) \(kind.rawValue)" }
        }
        var lines = [
            "\(Count.of(stats.articles, "article")) in \(Count.of(stats.stories, "story", plural: "stories")) from "
                + "\(Count.of(stats.publishers, "publisher")), \(EdgePrinter.period(stats.first, stats.last))",
            "\(Count.of(stats.entities, "entity", plural: "entities")): \(kinds.joined(separator: ", "))",
            "\(Count.of(stats.statements, "statement")), of which \(Count.grouped(stats.suppressedStatements)) denied, "
                + "negated or hypothetical",
            "\(Count.edges(stats)), \(Count.of(stats.judgements, "judgement")), "
                + "\(Count.grouped((stats.fileSize + 1023) / 1024)) KiB",
        ].flatMap { TextLayout.wrap($0, to: Terminal.width) }
        lines.append("")
        var table = Table(["relation", "edges", "statements"], right: [1, 2])
        for count in stats.relations {
            table.append([count.relation.text, Count.grouped(count.edges), Count.grouped(count.statements)])
        }
        if !stats.relations.isEmpty { lines += table.lines() } else { lines.removeLast() }
        Terminal.write((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func write(_ stats: StoreStatistics, to json: inout JSONWriter) {
        json.beginObject()
        let numbers: [(String, Int)] = [
            ("articles", stats.articles), ("stories", stats.stories), ("publishers", stats.publishers),
            ("entities", stats.entities), ("statements", stats.statements), ("suppressed", stats.suppressedStatements),
            ("edges", stats.edges), ("refused-edges", stats.refusedEdges), ("judgements", stats.judgements),
            ("bytes", stats.fileSize),
        ]
        for (name, number) in numbers {
            json.key(name)
            json.integer(number)
        }
        json.field("first", stats.first)
        json.field("last", stats.last)
        json.key("kinds")
        json.beginObject()
        for kind in EntityKind.allCases {
            guard let number = stats.kinds[kind] else { continue }
            json.key(kind.rawValue)
            json.integer(number)
        }
        json.endObject()
        json.key("relations")
        json.beginArray()
        for count in stats.relations {
            json.beginObject()
            json.field("relation", count.relation.text)
            json.key("edges")
            json.integer(count.edges)
            json.key("statements")
            json.integer(count.statements)
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.newline()
    }
}
