/// The articles and refusals of some paths, one after another. Can be gone through once.
public struct Readings: Sequence, IteratorProtocol {
    private var walk: InputWalk
    private var current: Document?
    private var doneBytes = 0
    private let paths: [String]
    private let options: ReadingOptions

    init(paths: [String], options: ReadingOptions) {
        self.paths = paths
        self.options = options
        walk = InputWalk(paths: paths, isWanted: Self.isArticleFile)
    }

    private static func isArticleFile(_ path: String) -> Bool { InputFormat(fileName: path) != nil }

    /// The next article or refusal; nil at the end.
    public mutating func next() -> Reading? {
        while true {
            if let reading = current?.next() { return reading }
            doneBytes += current?.bytesRead ?? 0
            current = nil
            switch walk.next() {
            case nil: return nil
            case .refused(let refusal): return .refused(refusal)
            case .input(let path, let name):
                do throws(ReadFailure) {
                    current = try Document(path: path, name: name, options: options)
                } catch {
                    return .refused(Refusal(path: path, reason: error.reason))
                }
            }
        }
    }

    /// Bytes of the files that have been read so far.
    public var bytesRead: Int { doneBytes + (current?.bytesRead ?? 0) }

    /// The bytes of all files, nil where a stream among them has no size. Walks through all folders.
    public func totalBytes() -> Int? { InputWalk.size(of: paths, isWanted: Self.isArticleFile) }
}
