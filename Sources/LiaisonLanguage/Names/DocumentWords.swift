/// What a document tells about each of its words that has a capital somewhere: an open-addressing table by word,
/// emptied and used again from text to text.
struct DocumentWords: Sendable {
    /// What is known of one word.
    struct Record: Sendable {
        var elsewhere: NameView.Elsewhere = []
        /// How many places have their neighbours noted.
        var places = 0
        var before: SIMD4<UInt32> = .zero
        var after: SIMD4<UInt32> = .zero
        /// The coarse classes of those words.
        var classesBefore: SIMD4<UInt8> = .zero
        var classesAfter: SIMD4<UInt8> = .zero
        /// What stands near any of its places.
        var cuesNear: NameCues.Classes = []
    }

    private var slots: [UInt32] = []
    private var words: [WordID] = []
    private(set) var records: [Record] = []

    /// Forgets everything and makes room.
    mutating func reset(capacity: Int) {
        words.removeAll(keepingCapacity: true)
        records.removeAll(keepingCapacity: true)
        var size = 64
        while size < capacity * 2 { size *= 2 }
        if slots.count == size {
            for index in slots.indices { slots[index] = .max }
        } else {
            slots = Array(repeating: .max, count: size)
        }
    }

    /// The place of a word's record, made where it was missing.
    mutating func place(of word: WordID) -> Int {
        var slot = Self.slot(word) & (slots.count - 1)
        while slots[slot] != .max {
            if words[Int(slots[slot])] == word { return Int(slots[slot]) }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = UInt32(words.count)
        words.append(word)
        records.append(Record())
        return words.count - 1
    }

    /// The record of a word, nil for one that never has a capital.
    func known(_ word: WordID) -> Int? {
        guard !slots.isEmpty else { return nil }
        var slot = Self.slot(word) & (slots.count - 1)
        while slots[slot] != .max {
            if words[Int(slots[slot])] == word { return Int(slots[slot]) }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    mutating func update(_ place: Int, _ change: (inout Record) -> Void) { change(&records[place]) }

    private static func slot(_ word: WordID) -> Int {
        Int(truncatingIfNeeded: (UInt64(word.rawValue) &* 0x9E37_79B9_7F4A_7C15) >> 33)
    }
}
