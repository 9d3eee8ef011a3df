/// What names of elements or attributes mean, looked up without making strings.
struct NameTable<Kind: Sendable>: Sendable {
    private let other: Kind
    private var slots: [(name: MarkupName, kind: Kind)?]

    /// - Parameters:
    ///   - named: By the name in lower case, of sixteen bytes at most.
    ///   - other: For every other name.
    init(_ named: [String: Kind], other: Kind) {
        self.other = other
        var size = 64
        while size < named.count * 4 { size *= 2 }
        slots = Array(repeating: nil, count: size)
        for (name, kind) in named {
            let name = name.withCString { $0.withMemoryRebound(to: UInt8.self, capacity: 16) { MarkupName($0) } }
            slots[slot(name)] = (name, kind)
        }
    }

    /// What a name means, in any case.
    func kind(_ name: UnsafePointer<UInt8>?) -> Kind {
        slots[slot(MarkupName(name))]?.kind ?? other
    }

    /// Where a name is, or would be.
    private func slot(_ name: MarkupName) -> Int {
        var slot = name.bits & (slots.count - 1)
        while let found = slots[slot], found.name != name { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }
}
