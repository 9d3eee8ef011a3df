#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The bytes of a file or of standard input.
final class FileSource: ByteSource {
    private let descriptor: Int32
    private let closes: Bool
    private(set) var bytesRead = 0
    /// Bytes of the file; nil for what has no size, such as a pipe.
    let size: Int?

    /// Opens a file; `-` is standard input.
    init(path: String) throws(ReadFailure) {
        if path == "-" {
            descriptor = 0
            closes = false
            size = nil
            return
        }
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        closes = true
        var status = stat()
        let isFile = descriptor >= 0 && fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        size = isFile ? Int(status.st_size) : nil
        if descriptor < 0 { throw Self.failure(errno) }
    }

    deinit {
        if closes, descriptor >= 0 { close(descriptor) }
    }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
        while true {
            let count = systemRead(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 {
                bytesRead += count
                return count
            }
            if errno != EINTR { throw Self.failure(errno) }
        }
    }

    private static func failure(_ code: Int32) -> ReadFailure {
        if code == ENOENT || code == ENOTDIR { return ReadFailure(reason: .missing) }
        return ReadFailure(reason: .unreadable(String(cString: strerror(code))))
    }
}

/// `read(2)`, which the method of the same name hides.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}
