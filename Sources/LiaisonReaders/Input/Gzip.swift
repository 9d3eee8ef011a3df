internal import CZlib

/// Writes gzip (RFC 1952).
enum Gzip {
    /// The bytes as one member of a gzip file.
    static func compress(_ bytes: [UInt8]) throws(ReadFailure) -> [UInt8] {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        guard
            deflateInit2_(
                &stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, zlibVersion(), size) == Z_OK
        else { throw ReadFailure(reason: .fetch(.keeping("there is no memory to compress it"))) }
        defer { deflateEnd(&stream) }
        var input = bytes
        var out = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        let code = input.withUnsafeMutableBufferPointer { source in
            out.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                return deflate(&stream, Z_FINISH)
            }
        }
        guard code == Z_STREAM_END else { throw ReadFailure(reason: .fetch(.keeping("it cannot be compressed"))) }
        out.removeLast(Int(stream.avail_out))
        return out
    }
}
