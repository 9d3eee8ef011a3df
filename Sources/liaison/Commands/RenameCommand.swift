internal import ArgumentParser
internal import LiaisonModel
internal import LiaisonStore

/// `liaison rename A NAME`: what an entity is to be called.
struct RenameCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "rename", abstract: "Give an entity the name it is to be shown under.")

    @Argument(help: "The entity, by any of its names or its key.")
    var entity: String
    @Argument(help: "The name to show.")
    var name: String
    @OptionGroup var judgement: JudgementOptions
    @OptionGroup var store: StoreOptions

    func validate() throws {
        if TextLayout.clean(name).allSatisfy(\.isWhitespace) { throw ValidationError("a name has at least one letter") }
    }

    func answer() throws {
        let store = try store.writing()
        let reference = try store.entity(named: entity)
        let made = try store.record(
            Judgement(rename: reference.key, to: name, author: judgement.name, reason: judgement.reason))
        let shown = TextLayout.clean(name)
        Terminal.note("\(reference.key) is now called \(shown) (judgement \(made.number))")
        let others = try store.entities(matching: name).map(\.entity).filter { other in
            other.key != reference.key && NameFolding.fold(other.name) == NameFolding.fold(name)
        }
        for other in others {
            Terminal.note(
                "\(other.key) is called \(TextLayout.clean(other.name)) too; if they are one: "
                    + "liaison merge \(reference.key) \(other.key)")
        }
    }
}
