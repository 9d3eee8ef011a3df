internal import Foundation
public import LiaisonModel

/// Loads statements from one source after another, article by article and in groups of whole articles.
///
/// A group is read before its transaction begins, so a slow source never keeps other writers waiting. Memory is bounded by
/// the largest of a group, ``groupSize`` bytes, and the lines of one article.
public struct StatementLoader {
    /// What was loaded so far.
    public private(set) var summary = StatementLoad()
    private let open: () throws(StoreError) -> Store
    private var store: Store?
    private var memory = LoadMemory()
    private var buffer: [UInt8] = []
    private var groupLimit = groupSize
    /// The number of the first line in the buffer.
    private var firstLine = 1
    /// Whether a line longer than the limit is being passed over.
    private var skipsLine = false

    /// Bytes of lines in a transaction: enough for its cost to vanish, few enough for memory and for other writers.
    static let groupSize = 16 << 20
    /// A longer line is refused instead of filling the memory.
    static let maximumLine = 64 << 20

    /// - Parameter open: opens the store; called when there is a statement to store, so that a load of nothing makes no file.
    public init(_ open: @escaping () throws(StoreError) -> Store) {
        self.open = open
    }

    /// Loads one source to its end.
    /// - Parameters:
    ///   - chunk: gives the next bytes, cut anywhere; nil at the end.
    ///   - refuse: is told the number, from 1 on, of a line that is no statement, and why; loading goes on.
    ///   - changed: is told, after the commit, what each article that was replaced states otherwise.
    ///   - progress: is called after each commit.
    /// - Returns: how many lines of the source were not empty.
    /// - Throws: ``StoreError`` of the store, or what `chunk` throws; groups committed so far stay, and nothing of the others.
    @discardableResult
    public mutating func read(
        chunk: () throws -> [UInt8]?, refuse: (Int, JSONError) -> Void = { _, _ in },
        changed: (ArticleDifference) -> Void = { _ in }, progress: (StatementLoad) -> Void = { _ in }
    ) throws -> Int {
        let before = summary.statements + summary.refused
        buffer.removeAll(keepingCapacity: true)
        (firstLine, skipsLine, groupLimit) = (1, false, Self.groupSize)
        while let bytes = try chunk() {
            append(bytes, refuse)
            guard buffer.count >= groupLimit else { continue }
            let end = boundary()
            // One article fills the buffer: it is kept together.
            if end == 0 { groupLimit = 2 * buffer.count } else { try write(upTo: end, refuse, changed, progress) }
        }
        try write(upTo: buffer.count, refuse, changed, progress)
        return summary.statements + summary.refused - before
    }

    /// Brings indexes and counts up to date. To be called after the last source, also after an error of a source.
    public mutating func finish() throws(StoreError) -> StatementLoad {
        guard let store else { return summary }
        // What is remembered and read makes room for what is sorted.
        memory.forgetRows()
        memory.image = nil
        buffer = []
        try store.finishLoad(memory.tally)
        memory.tally = nil
        return summary
    }

    // MARK: Groups

    private mutating func append(_ bytes: [UInt8], _ refuse: (Int, JSONError) -> Void) {
        var bytes = bytes[...]
        if skipsLine {
            guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return }
            bytes = bytes[(end + 1)...]
            skipsLine = false
        }
        buffer.append(contentsOf: bytes)
        guard buffer.count > Self.maximumLine else { return }
        // Only the last line can be without an end.
        let start = lastFeed(before: buffer.count).map { $0 + 1 } ?? 0
        guard buffer.count - start > Self.maximumLine else { return }
        let number = firstLine + buffer[..<start].count { $0 == UInt8(ascii: "\n") }
        buffer.removeLast(buffer.count - start)
        // The line's number stays taken.
        buffer.append(UInt8(ascii: "\n"))
        summary.refused += 1
        refuse(number, JSONError(message: "the line is longer than \(Self.maximumLine >> 20) MB"))
        skipsLine = true
    }

    private func lastFeed(before end: Int) -> Int? {
        buffer[..<end].lastIndex(of: UInt8(ascii: "\n"))
    }

    /// Where the statements of the last article in the buffer begin: they may go on in the next chunk. 0 when there is no
    /// other article before.
    private mutating func boundary() -> Int {
        guard var end = lastFeed(before: buffer.count) else { return 0 }
        var last: ArticleHead?
        var cut = end + 1
        while true {
            let start = lastFeed(before: end).map { $0 + 1 } ?? 0
            if let head = memory.head(of: buffer[start..<end]) {
                if let last, last != head { return cut }
                last = head
                cut = start
            }
            if start == 0 { return 0 }
            end = start - 1
        }
    }

    private mutating func write(
        upTo end: Int, _ refuse: (Int, JSONError) -> Void, _ changed: (ArticleDifference) -> Void,
        _ progress: (StatementLoad) -> Void
    ) throws {
        if end == 0 { return }
        if store == nil { try openStore(upTo: end) }
        if let store {
            // The writer keeps references right by itself, and 'check' verifies them: four look-ups less for each statement.
            try store.enforceForeignKeys(false)
            defer { try? store.enforceForeignKeys(true) }
            // Moved out and back, so that it is never copied.
            var lines: [UInt8] = []
            swap(&lines, &buffer)
            let number = firstLine
            var differences: [ArticleDifference] = []
            do {
                summary = try store.writeArticles(putsOffCounts: true) { writer in
                    defer { differences = writer.differences }
                    return try lines.withUnsafeBufferPointer { bytes in
                        let group = UnsafeBufferPointer(rebasing: bytes[..<end])
                        return try memory.load(group, from: number, &writer, summary, refuse)
                    }
                }
            } catch {
                memory.tally = nil
                try? store.detach(memory.image)
                throw error
            }
            try store.detach(memory.image)
            swap(&lines, &buffer)
            for difference in differences { changed(difference) }
        } else {
            refuseAll(upTo: end, refuse)
        }
        firstLine += memory.lines
        buffer.removeSubrange(..<end)
        groupLimit = Self.groupSize
        progress(summary)
    }

    /// Opens the store when one of the lines is a statement.
    private mutating func openStore(upTo end: Int) throws(StoreError) {
        var start = 0
        while start < end {
            let stop = buffer[start..<end].firstIndex(of: UInt8(ascii: "\n")) ?? end
            if memory.head(of: buffer[start..<stop]) != nil {
                store = try open()
                return
            }
            start = stop + 1
        }
    }

    private mutating func refuseAll(upTo end: Int, _ refuse: (Int, JSONError) -> Void) {
        let lines = buffer[..<end].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (place, line) in lines.enumerated() {
            guard let error = memory.error(in: line) else { continue }
            summary.refused += 1
            refuse(firstLine + place, error)
        }
        memory.lines = lines.count - 1
    }
}
