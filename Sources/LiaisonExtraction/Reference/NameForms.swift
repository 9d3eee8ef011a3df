internal import LiaisonModel

/// The names that the things of a document go by, folded once, and found by how they begin and end and by their initials.
struct NameForms {
    /// A name of a thing.
    struct Place: Hashable {
        var item: Int
        /// The name, folded.
        var text: String
    }

    /// No name has more words; a longer one is found by its first and last words up to here.
    private static let maximumWords = 12

    private var known: [Int: Set<String>] = [:]
    /// By the words that they begin with, short of the last.
    private var beginnings: [String: [Place]] = [:]
    /// By the words that they end with, short of the first.
    private var endings: [String: [Int]] = [:]
    private var acronyms: [String: [Int]] = [:]
    /// Those whose initials nobody has asked for.
    private var unread: [(item: Int, name: String)] = []

    /// Adds a name of an item, once.
    mutating func add(_ name: String, to item: Int) {
        guard known[item, default: []].insert(name).inserted else { return }
        unread.append((item, name))
        let text = NameFolding.fold(name)
        let spaces = text.indices.filter { text[$0] == " " }
        for space in spaces.prefix(Self.maximumWords) {
            beginnings[String(text[..<space]), default: []].append(Place(item: item, text: text))
        }
        for space in spaces.suffix(Self.maximumWords) {
            endings[String(text[text.index(after: space)...]), default: []].append(item)
        }
    }

    /// Names whose first word or words are these, with more behind them.
    func beginning(with folded: String) -> [Place] { beginnings[folded] ?? [] }

    /// The items with a name whose last word or words are these, with more before them.
    func ending(with folded: String) -> [Int] { endings[folded] ?? [] }

    /// The items with a name of these initials.
    mutating func items(ofAcronym acronym: String, _ names: NameKnowledge) -> [Int] {
        for (item, name) in unread { acronyms[names.acronym(of: name), default: []].append(item) }
        unread = []
        return acronyms[acronym] ?? []
    }
}
