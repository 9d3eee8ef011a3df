/// The words that lexicon and frames know, each with an id, frozen once the program's data is loaded.
///
/// Words are looked up by their folded UTF-8 form (see ``Token/word``) in an open-addressing table of hashes.
///
/// A slot holds the beginning of its word: a short word, which most are, is found with one look at memory.
public struct WordTable: Sendable {
    private struct Slot: Sendable {
        /// ``WordTable/head(_:)`` of the word.
        var head: UInt64 = 0
        var hash: UInt32 = 0
        /// `.max` where the slot is free.
        var id: UInt32 = .max
    }

    private var slots: [Slot]
    private var hashes: [UInt32] = []
    private var bytes: [UInt8] = []
    private var ends: [UInt32] = []

    public init() {
        slots = Array(repeating: Slot(), count: 1 << 12)
    }

    /// How many words there are; the id of the next one.
    public var count: Int { ends.count }

    /// The id of a folded word, added when it is new.
    public mutating func add(_ word: String) -> WordID {
        var word = word
        return word.withUTF8 { buffer in
            let hash = Self.hash(buffer)
            let head = Self.head(buffer)
            if let known = id(of: buffer, hash: hash, head: head) { return known }
            if (count + 1) * 2 > slots.count { grow() }
            bytes.append(contentsOf: buffer)
            ends.append(UInt32(bytes.count))
            hashes.append(UInt32(truncatingIfNeeded: hash))
            let id = WordID(count - 1)
            place(Slot(head: head, hash: UInt32(truncatingIfNeeded: hash), id: id.rawValue))
            return id
        }
    }

    /// The id of a folded word, nil when no data uses it.
    public func id(of word: UnsafeBufferPointer<UInt8>) -> WordID? {
        id(of: word, hash: Self.hash(word), head: Self.head(word))
    }

    /// Like ``id(of:)-(UnsafeBufferPointer<UInt8>)`` with what is computed from the word already at hand.
    @inline(__always)
    func id(of word: UnsafeBufferPointer<UInt8>, hash: UInt64, head: UInt64) -> WordID? {
        let hash = UInt32(truncatingIfNeeded: hash)
        return slots.withUnsafeBufferPointer { slots in
            let mask = slots.count - 1
            var place = Int(hash) & mask
            while slots[place].id != .max {
                if slots[place].hash == hash, slots[place].head == head {
                    let id = WordID(rawValue: slots[place].id)
                    if head >> 56 < Self.longMark || equals(id, word) { return id }
                }
                place = (place + 1) & mask
            }
            return nil
        }
    }

    /// What the head of a long word has where that of a short one has the length.
    private static let longMark: UInt64 = 8

    /// The first seven bytes of a word, and its length as far as eight: what tells a word of up to seven bytes from any
    /// other.
    @inline(__always)
    static func head(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var head: UInt64 = 0
        for place in 0..<min(7, word.count) { head |= UInt64(word[place]) << UInt64(place * 8) }
        return head | min(longMark, UInt64(word.count)) << 56
    }

    /// ``head(_:)`` of a word that stands at the beginning of at least eight bytes of memory.
    @inline(__always)
    static func head(_ memory: UnsafePointer<UInt8>, count: Int) -> UInt64 {
        let bytes = UnsafeRawPointer(memory).loadUnaligned(as: UInt64.self).littleEndian
        let kept = UInt64(min(7, count) * 8)
        return bytes & ((1 << kept) - 1) | min(longMark, UInt64(count)) << 56
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

    /// How many bytes the folded form of a word has.
    package func byteCount(of id: WordID) -> Int { range(of: id).count }

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

    private mutating func place(_ slot: Slot) {
        var place = Int(slot.hash) & (slots.count - 1)
        while slots[place].id != .max { place = (place + 1) & (slots.count - 1) }
        slots[place] = slot
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: Slot(), count: old.count * 2)
        for slot in old where slot.id != .max { place(slot) }
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
