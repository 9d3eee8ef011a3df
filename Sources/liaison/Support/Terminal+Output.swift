internal import Foundation

extension Terminal {
    /// Writes bytes to standard output.
    /// - Throws: ``Failure`` when they cannot be written, such as on a full disk.
    static func put(_ bytes: [UInt8]) throws(Failure) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Foundation.write(1, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            if count > 0 {
                written += count
            } else if errno != EINTR {
                throw Failure(.inputOutput, "standard output cannot be written: \(String(cString: strerror(errno)))")
            }
        }
    }
}
