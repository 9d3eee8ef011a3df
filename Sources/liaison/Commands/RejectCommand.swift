internal import ArgumentParser
internal import LiaisonModel
internal import LiaisonStore

/// `liaison reject EDGE`: a person's word on an edge, which survives every re-ingestion.
struct RejectCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Leave an edge, or one statement, out from now on.",
        discussion: "Undone with 'liaison undo'.")

    @Argument(help: "An edge's identifier, the twenty digits of a statement's, or: NAME RELATION NAME.")
    var edge: [String]
    @OptionGroup var judgement: JudgementOptions
    @OptionGroup var store: StoreOptions

    func answer() throws {
        try judge(edge, .reject, done: "rejected", judgement, in: store.writing())
    }
}
