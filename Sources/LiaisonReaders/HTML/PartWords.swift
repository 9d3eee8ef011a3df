internal import LiaisonModel

/// The words of `PageParts` in classes and ids, for looking them up without making strings.
///
/// `related-posts`, `relatedPosts` and `related_posts` are all "related" and "posts".
struct PartWords {
    struct Flags: OptionSet {
        let rawValue: UInt8

        /// Beside the article.
        static let aside = Flags(rawValue: 1)
        /// Holds the text.
        static let body = Flags(rawValue: 2)
        /// Names who wrote it.
        static let byline = Flags(rawValue: 4)
        /// Begins a line that leads elsewhere.
        static let line = Flags(rawValue: 8)
    }

    private var slots = [(hash: UInt64, flags: Flags)](repeating: (0, []), count: 1024)
    private var count = 0

    init(_ parts: PageParts) {
        for word in parts.aside { insert(word, .aside) }
        for word in parts.body { insert(word, .body) }
        for word in parts.bylines { insert(word, .byline) }
        for phrase in parts.lines { if let word = phrase.first { insert(word, .line) } }
    }

    private mutating func insert(_ word: String, _ flags: Flags) {
        let hash = word.utf8.reduce(Self.seed) { Self.step($0, $1) } | 1
        // A table that is nearly full would be searched without end.
        if count * 2 >= slots.count {
            let old = slots.filter { $0.hash != 0 }
            slots = [(hash: UInt64, flags: Flags)](repeating: (0, []), count: slots.count * 2)
            for entry in old { slots[slot(entry.hash)] = entry }
        }
        let slot = slot(hash)
        if slots[slot].hash == 0 { count += 1 }
        slots[slot] = (hash, slots[slot].flags.union(flags))
    }

    /// What the words of a class or an id say, taken together.
    func flags(_ value: UnsafePointer<UInt8>) -> Flags {
        var flags: Flags = []
        var next = value
        var hash = Self.seed
        var isEmpty = true
        var wasLower = false
        while true {
            let byte = next.pointee
            let lower = byte | 0x20
            let isLetter = lower &- 0x61 < 26
            let isUpper = isLetter && byte < 0x61
            if !isEmpty, !isLetter || isUpper && wasLower {
                flags.formUnion(slots[slot(hash | 1)].flags)
                hash = Self.seed
                isEmpty = true
                wasLower = false
            }
            if byte == 0 { return flags }
            if isLetter {
                hash = Self.step(hash, lower)
                isEmpty = false
                wasLower = !isUpper
            }
            next += 1
        }
    }

    /// Whether a line may begin with words that lead elsewhere: false only where its first word is one of ASCII, with a space after
    /// it, and no such phrase begins with that word.
    func mayStartElsewhere(_ text: String) -> Bool {
        var hash = Self.seed
        var length = 0
        for byte in text.utf8 {
            let lower = byte | 0x20
            if lower &- 0x61 < 26 {
                hash = Self.step(hash, lower)
                length += 1
            } else {
                return length == 0 || byte != 0x20 || slots[slot(hash | 1)].flags.contains(.line)
            }
        }
        return true
    }

    /// Where a hash is, or would be.
    private func slot(_ hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
        while slots[slot].hash != 0, slots[slot].hash != hash { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    // FNV-1a.
    private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
    private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
