/// The words that lexicon and frames know, each with an id, frozen once the program's data is loaded.
///
/// Words are looked up by their folded UTF-8 form (see ``Token/word``) in an open-addressing table of hashes.
public struct WordTable: Sendable {
    private var slots: [UInt32]
    private var hashes: [UInt32] = []
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
            let hash = Self.hash(buffer)
            if let known = id(of: buffer, hash: hash) { return known }
            if (count + 1) * 2 > slots.count { grow() }
            bytes.append(contentsOf: buffer)
            ends.append(UInt32(bytes.count))
            hashes.append(UInt32(truncatingIfNeeded: hash))
            let id = WordID(count - 1)
            place(id)
            return id
        }
    }

    /// The id of a folded word, nil when no data uses it.
    public func id(of word: UnsafeBufferPointer<UInt8>) -> WordID? {
        id(of: word, hash: Self.hash(word))
    }

    /// Like ``id(of:)-(UnsafeBufferPointer<UInt8>)`` with the hash already at hand.
    package func id(of word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> WordID? {
        let hash = UInt32(truncatingIfNeeded: hash)
        let mask = slots.count - 1
        var slot = Int(hash) & mask
        while slots[slot] != .max {
            let candidate = Int(slots[slot])
            if hashes[candidate] == hash, equals(WordID(candidate), word) { return WordID(candidate) }
            slot = (slot + 1) & mask
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

    /// A hash that hangs on a word's letters only: the same in every build of the data.
    package func hash(of id: WordID) -> UInt32 { hashes[id.index] }

    /// Whether a word is one of the table's, and no text's own.
    package func contains(_ id: WordID) -> Bool { id.index < count }

    private func range(of id: WordID) -> Range<Int> {
        (id.index == 0 ? 0 : Int(ends[id.index - 1]))..<Int(ends[id.index])
    }

    private func equals(_ id: WordID, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let range = range(of: id)
        guard range.count == word.count else { return false }
        return bytes.withUnsafeBufferPointer { stored in
            for offset in 0..<word.count where stored[range.lowerBound + offset] != word[offset] { return false }
            return true
        }
    }

    private mutating func place(_ id: WordID) {
        var slot = Int(hashes[id.index]) & (slots.count - 1)
        while slots[slot] != .max { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = id.rawValue
    }

    private mutating func grow() {
        slots = Array(repeating: .max, count: slots.count * 2)
        for index in 0..<count { place(WordID(index)) }
    }

    /// A multiplicative hash over words of eight bytes, the last filled up with zeros; the same on every machine and in
    /// every run.
    package static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = seed(count: word.count)
        var position = 0
        while position + 8 <= word.count {
            let chunk = UnsafeRawPointer(word.baseAddress.unsafelyUnwrapped + position)
                .loadUnaligned(as: UInt64.self).littleEndian
            hash = mixed(hash, chunk)
            position += 8
        }
        if position < word.count {
            var chunk: UInt64 = 0
            for offset in 0..<word.count - position { chunk |= UInt64(word[position + offset]) << UInt64(offset * 8) }
            hash = mixed(hash, chunk)
        }
        return finished(hash)
    }

    @inline(__always)
    static func seed(count: Int) -> UInt64 { 0x9E37_79B9_7F4A_7C15 &* UInt64(truncatingIfNeeded: count &+ 1) }

    @inline(__always)
    static func mixed(_ hash: UInt64, _ chunk: UInt64) -> UInt64 {
        let product = (hash ^ chunk) &* 0xBF58_476D_1CE4_E5B9
        return product ^ product >> 32
    }

    @inline(__always)
    static func finished(_ hash: UInt64) -> UInt64 {
        let product = (hash ^ hash >> 29) &* 0x94D0_49BB_1331_11EB
        return product ^ product >> 31
    }
}
