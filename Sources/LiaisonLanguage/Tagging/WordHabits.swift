/// The habits of the words of one language: an open-addressing table that is read where it lies.
///
/// The bytes are a header (magic, number of slots, number of clusters), the coarse class of each cluster, and the slots of
/// eight bytes: hash of the folded form (0 for a free slot), cluster, tag with a flag in the top bit, smallness.
package struct WordHabits: Sendable {
    package static let magic: UInt32 = 0x4D_57_41_4C
    package static let headerSize = 16

    private let data: ModelData
    private let mask: Int
    private let coarse: Int
    private let slots: Int

    /// Nil where the bytes are not such a table.
    package init?(_ data: ModelData) {
        guard data.count >= Self.headerSize, data.uint32(at: 0) == Self.magic else { return nil }
        let slotCount = Int(data.uint32(at: 4))
        let clusterCount = Int(data.uint32(at: 8))
        coarse = Self.headerSize
        slots = Self.headerSize + (clusterCount + 8) / 8 * 8
        guard slotCount > 0, slotCount & (slotCount - 1) == 0, data.count == slots + slotCount * 8 else { return nil }
        mask = slotCount - 1
        self.data = data
    }

    /// The habit of a folded form by its ``WordSketch/form``.
    package subscript(form: UInt32) -> WordHabit {
        var slot = Int(form) & mask
        while true {
            let place = slots + slot * 8
            let key = data.uint32(at: place)
            if key == 0 { return WordHabit() }
            if key == form {
                let value = data.uint32(at: place + 4)
                var habit = WordHabit()
                habit.cluster = UInt16(truncatingIfNeeded: value)
                habit.tag = UInt8(truncatingIfNeeded: value >> 16) & 0x1F
                habit.isSettled = value >> 23 & 1 == 1
                habit.smallness = UInt8(truncatingIfNeeded: value >> 24)
                return habit
            }
            slot = (slot + 1) & mask
        }
    }

    /// The coarse class of a cluster, 0 for the unknown.
    package func coarseClass(of cluster: UInt16) -> UInt8 {
        coarse + Int(cluster) < slots ? data.byte(at: coarse + Int(cluster)) : 0
    }
}
