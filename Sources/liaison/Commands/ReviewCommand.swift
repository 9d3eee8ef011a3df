internal import ArgumentParser
internal import Foundation
internal import LiaisonModel
internal import LiaisonStore

/// `liaison review`: what a person should look at, one question after another.
struct ReviewCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Walk through what is doubtful, the most valuable first.",
        discussion: "On a terminal each question is asked; elsewhere, and with --list, the questions are listed.")

    @Option(help: "At most so many questions.")
    var limit: Int = 20
    @Flag(help: "List the questions instead of asking them.")
    var list = false
    @Flag(help: "List the questions as JSON.")
    var json = false
    @Option(
        name: .customLong("import"),
        help: ArgumentHelp("Read judgements that 'undo --list --json' wrote.", valueName: "file"))
    var source: String?
    @OptionGroup var judgement: JudgementOptions
    @OptionGroup var store: StoreOptions

    func answer() throws {
        if let source { return try read(source, into: store.writing()) }
        let asks = !list && !json && isatty(0) == 1 && isatty(1) == 1
        let store = try asks ? store.writing() : store.reading()
        let items = try store.reviewQueue(limit: limit)
        if json { return Terminal.writeJSON { Self.write(items, to: &$0) } }
        if items.isEmpty { return Terminal.note("nothing is doubtful") }
        let printer = try EdgePrinter(quotes: 3)
        for item in items {
            Terminal.write((Self.lines(item, printer).joined(separator: "\n") + "\n\n").utf8)
            if asks, try !ask(item, store) { return }
        }
    }

    /// Asks one question until there is an answer; false ends the review.
    private func ask(_ item: ReviewItem, _ store: Store) throws -> Bool {
        while true {
            let choices: String
            switch item.question {
            case .sameEntity: choices = "[s]ame  [d]ifferent  [n]ext  [q]uit"
            case .edge: choices = "[a]ccept  [r]eject  [n]ext  [q]uit"
            }
            Terminal.write((Paint.dim(choices) + " > ").utf8)
            guard let answer = readLine()?.first else { return false }
            let made: Judgement
            switch (answer, item.question) {
            case ("q", _): return false
            case ("n", _): return true
            case ("s", .sameEntity(let a, let b, _)):
                made = Judgement(.merge, a.key, b.key, author: judgement.name, reason: judgement.reason)
            case ("d", .sameEntity(let a, let b, _)):
                made = Judgement(.split, a.key, b.key, author: judgement.name, reason: judgement.reason)
            case ("a", .edge(let edge, _)):
                made = Judgement(.accept, edge: edge, author: judgement.name, reason: judgement.reason)
            case ("r", .edge(let edge, _)):
                made = Judgement(.reject, edge: edge, author: judgement.name, reason: judgement.reason)
            default: continue
            }
            try store.record(made)
            return true
        }
    }

    private static func lines(_ item: ReviewItem, _ printer: EdgePrinter) -> [String] {
        switch item.question {
        case .sameEntity(let a, let b, let reason):
            let why =
                switch reason {
                case .sharedName: "both go by one name"
                case .commonEnding: "one has a common ending more"
                case .initials: "one may be the other's initials"
                }
            let (first, second) = (TextLayout.clean(a.name), TextLayout.clean(b.name))
            return printer.wrapped("Are \(first) (\(a.key)) and \(second) (\(b.key)) the same? \(why).", indent: 0)
        case .edge(let edge, let reason):
            let why =
                switch reason {
                case .disputed: "Some say so, others deny it:"
                case .singleSource: "A large sum, one source:"
                case .lowBelief: "Little believed, between names that matter:"
                }
            return [why] + printer.block(edge)
        }
    }

    private static func write(_ items: [ReviewItem], to json: inout JSONWriter) {
        json.beginArray()
        for item in items {
            json.beginObject()
            switch item.question {
            case .sameEntity(let a, let b, let reason):
                json.field("reason", reason.rawValue)
                json.key("entities")
                json.beginArray()
                a.write(to: &json)
                b.write(to: &json)
                json.endArray()
            case .edge(let edge, let reason):
                json.field("reason", reason.rawValue)
                json.key("edge")
                json.edge(edge, everything: true)
            }
            json.endObject()
        }
        json.endArray()
        json.newline()
    }

    private func read(_ file: String, into store: Store) throws {
        guard let data = FileManager.default.contents(atPath: file) else {
            throw Failure(.notFound, "\(file): cannot be read")
        }
        var judgements: [Judgement] = []
        for (number, line) in data.split(separator: 0x0A).enumerated() {
            do {
                judgements.append(try Judgement(json: JSONValue(parsing: Array(line))))
            } catch {
                throw Failure(.badData, "\(file), line \(number + 1): \(error)")
            }
        }
        let added = try store.importJudgements(judgements)
        Terminal.note(
            "\(Count.of(added, "judgement")) added, \(Count.of(judgements.count - added, "judgement")) known already")
    }
}
