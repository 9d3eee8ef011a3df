/// Bytes of a model that live as long as the program: linked into it, or kept by whoever trains.
package struct ModelData: @unchecked Sendable {
    // Safe to share: the bytes are constant and are never freed.
    private let start: UnsafeRawPointer
    package let count: Int

    /// Takes bytes that never move, change or go away.
    package init(start: UnsafeRawPointer, count: Int) {
        self.start = start
        self.count = count
    }

    /// Copies bytes to a place of their own that is kept for good.
    package init(keeping bytes: [UInt8]) {
        let copy = UnsafeMutableRawPointer.allocate(byteCount: bytes.count + 64, alignment: 64)
        bytes.withUnsafeBytes { source in
            if let first = source.baseAddress { copy.copyMemory(from: first, byteCount: source.count) }
        }
        start = UnsafeRawPointer(copy)
        count = bytes.count
    }

    /// A little-endian number at a byte; 0 beyond the end.
    @inline(__always)
    package func uint32(at offset: Int) -> UInt32 {
        guard offset >= 0, offset &+ 4 <= count else { return 0 }
        return UInt32(littleEndian: start.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }

    package func float(at offset: Int) -> Float { Float(bitPattern: uint32(at: offset)) }

    @inline(__always)
    package func byte(at offset: Int) -> UInt8 {
        offset >= 0 && offset < count ? start.load(fromByteOffset: offset, as: UInt8.self) : 0
    }

    /// The place of a byte, for reads that were checked against ``count`` beforehand.
    package func pointer(at offset: Int) -> UnsafeRawPointer { start + offset }
}
