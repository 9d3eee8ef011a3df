internal import ArgumentParser
internal import LiaisonModel
internal import LiaisonStore

/// `liaison accept EDGE`: a person's word on an edge, which survives every re-ingestion.
struct AcceptCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept", abstract: "Say that an edge, or one statement, is right.",
        discussion: "Undone with 'liaison undo'.")

    @Argument(help: "An edge's identifier, the twenty digits of a statement's, or: NAME RELATION NAME.")
    var edge: [String]
    @OptionGroup var judgement: JudgementOptions
    @OptionGroup var store: StoreOptions

    func answer() throws {
        try judge(edge, .accept, done: "accepted", judgement, in: store.writing())
    }
}
