/// What names mean, found again by where they lie: libxml2 keeps each name of a document once, so that the comparison of two
/// words of memory stands for that of their letters.
struct NameTable<Kind> {
    private let named: [String: Kind]
    private let other: Kind
    private var slots: [(name: UnsafePointer<UInt8>, kind: Kind)?]
    private var count = 0

    /// - Parameters:
    ///   - named: By the name in lower case.
    ///   - other: For every other name.
    init(_ named: [String: Kind], other: Kind) {
        self.named = named
        self.other = other
        slots = Array(repeating: nil, count: 256)
    }

    /// What a name means, which must stay where it is as long as the table is used.
    mutating func kind(_ name: UnsafePointer<UInt8>?) -> Kind {
        guard let name else { return other }
        var slot = Self.start(name) & (slots.count - 1)
        while let found = slots[slot] {
            if found.name == name { return found.kind }
            slot = (slot + 1) & (slots.count - 1)
        }
        let text = String(cString: name)
        let kind = named[text] ?? named[text.lowercased()] ?? other
        slots[slot] = (name, kind)
        count += 1
        if count * 2 > slots.count { grow() }
        return kind
    }

    private mutating func grow() {
        let old = slots
        slots = Array(repeating: nil, count: old.count * 2)
        for case let entry? in old {
            var slot = Self.start(entry.name) & (slots.count - 1)
            while slots[slot] != nil { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = entry
        }
    }

    private static func start(_ name: UnsafePointer<UInt8>) -> Int {
        let bits = UInt(bitPattern: name) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: bits >> 40)
    }
}
