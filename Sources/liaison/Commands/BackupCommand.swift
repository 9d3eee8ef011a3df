internal import ArgumentParser
internal import LiaisonStore

/// `liaison backup FILE`: a copy of the store as it is now.
struct BackupCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the store into a new file, while others go on using it.")

    @Argument(help: "The new file.")
    var file: String
    @OptionGroup var store: StoreOptions

    func answer() throws {
        try store.reading().backup(to: file)
        Terminal.note("wrote \(file)")
    }
}
