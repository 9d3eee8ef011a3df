/// The words that lexicon and frames know, each with an id, frozen once the program's data is loaded.
///
/// Words are looked up by their folded UTF-8 form (see ``Token/word``) in an open-addressing table of hashes.
public struct WordTable: Sendable {
    private var slots: [UInt32]
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []

    public init() {
        slots = Array(repeating: .max, count: 1 << 12)
    }

    /// How many words there are; the id of the next one.
    public var count: Int { ends.count }

    /// The id of a folded word, added when it is new.
    public mutating func add(_ word: String) -> WordID {
        var word = word
        return word.withUTF8 { buffer in
            if let known = id(of: buffer) { return known }
            if (count + 1) * 2 > slots.count { grow() }
            bytes.append(contentsOf: buffer)
            ends.append(UInt32(bytes.count))
            let id = WordID(count - 1)
            place(id, hash: Self.hash(buffer))
            return id
        }
    }

    /// The id of a folded word, nil when no data uses it.
    public func id(of word: UnsafeBufferPointer<UInt8>) -> WordID? {
        id(of: word, hash: Self.hash(word))
    }

    /// Like ``id(of:)-(UnsafeBufferPointer<UInt8>)`` with the hash already at hand.
    package func id(of word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> WordID? {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != .max {
            let candidate = WordID(rawValue: slots[slot])
            if equals(candidate, word) { return candidate }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    /// The id of a folded word, nil when no data uses it.
    public func id(of word: String) -> WordID? {
        var word = word
        return word.withUTF8 { id(of: $0) }
    }

    /// The folded form of a word.
    public func text(of id: WordID) -> String {
        String(decoding: bytes[range(of: id)], as: UTF8.self)
    }

    private func range(of id: WordID) -> Range<Int> {
        (id.index == 0 ? 0 : Int(ends[id.index - 1]))..<Int(ends[id.index])
    }

    private func equals(_ id: WordID, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(of: id)
        guard range.count == word.count else { return false }
        for offset in 0..<word.count where bytes[range.lowerBound + offset] != word[offset] { return false }
        return true
    }

    private mutating func place(_ id: WordID, hash: UInt64) {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != .max { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = id.rawValue
    }

    private mutating func grow() {
        slots = Array(repeating: .max, count: slots.count * 2)
        for index in 0..<count {
            let range = range(of: WordID(index))
            let hash = bytes.withUnsafeBufferPointer { Self.hash(UnsafeBufferPointer(rebasing: $0[range])) }
            place(WordID(index), hash: hash)
        }
    }

    /// FNV-1a with a final mix, the same on every machine and in every run.
    package static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash ^= hash >> 32
        hash = hash &* 0x9E37_79B9_7F4A_7C15
        return hash ^ hash >> 29
    }
}
