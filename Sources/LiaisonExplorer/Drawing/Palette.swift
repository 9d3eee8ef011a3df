internal import LiaisonModel

/// The colours of relations and kinds, as classes: a page names a class, and the style says what it looks like in the
/// light, in the dark and in print.
struct Palette: Sendable {
    private let relations: [RelationID: Int]
    private let kinds: [EntityKind: Int]
    private let vocabulary: Vocabulary

    init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
        relations = Dictionary(
            vocabulary.relations.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        kinds = Dictionary(uniqueKeysWithValues: EntityKind.allCases.enumerated().map { ($1, $0) })
    }

    /// A class such as `r3`; relations that the vocabulary does not know share one.
    func relationClass(_ relation: RelationID) -> String { relations[relation].map { "r\($0)" } ?? "rx" }

    func kindClass(_ kind: EntityKind) -> String { "k\(kinds[kind] ?? 0)" }

    /// A colour that stands for a relation until a drawing is made: its class is read from it again.
    func sentinel(_ relation: RelationID) -> String {
        "#fa5e" + Self.hexadecimal(UInt8(clamping: relations[relation] ?? 255))
    }

    /// The class that such a colour stands for.
    static func relationClass(sentinel: some StringProtocol) -> String? {
        guard sentinel.hasPrefix("#fa5e"), sentinel.utf8.count == 7, let number = UInt8(sentinel.suffix(2), radix: 16)
        else { return nil }
        return number == 255 ? "rx" : "r\(number)"
    }

    /// The style sheet that gives the classes their colours.
    ///
    /// A colour of the vocabulary is made darker on white, and lighter on black, until words in it can be read: a contrast
    /// of 4.5 to 1 (WCAG 2.2, 1.4.3).
    var styleSheet: String {
        var light: [String] = []
        var dark: [String] = []
        func add(_ name: String, _ properties: [(name: String, light: Color, dark: Color)]) {
            light.append(".\(name){" + properties.map { "\($0.name):\($0.light.text)" }.joined(separator: ";") + "}")
            dark.append(".\(name){" + properties.map { "\($0.name):\($0.dark.text)" }.joined(separator: ";") + "}")
        }
        func relation(_ name: String, _ color: String) {
            let color = Color(color) ?? Color(red: 0x55, green: 0x55, blue: 0x55)
            add(name, [("--c", color.readable(on: .paper), color.readable(on: .night))])
        }
        for relation_ in vocabulary.relations { relation(relationClass(relation_.id), relation_.style.color) }
        relation("rx", RelationStyle().color)
        for kind in EntityKind.allCases {
            let style = vocabulary.kinds[kind] ?? KindStyle()
            let fill = Color(style.fill) ?? .paper
            let line = Color(style.line) ?? Color(red: 0x55, green: 0x55, blue: 0x55)
            let night = line.mixed(with: .night, share: 0.78)
            add(
                kindClass(kind),
                [
                    ("--fill", fill, night), ("--line", line, line.mixed(with: .paper, share: 0.25)),
                ])
        }
        return light.joined(separator: "\n") + "\n@media (prefers-color-scheme: dark) {\n"
            + dark.joined(separator: "\n")
            + "\n}\n"
    }

    static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16)
        return digits.utf8.count == 1 ? "0" + digits : digits
    }
}
