internal import ArgumentParser
internal import LiaisonModel
internal import LiaisonStore

/// `liaison remove ARTICLE`: takes back an article with everything that only it brought.
struct RemoveCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove an article and what only it states.",
        discussion: "An edge stays while another article supports it. Judgements stay.")

    @Argument(help: "A URL, an identifier, or at least eight digits of a content hash; several may be given.")
    var article: [String]
    @OptionGroup var store: StoreOptions

    func answer() throws {
        let store = try store.writing()
        for name in article {
            let removed = try store.remove(article: name)
            let title =
                removed.head.title ?? removed.head.url ?? removed.head.id ?? String(removed.head.sha256.prefix(12))
            Terminal.note("removed “\(TextLayout.clean(title))” with \(Count.of(removed.statements, "statement"))")
        }
    }
}
