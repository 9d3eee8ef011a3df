internal import ArgumentParser
internal import LiaisonModel
internal import LiaisonStore

/// `liaison merge A B`: two names of one thing.
struct MergeCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "merge", abstract: "Say that two entities are one.",
        discussion: "The second stands for both, under its own name. Undone with 'liaison undo' or 'liaison split'.")

    @Argument(help: "The entity that is really the other.")
    var entity: String
    @Argument(help: "The entity that stands for both.")
    var into: String
    @OptionGroup var judgement: JudgementOptions
    @OptionGroup var store: StoreOptions

    func answer() throws {
        let store = try store.writing()
        let (a, b) = (try store.entity(named: entity), try store.entity(named: into))
        if a.key == b.key { throw Failure(.notFound, "\"\(entity)\" and \"\(into)\" are one entity already: \(a.key)") }
        let made = try store.record(
            Judgement(.merge, a.key, b.key, author: judgement.name, reason: judgement.reason))
        Terminal.note("\(TextLayout.clean(a.name)) is now \(TextLayout.clean(b.name)) (judgement \(made.number))")
    }
}
