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
        var reader = LexiconReader()
        // Where the spellings of each entry are.
        var places: [Range<Int>] = []
        for file in schemas.files(in: "lexicon/entities") where file.path.hasSuffix(".yaml") {
            let nodes = try file.root().elements
            idsByKey.reserveCapacity(idsByKey.count + nodes.count)
            for node in nodes {
                let start = reader.spellings.count
                let entry = try reader.entry(node, file: file.displayPath)
                let spellings = start..<reader.spellings.count
                if let known = idsByKey[entry.entity.key] {
                    entries[Int(known.rawValue)] = entry
                    places[Int(known.rawValue)] = spellings
                } else {
                    idsByKey[entry.entity.key] = LexiconEntryID(rawValue: UInt32(entries.count))
                    entries.append(entry)
                    places.append(spellings)
                }
            }
        }
        var cuts = NameCuts(reader.spellings, analyzer: analyzer, words: words)
        for (index, spellings) in places.enumerated() {
            for name in spellings {
                add(
                    LexiconEntryID(rawValue: UInt32(index)), isAmbiguous: reader.spellings[name].isAmbiguous,
                    name: name, &cuts, &words)
            }
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
        _ id: LexiconEntryID, isAmbiguous: Bool, name: Int, _ cuts: inout NameCuts, _ words: inout WordTable
    ) {
        for cut in cuts.cuts(of: name) {
            var capitals: UInt64 = 0
            var ids: [WordID] = []
            ids.reserveCapacity(cut.count)
            for (index, token) in cut.enumerated() {
                let word = cuts.id(of: token.word, in: &words)
                ids.append(word)
                guard index < 32 else { continue }
                let capital = LexiconAlias.capital(
                    of: token.shape, length: words.byteCount(of: word), isOnlyWord: cut.count == 1)
                capitals |= capital.rawValue << UInt64(index * 2)
            }
            append(
                LexiconAlias(entry: id, isAmbiguous: isAmbiguous, capitals: capitals, next: .max),
                at: trie.insert(ids))
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
