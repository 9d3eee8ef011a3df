internal import LiaisonModel

/// The names that each thing of a document goes by, folded once and not once per comparison.
struct NameForms {
    /// One name of one thing.
    struct Form {
        var name: String
        var folded: Folded
        /// Worked out when first asked for.
        var acronym: String?
    }

    /// A folded name, with whether its bytes can be compared in place of its characters.
    struct Folded {
        let text: String
        private let isASCII: Bool

        init(_ name: String) {
            text = NameFolding.fold(name)
            isASCII = text.utf8.allSatisfy { $0 < 0x80 }
        }

        /// Whether the last word or words are `short`, after a space.
        func endsWithWord(_ short: Folded) -> Bool {
            guard isASCII, short.isASCII else { return text.hasSuffix(" " + short.text) }
            let (full, part) = (text.utf8, short.text.utf8)
            guard full.count > part.count else { return false }
            let rest = full.suffix(part.count + 1)
            return rest.first == UInt8(ascii: " ") && rest.dropFirst().elementsEqual(part)
        }

        /// Whether the first word or words are `short`, before a space.
        func beginsWithWord(_ short: Folded) -> Bool {
            guard isASCII, short.isASCII else { return text.hasPrefix(short.text + " ") }
            let (full, part) = (text.utf8, short.text.utf8)
            return full.count > part.count && full.starts(with: part)
                && full.dropFirst(part.count).first == UInt8(ascii: " ")
        }
    }

    /// By item.
    private var forms: [[Form]] = []

    /// Adds a name of an item, once.
    mutating func add(_ name: String, to item: Int) {
        while forms.count <= item { forms.append([]) }
        guard !forms[item].contains(where: { $0.name == name }) else { return }
        forms[item].append(Form(name: name, folded: Folded(name)))
    }

    func indices(of item: Int) -> Range<Int> { forms[item].indices }

    subscript(item: Int, form: Int) -> Form { forms[item][form] }

    /// The initials of a name.
    mutating func acronym(_ item: Int, _ form: Int, _ names: NameKnowledge) -> String {
        if let known = forms[item][form].acronym { return known }
        let acronym = names.acronym(of: forms[item][form].name)
        forms[item][form].acronym = acronym
        return acronym
    }
}
