internal import ArgumentParser
internal import LiaisonModel
internal import LiaisonStore

/// `liaison check`: everything that can be verified offline.
struct CheckCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Verify the store: the file, references, hashes, and every quote.",
        discussion: "Also brings a store of an earlier version up to date.")

    @Flag(help: "Write JSON.")
    var json = false
    @OptionGroup var store: StoreOptions

    func answer() throws {
        let report = try store.writing().check()
        if json {
            Terminal.writeJSON { json in
                json.beginObject()
                let numbers = [
                    ("articles", report.articles), ("statements", report.statements), ("verified", report.verified),
                    ("unverifiable", report.unverifiable),
                ]
                for (name, number) in numbers {
                    json.key(name)
                    json.integer(number)
                }
                json.key("problems")
                json.beginArray()
                for problem in report.problems { json.string(problem) }
                json.endArray()
                json.endObject()
                json.newline()
            }
        } else {
            let unread = report.unverifiable == 0 ? "" : ", \(Count.grouped(report.unverifiable)) without their words"
            let text =
                "\(Count.of(report.articles, "article")), \(Count.of(report.statements, "statement")): "
                + "\(Count.grouped(report.verified)) verified\(unread)\n"
            Terminal.write(text.utf8)
            for problem in report.problems { Terminal.write(("  " + TextLayout.clean(problem) + "\n").utf8) }
        }
        if !report.problems.isEmpty {
            throw Failure(.badData, "\(store.path): \(Count.of(report.problems.count, "problem")) found")
        }
    }
}
