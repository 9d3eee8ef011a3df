internal import LiaisonModel
internal import LiaisonStore

/// What a new version of an article states otherwise, as people read it.
struct DifferenceText {
    let text: String
    /// Statements listed of each sort.
    private static let shown = 5

    init(_ difference: ArticleDifference) {
        let head = difference.head
        let name = TextLayout.clean(head.title ?? head.url ?? head.id ?? String(head.sha256.prefix(12)))
        if difference.added.isEmpty && difference.removed.isEmpty {
            text = "changed: “\(name)”, its statements are the same"
            return
        }
        var lines = ["changed: “\(name)”"]
        for (sign, statements) in [("+", difference.added), ("−", difference.removed)] {
            for statement in statements.prefix(Self.shown) {
                let words = [statement.subject.name, statement.relation.text, statement.object.name]
                lines.append("  \(sign) " + words.map(TextLayout.clean).joined(separator: " "))
            }
            if statements.count > Self.shown { lines.append("  \(sign) \(statements.count - Self.shown) more") }
        }
        text = lines.joined(separator: "\n")
    }
}
