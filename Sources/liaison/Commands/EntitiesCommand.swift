internal import ArgumentParser
internal import LiaisonModel
internal import LiaisonStore

/// `liaison entities [NAME]`: entities and the names they are known by.
struct EntitiesCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "entities", abstract: "List entities, or those that a name may mean, with all their names.")

    @Argument(help: "A name, or part of one; without it, all entities by how many articles name them.")
    var name: String?
    @Option(help: "At most so many entities.")
    var limit: Int = 40
    @Flag(help: "Write JSON.")
    var json = false
    @OptionGroup var store: StoreOptions

    func answer() throws {
        let store = try store.reading()
        var matches: [EntityMatch] = []
        var total: Int
        if let name {
            matches = try store.entities(matching: name)
            if matches.isEmpty { matches = try store.entities(resembling: name, limit: limit) }
            if matches.isEmpty { throw Failure(.notFound, "nothing in \(store.path) is called \"\(name)\"") }
            total = matches.count
        } else {
            total = 0
            try store.forEachEntity { match in
                total += 1
                matches.append(match)
                if matches.count > 2 * max(limit, 0) + 1000 { Self.cut(&matches, to: limit) }
            }
            Self.cut(&matches, to: limit)
        }
        let found = try matches.prefix(max(limit, 0)).map { ($0, try store.entity($0.entity.key)?.names ?? []) }
        if json { return Terminal.writeJSON { Self.write(found, to: &$0) } }
        var table = Table(["articles", "name", "kind", "key", "also called"], right: [0])
        for (match, names) in found {
            var seen: Set<String> = []
            let others = names.map(\.text).filter { seen.insert($0).inserted }.joined(separator: ", ")
            table.append([
                Count.grouped(match.articleCount), match.entity.name, match.entity.kind.rawValue, match.entity.key.text,
                others,
            ])
        }
        table.print()
        if total > found.count {
            Terminal.note("\(Count.of(total - found.count, "more entity", plural: "more entities")); see --limit")
        }
    }

    private static func cut(_ matches: inout [EntityMatch], to limit: Int) {
        matches.sort { a, b in
            a.articleCount != b.articleCount ? a.articleCount > b.articleCount : a.entity.key < b.entity.key
        }
        matches.removeLast(max(0, matches.count - max(limit, 0)))
    }

    private static func write(_ found: [(EntityMatch, [EntityName])], to json: inout JSONWriter) {
        json.beginObject()
        json.key("entities")
        json.beginArray()
        for (match, names) in found {
            json.beginObject()
            json.field("key", match.entity.key.text)
            json.field("name", match.entity.name)
            json.field("kind", match.entity.kind.rawValue)
            json.field("wikidata", match.entity.wikidata)
            json.key("articles")
            json.integer(match.articleCount)
            json.key("names")
            json.beginArray()
            for name in names {
                json.beginObject()
                json.field("text", name.text)
                json.field("language", name.language)
                json.endObject()
            }
            json.endArray()
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.newline()
    }
}
