/// Ids for the words of one text that no data knows, in the order in which they come.
///
/// An open-addressing table of hashes that is emptied, not freed, between texts.
struct OwnWords: Sendable {
    /// Empty until the first word, so that a placeholder costs nothing.
    private var slots: [UInt32] = []
    private var hashes: [UInt64] = []
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    var count: Int { ends.count }

    /// Forgets the words of the text before.
    mutating func removeAll() {
        // A table grown by one huge text is not swept again for each small one.
        if slots.count > 1 << 14 && ends.count * 64 < slots.count {
            slots = []
        } else {
            for hash in hashes { clear(hash) }
        }
        hashes.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    /// The place of a folded word, added when it is new.
    mutating func place(of folder: WordFolder) -> Int {
        folder.withBytes { place(of: $0, hash: folder.hash) }
    }

    private mutating func place(of word: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
        if slots.isEmpty { slots = [UInt32](repeating: .max, count: 1 << 10) }
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != .max {
            let candidate = Int(slots[slot])
            if hashes[candidate] == hash && equals(candidate, word) { return candidate }
            slot = (slot + 1) & (slots.count - 1)
        }
        let place = ends.count
        slots[slot] = UInt32(place)
        hashes.append(hash)
        bytes.append(contentsOf: word)
        ends.append(bytes.count)
        if ends.count * 2 > slots.count { grow() }
        return place
    }

    /// The words, to be given to the text.
    func append(to words: inout [String]) {
        words.reserveCapacity(ends.count)
        bytes.withUnsafeBufferPointer { buffer in
            var start = 0
            for end in ends {
                words.append(String(decoding: UnsafeBufferPointer(rebasing: buffer[start..<end]), as: UTF8.self))
                start = end
            }
        }
    }

    private func equals(_ place: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = place == 0 ? 0 : ends[place - 1]
        guard ends[place] - start == word.count else { return false }
        for offset in 0..<word.count where bytes[start + offset] != word[offset] { return false }
        return true
    }

    /// Empties the run of slots that a hash may have been placed in. Every run is emptied in the end, since each
    /// of its words has its hash in the list.
    private mutating func clear(_ hash: UInt64) {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != .max {
            slots[slot] = .max
            slot = (slot + 1) & (slots.count - 1)
        }
    }

    private mutating func grow() {
        slots = [UInt32](repeating: .max, count: slots.count * 2)
        for (place, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] != .max { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(place)
        }
    }
}
