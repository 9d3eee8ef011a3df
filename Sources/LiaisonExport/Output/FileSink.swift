internal import Foundation

/// Writes to a file descriptor that somebody else opens and closes.
public struct FileSink: ByteSink {
    private let descriptor: Int32
    private let path: String

    /// - Parameters:
    ///   - descriptor: open for writing.
    ///   - path: what to call it in errors.
    public init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    /// - Throws: ``ExportError/cannotWrite(path:reason:)``.
    public func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if written < 0 {
                if errno == EINTR { continue }
                throw ExportError.cannotWrite(path: path, reason: String(cString: strerror(errno)))
            }
            rest = rest.dropFirst(written)
        }
    }

    /// Writes a file whole or not at all: beside it first, then renamed over it. A folder that is missing is made.
    /// - Throws: ``ExportError/cannotWrite(path:reason:)``, or what `body` throws; then the old file is untouched.
    public static func replacing(_ path: String, _ body: (FileSink) throws -> Void) throws {
        try makeFolder(of: path)
        let temporary = path + ".\(ProcessInfo.processInfo.processIdentifier).part"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard descriptor >= 0 else {
            throw ExportError.cannotWrite(path: path, reason: String(cString: strerror(errno)))
        }
        do {
            try body(FileSink(descriptor: descriptor, path: path))
        } catch {
            close(descriptor)
            unlink(temporary)
            throw error
        }
        // A full disk may show only now.
        guard close(descriptor) == 0, rename(temporary, path) == 0 else {
            let reason = String(cString: strerror(errno))
            unlink(temporary)
            throw ExportError.cannotWrite(path: path, reason: reason)
        }
    }

    private static func makeFolder(of path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw ExportError.cannotWrite(path: path, reason: "the folder \(folder.path) cannot be made")
        }
    }
}
