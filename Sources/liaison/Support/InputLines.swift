internal import Foundation
internal import LiaisonReaders

/// The lines of a file or of standard input, in memory for one of them.
struct InputLines {
    let path: String
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private var start = 0
    private var isAtEnd = false
    /// The number of the line that was taken last, from 1.
    private(set) var number = 0

    /// Longer lines are refused.
    private static let longest = 64 << 20

    /// - Throws: `Refusal` for a file that is not there or cannot be read.
    init(path: String) throws {
        self.path = path
        if path == "-" {
            handle = .standardInput
        } else {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw Refusal(path: path, reason: .missing)
            }
            guard !isFolder.boolValue, let opened = FileHandle(forReadingAtPath: path) else {
                throw Refusal(path: path, reason: .unreadable(isFolder.boolValue ? "it is a folder" : "no access"))
            }
            handle = opened
        }
    }

    /// The next line that is not empty, without its line feed; nil at the end.
    /// - Throws: `Refusal` where it cannot be read or is too long.
    mutating func next() throws -> [UInt8]? {
        while true {
            guard let line = try line() else { return nil }
            number += 1
            if !line.allSatisfy({ $0 <= 0x20 }) { return line }
        }
    }

    private mutating func line() throws -> [UInt8]? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: 0x0A) {
                defer { start = end + 1 }
                return Array(buffer[start..<end])
            }
            if isAtEnd {
                defer { start = buffer.count }
                return start < buffer.count ? Array(buffer[start...]) : nil
            }
            buffer.removeSubrange(..<start)
            searched = buffer.count
            start = 0
            if buffer.count > Self.longest {
                throw Refusal(path: path, line: number + 1, reason: .tooLong(limit: Self.longest))
            }
            do {
                let more = try handle.read(upToCount: 1 << 18) ?? Data()
                isAtEnd = more.isEmpty
                buffer.append(contentsOf: more)
            } catch {
                throw Refusal(path: path, line: number + 1, reason: .unreadable(error.localizedDescription))
            }
        }
    }
}
