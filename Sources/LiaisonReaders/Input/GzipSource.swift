internal import CZlib

/// The bytes inside a gzip file (RFC 1952), of all its members one after another, or inside zlib's own wrapping (RFC 1950).
final class GzipSource: ByteSource {
    private let input: BufferedInput
    private var compressed = [UInt8](repeating: 0, count: 1 << 16)
    private var available = 0
    private var position = 0
    private var stream = z_stream()
    private var isOpen = false
    private var isDone = false

    /// 15 bits of window, and whichever header there is.
    private static let windowBits: Int32 = 15 + 32

    init(_ input: BufferedInput) throws(ReadFailure) {
        self.input = input
        let size = Int32(MemoryLayout<z_stream>.size)
        guard inflateInit2_(&stream, Self.windowBits, zlibVersion(), size) == Z_OK else {
            throw ReadFailure(reason: .unreadable("there is no memory to decompress it"))
        }
        isOpen = true
    }

    deinit {
        if isOpen { inflateEnd(&stream) }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
        var written = 0
        while !isDone, written == 0, buffer.count > 0 {
            if position == available { try refill() }
            let isAtEnd = available == 0
            let code = compressed.withUnsafeMutableBufferPointer { source in
                stream.next_in = source.baseAddress?.advanced(by: position)
                stream.avail_in = UInt32(available - position)
                stream.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
                stream.avail_out = UInt32(min(buffer.count, 1 << 30))
                return inflate(&stream, Z_NO_FLUSH)
            }
            written = min(buffer.count, 1 << 30) - Int(stream.avail_out)
            position = available - Int(stream.avail_in)
            switch code {
            case Z_STREAM_END:
                if position == available { try refill() }
                // Another member may follow; padding may too, and is not looked at.
                if position < available, compressed[position] == BinaryKind.gzip[0] {
                    inflateReset(&stream)
                } else {
                    isDone = true
                }
            case Z_OK, Z_BUF_ERROR:
                if isAtEnd, written == 0 { throw ReadFailure(reason: .damaged("the gzip data ends too early")) }
            default:
                throw ReadFailure(reason: .damaged("the gzip data is broken"))
            }
        }
        return written
    }

    private func refill() throws(ReadFailure) {
        position = 0
        let input = input
        let outcome = compressed.withUnsafeMutableBytes { bytes in
            Result { () throws(ReadFailure) in try input.read(into: bytes) }
        }
        available = 0
        available = try outcome.get()
    }
}
