internal import Foundation

extension Terminal {
    /// Writes bytes to standard output.
    /// - Throws: ``Failure`` when they cannot be written, such as on a full disk.
    static func put(_ bytes: [UInt8]) throws(Failure) {
        let code = send(bytes, to: STDOUT_FILENO)
        if code != 0 {
            throw Failure(.inputOutput, "standard output cannot be written: \(String(cString: strerror(code)))")
        }
    }

    /// Writes bytes to a descriptor; returns 0, or the error of the system.
    ///
    /// `FileHandle.write` ends the program with a trap instead.
    static func send(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Foundation.write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
            }
            if count > 0 {
                written += count
            } else if errno != EINTR {
                return errno
            }
        }
        return 0
    }
}
