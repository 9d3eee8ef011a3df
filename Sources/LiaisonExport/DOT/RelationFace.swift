internal import LiaisonModel

/// How a relation shows in a picture, with its texts escaped once.
final class RelationFace {
    let type: RelationType
    /// In the language asked for.
    let label: String
    /// The colour of its words.
    let ink: String
    /// The name and the label as DOT wants them inside of quotation marks.
    let escapedName: [UInt8]
    let escapedLabel: [UInt8]

    /// A relation that the vocabulary does not know is shown by its name.
    init(_ id: RelationID, _ options: ExportOptions) {
        type =
            options.vocabulary[id]
            ?? RelationType(
                id: id, subjectRole: "subject", objectRole: "object", subjectKinds: [], objectKinds: [],
                isSymmetric: false)
        label = options.text(of: type.labels, else: id.text)
        ink = InkColor.readable(type.style.color)
        escapedName = EscapeTable.dotData.escaped(id.text)
        escapedLabel = EscapeTable.dotLabel.escaped(label)
    }
}

extension EscapeTable {
    /// A whole text with what the table replaces replaced.
    func escaped(_ text: String) -> [UInt8] {
        text.utf8.flatMap { classes[Int($0)] == 0 ? [$0] : replacement(of: $0) }
    }
}
