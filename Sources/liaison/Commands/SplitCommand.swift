internal import ArgumentParser
internal import LiaisonModel
internal import LiaisonStore

/// `liaison split A B`: two things that look like one.
struct SplitCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "split", abstract: "Say that two entities are not one, whatever they are called.",
        discussion: "Give their keys where they were merged. Review does not ask about the pair again.")

    @Argument(help: "One entity, best by its key, such as org:meta.")
    var first: String
    @Argument(help: "The other.")
    var second: String
    @OptionGroup var judgement: JudgementOptions
    @OptionGroup var store: StoreOptions

    func answer() throws {
        let store = try store.writing()
        // Merged entities answer for one another, so a key is taken as it stands.
        let keys = try [first, second].map { $0.contains(":") ? EntityKey($0) : try store.entity(named: $0).key }
        if keys[0] == keys[1] {
            throw Failure(.notFound, "\"\(first)\" and \"\(second)\" name one entity, \(keys[0]); give two keys")
        }
        let made = try store.record(
            Judgement(.split, keys[0], keys[1], author: judgement.name, reason: judgement.reason))
        Terminal.note("\(keys[0]) and \(keys[1]) are kept apart (judgement \(made.number))")
    }
}
