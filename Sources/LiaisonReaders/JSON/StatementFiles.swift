public import LiaisonModel

/// The files of statements that paths name or contain, as `liaison extract` writes them, plain or compressed by gzip.
///
/// Can be gone through once. Folders give their `.jsonl` and `.ndjson` files, with or without `.gz`.
public struct StatementFiles: Sequence, IteratorProtocol {
    /// A file to read, or one that cannot be.
    public enum Stop {
        case file(StatementFile)
        case refused(Refusal)
    }

    private var walk: InputWalk
    private let paths: [String]

    /// - Parameter paths: files, folders, or `-` for standard input.
    public init(paths: [String]) {
        self.paths = paths
        walk = Self.walk(paths)
    }

    private static func walk(_ paths: [String]) -> InputWalk {
        InputWalk(paths: paths) { InputFormat(fileName: $0) == .jsonLines }
    }

    /// The bytes of all files together; nil when that is not known, as of standard input.
    public func totalBytes() -> Int? {
        var sizes = Self.walk(paths)
        var total = 0
        while let stop = sizes.next() {
            guard case .input(let path, _) = stop else { continue }
            guard let size = PathKind.fileSize(path) else { return nil }
            total += size
        }
        return total
    }

    /// The next file, opened; nil at the end.
    public mutating func next() -> Stop? {
        switch walk.next() {
        case nil: return nil
        case .refused(let refusal): return .refused(refusal)
        case .address(let address):
            return .refused(Refusal(path: WebAddress.shown(address), reason: .fetch(.notFetching)))
        case .input(let path, _):
            do throws(ReadFailure) {
                return .file(try StatementFile(path: path))
            } catch {
                return .refused(Refusal(path: path, reason: error.reason))
            }
        }
    }
}

/// One file of statements, read in pieces.
public final class StatementFile {
    public let path: String
    private let file: FileSource
    private let source: any ByteSource
    private var last: UInt8 = 0x0A
    private var isAtEnd = false

    private static let pieceSize = 1 << 20

    init(path: String) throws(ReadFailure) {
        self.path = path
        file = try FileSource(path: path)
        let input = BufferedInput(file)
        source = try input.peek(2).elementsEqual(BinaryKind.gzip) ? try GzipSource(input) : input
    }

    /// Bytes of the file that were read so far, compressed where it is.
    public var bytesRead: Int { file.bytesRead }

    /// The next bytes, cut anywhere; nil at the end.
    /// - Throws: ``Refusal`` when the file cannot be read on.
    public func next() throws(Refusal) -> [UInt8]? {
        var failure: ReadFailure?
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.pieceSize) { buffer, count in
            while count < buffer.count, failure == nil {
                do throws(ReadFailure) {
                    let more = try source.read(
                        into: UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[count...]))
                    if more == 0 { break }
                    count += more
                } catch {
                    failure = error
                }
            }
        }
        if let failure { throw Refusal(path: path, reason: failure.reason) }
        guard let last = bytes.last else {
            isAtEnd = true
            return nil
        }
        self.last = last
        return bytes
    }

    /// The refusal of a line that is no statement.
    public func refusal(line: Int, _ error: JSONError) -> Refusal {
        // All lines before the end of the file have an end.
        let isCut = isAtEnd && last != 0x0A && last != UInt8(ascii: "}")
        return Refusal(
            path: path, line: line, reason: isCut ? .cutOff(error.description) : .statement(error.description))
    }

    /// The refusal of a file without a line.
    public var withoutLines: Refusal { Refusal(path: path, reason: .noArticles(.file)) }
}
