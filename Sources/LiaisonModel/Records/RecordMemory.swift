/// Memory for records that are made and thrown away together: what it hands out stays where it is until it is emptied.
public final class RecordMemory {
    private static let blockSize = 1 << 16
    private var blocks: [UnsafeMutableRawBufferPointer] = []
    private var block = 0
    private var used = 0

    public init() {}

    deinit {
        for block in blocks { block.deallocate() }
    }

    /// Takes back everything; the blocks are kept, but for those that were made for something large.
    public func empty() {
        if blocks.contains(where: { $0.count > Self.blockSize }) {
            for block in blocks where block.count > Self.blockSize { block.deallocate() }
            blocks.removeAll { $0.count > Self.blockSize }
        }
        (block, used) = (0, 0)
    }

    /// Uninitialised memory, aligned to sixteen bytes.
    public func allocate(_ count: Int) -> UnsafeMutableRawPointer {
        while block < blocks.count {
            if used + count <= blocks[block].count, let base = blocks[block].baseAddress {
                let start = base + used
                used += (count + 15) & ~15
                return start
            }
            (block, used) = (block + 1, 0)
        }
        let made = UnsafeMutableRawBufferPointer.allocate(byteCount: max(count, Self.blockSize), alignment: 16)
        blocks.append(made)
        used = (count + 15) & ~15
        // A buffer of one byte or more has an address.
        return made.baseAddress.unsafelyUnwrapped
    }

    /// A copy of a text.
    public func text(_ text: String) -> BorrowedText {
        var text = text
        return text.withUTF8 { bytes in
            let copy = allocate(bytes.count).bindMemory(to: UInt8.self, capacity: bytes.count)
            if let base = bytes.baseAddress { copy.update(from: base, count: bytes.count) }
            return BorrowedText(UnsafeBufferPointer(start: copy, count: bytes.count))
        }
    }

    /// A copy of values, which must be plain memory: nothing is released when they go.
    @inlinable
    public func array<T>(_ values: [T]) -> UnsafeBufferPointer<T> {
        if values.isEmpty { return UnsafeBufferPointer(start: nil, count: 0) }
        let copy = allocate(values.count * MemoryLayout<T>.stride).bindMemory(to: T.self, capacity: values.count)
        for (index, value) in values.enumerated() { (copy + index).initialize(to: value) }
        return UnsafeBufferPointer(start: copy, count: values.count)
    }
}
