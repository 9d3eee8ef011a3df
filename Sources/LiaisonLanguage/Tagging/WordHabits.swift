internal import CLiaisonModels

/// The habits of the words of one language: an open-addressing table that is read where it lies.
///
/// The bytes are a header (magic, number of slots, number of clusters), the coarse class of each cluster, and the slots of
/// four bytes: from the lowest bit on ten for the cluster, five for the tag, one for whether it is settled, three for the
/// smallness, and thirteen that a hash must share with the word for the slot to be its own; 0 is a free slot. One unknown
/// word in a thousand is taken for another, and ten times the words fit where whole hashes were kept.
package struct WordHabits: Sendable {
    package static let magic: UInt32 = 0x32_57_41_4C
    package static let headerSize = 16

    private let data: ModelData
    private let mask: Int
    /// Where the coarse classes begin.
    private let coarse: Int
    private let slots: Int

    /// Nil where the bytes are not such a table.
    package init?(_ data: ModelData) {
        guard data.count >= Self.headerSize, data.uint32(at: 0) == Self.magic else { return nil }
        let slotCount = Int(data.uint32(at: 4))
        let clusterCount = Int(data.uint32(at: 8))
        coarse = Self.headerSize
        slots = Self.headerSize + (clusterCount + 8) / 8 * 8
        guard slotCount > 0, slotCount & (slotCount - 1) == 0, data.count == slots + slotCount * 4 else { return nil }
        mask = slotCount - 1
        self.data = data
    }

    /// What a slot keeps of a hash; never 0.
    package static func mark(of form: UInt32) -> UInt32 { max(1, form >> 19) }

    /// The bits of a slot.
    package static func slot(_ habit: WordHabit, mark: UInt32) -> UInt32 {
        UInt32(habit.cluster) & 0x3FF | UInt32(habit.tag & 0x1F) << 10 | (habit.isSettled ? 1 << 15 : 0)
            | UInt32(habit.smallness & 7) << 16 | mark << 19
    }

    /// The habit of a folded form by its ``WordSketch/form``.
    package subscript(form: UInt32) -> WordHabit {
        let mark = Self.mark(of: form)
        var slot = Int(form) & mask
        // A table is never full, and one that is damaged must not hold the reader for ever.
        for _ in 0...mask {
            let value = data.uint32(at: slots + slot * 4)
            if value == 0 { break }
            if value >> 19 == mark {
                var habit = WordHabit()
                habit.cluster = UInt16(value & 0x3FF)
                habit.coarse = coarseClass(of: habit.cluster)
                habit.tag = UInt8(value >> 10 & 0x1F)
                habit.isSettled = value >> 15 & 1 == 1
                habit.smallness = UInt8(value >> 16 & 7)
                return habit
            }
            slot = (slot + 1) & mask
        }
        return WordHabit()
    }

    /// Asks for the memory in which a form is looked up.
    @inline(__always)
    package func prefetch(_ form: UInt32) { liaison_prefetch(data.pointer(at: slots + (Int(form) & mask) * 4)) }

    /// The coarse class of a cluster, 0 for the unknown.
    package func coarseClass(of cluster: UInt16) -> UInt8 {
        coarse + Int(cluster) < slots ? data.byte(at: coarse + Int(cluster)) : 0
    }
}
