public import LiaisonModel
public import LiaisonSchemas

/// The entities that the program knows, found by their names in one pass over interned words.
public struct Lexicon: Sendable {
    /// In the order of the files and of the entries in them; ``LexiconEntryID`` is the place here.
    public private(set) var entries: [LexiconEntry] = []
    private var trie = LexiconTrie()
    private var aliases: [LexiconAlias] = []
    private var idsByKey: [EntityKey: LexiconEntryID] = [:]

    /// An empty lexicon.
    public init() {}

    /// Reads `lexicon/entities`; an entry of a later layer replaces one of the same key.
    /// - Parameter analyzer: cuts the names as it cuts texts.
    /// - Throws: `SchemaError` with file and line for an entry that cannot be read.
    public init(schemas: SchemaSet, analyzer: TextAnalyzer, words: inout WordTable) throws(SchemaError) {
        let reader = LexiconReader()
        var spelled: [LexiconReader.SpelledEntry] = []
        var places: [EntityKey: Int] = [:]
        for file in schemas.files(in: "lexicon/entities") where file.path.hasSuffix(".yaml") {
            for entry in try reader.entries(of: file) {
                if let known = places[entry.entry.entity.key] {
                    spelled[known] = entry
                } else {
                    places[entry.entry.entity.key] = spelled.count
                    spelled.append(entry)
                }
            }
        }
        let cuts = NameCutter.cut(
            spelled.flatMap { $0.spellings.map(\.text) }, analyzer: analyzer, words: words)
        var next = 0
        for entry in spelled {
            add(entry, cuts: cuts[next..<next + entry.spellings.count], words: &words)
            next += entry.spellings.count
        }
    }

    /// The entry of an id.
    public subscript(id: LexiconEntryID) -> LexiconEntry { entries[Int(id.rawValue)] }

    /// The entry of a key.
    public func entry(for key: EntityKey) -> LexiconEntryID? { idsByKey[key] }

    /// The longest name that begins at a token and ends before `end`, with its case policy met; a sure name wins
    /// over an ambiguous one of the same words.
    public func match(at start: Int, before end: Int, in tokens: [Token]) -> LexiconMatch? {
        var node = trie.start(tokens[start].word)
        var best: LexiconMatch?
        var position = start
        while node != 0 {
            position += 1
            if let match = match(at: node, start..<position, in: tokens) { best = match }
            guard position < end else { break }
            node = trie.child(of: node, tokens[position].word)
        }
        return best
    }

    private func match(at node: UInt32, _ range: Range<Int>, in tokens: [Token]) -> LexiconMatch? {
        guard var next = trie.alias(at: node) else { return nil }
        var ambiguous: LexiconMatch?
        while next != .max {
            let alias = aliases[Int(next)]
            next = alias.next
            var fits = true
            for index in range where !alias.accepts(tokens[index].shape, at: index - range.lowerBound) { fits = false }
            guard fits else { continue }
            let match = LexiconMatch(tokens: range, entry: alias.entry, isAmbiguous: alias.isAmbiguous)
            if !alias.isAmbiguous { return match }
            if ambiguous == nil { ambiguous = match }
        }
        return ambiguous
    }

    private mutating func add(
        _ spelled: LexiconReader.SpelledEntry, cuts: ArraySlice<[[NameCutter.Piece]]>, words: inout WordTable
    ) {
        let id = LexiconEntryID(rawValue: UInt32(entries.count))
        entries.append(spelled.entry)
        idsByKey[spelled.entry.entity.key] = id
        for (name, cuts) in zip(spelled.spellings, cuts) {
            for pieces in cuts {
                var capitals: UInt64 = 0
                for (index, piece) in pieces.prefix(32).enumerated() {
                    let capital = LexiconAlias.capital(
                        of: piece.shape, length: piece.word.utf8.count, isOnlyWord: pieces.count == 1)
                    capitals |= capital.rawValue << UInt64(index * 2)
                }
                append(
                    LexiconAlias(entry: id, isAmbiguous: name.isAmbiguous, capitals: capitals, next: .max),
                    at: trie.insert(pieces.map { words.add($0.word) }))
            }
        }
    }

    /// Puts an alias at the end of the chain of its words, so that earlier entries win.
    private mutating func append(_ alias: LexiconAlias, at node: UInt32) {
        let index = UInt32(aliases.count)
        if var last = trie.alias(at: node) {
            while true {
                let known = aliases[Int(last)]
                if known.entry == alias.entry && known.capitals == alias.capitals { return }
                if known.next == .max { break }
                last = known.next
            }
            aliases[Int(last)].next = index
        } else {
            trie.setAlias(index, at: node)
        }
        aliases.append(alias)
    }
}
