internal import ArgumentParser
internal import LiaisonStore

/// `liaison dump`: everything in the store as text, to compare stores.
struct DumpCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "dump", abstract: "Write everything in the store as JSON Lines, always in the same order.",
        discussion: "Two stores with the same dump hold the same, whatever the order in which articles came.")

    @OptionGroup var store: StoreOptions

    func answer() throws {
        try store.reading().dump { Terminal.write($0) }
    }
}
