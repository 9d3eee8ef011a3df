internal import ArgumentParser
internal import LiaisonModel
internal import LiaisonStore

/// `liaison undo [NUMBER]`: takes a judgement back.
struct UndoCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo", abstract: "Take back a judgement: the last one, or the one of that number.")

    @Argument(help: "The number of a judgement; see --list.")
    var number: Int?
    @Flag(help: "List all judgements instead, oldest first.")
    var list = false
    @Flag(help: "With --list, write JSON Lines, which 'liaison review --import' reads.")
    var json = false
    @OptionGroup var judgement: JudgementOptions
    @OptionGroup var store: StoreOptions

    func answer() throws {
        if list { return try printAll(store.reading()) }
        let store = try store.writing()
        guard let target = try number ?? store.judgements(inForce: true).last?.number else {
            throw Failure(.notFound, "there is no judgement to take back")
        }
        let made = try store.record(Judgement(undo: target, author: judgement.name, reason: judgement.reason))
        Terminal.note("took back judgement \(target) (judgement \(made.number))")
    }

    private func printAll(_ store: Store) throws {
        let judgements = try store.judgements()
        if json {
            return Terminal.writeJSON { json in
                for judgement in judgements {
                    judgement.write(to: &json)
                    json.newline()
                }
            }
        }
        var table = Table(["number", "verb", "about", "by", "when", "reason"], right: [0])
        for judgement in judgements {
            let about = [
                judgement.undoes.map(String.init), judgement.subject, judgement.relation, judgement.object,
                judgement.value,
            ]
            table.append([
                String(judgement.number), judgement.verb.rawValue,
                about.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " "), judgement.author ?? "",
                String(judgement.madeAt.prefix(10)), judgement.reason ?? "",
            ])
        }
        table.print()
    }
}
