public import LiaisonModel

extension Store {
    /// Loads statements as JSON Lines, such as the output of `liaison extract`, in memory that does not grow with them.
    ///
    /// Statements of one article are best kept together; where they are not, later ones are added to the earlier ones of the
    /// same load. Whole articles are committed in groups, so that a load that was interrupted is simply run again.
    /// - Parameters:
    ///   - chunk: gives the next bytes, cut anywhere; nil at the end.
    ///   - refuse: is told the number, from 1 on, of a line that is no statement, and why; loading goes on.
    ///   - progress: is called after each commit.
    /// - Throws: ``StoreError`` of the store, or what `chunk` throws; groups committed so far stay.
    public func load(
        chunk: () throws -> [UInt8]?, refuse: (Int, JSONError) -> Void = { _, _ in },
        progress: (StatementLoad) -> Void = { _ in }
    ) throws -> StatementLoad {
        // The writer keeps references right by itself, and 'check' verifies them: four look-ups less for each statement.
        try enforceForeignKeys(false)
        defer { try? enforceForeignKeys(true) }
        var loader = StatementLoader(store: self)
        var rest: [UInt8] = []
        var number = 0
        while let bytes = try chunk() {
            if bytes.isEmpty { continue }
            // Only the line that a chunk cuts is copied.
            var start = bytes.startIndex
            if !rest.isEmpty {
                guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else {
                    rest += bytes
                    continue
                }
                rest += bytes[..<end]
                number += 1
                try loader.read(rest[...], number, refuse, progress)
                rest.removeAll(keepingCapacity: true)
                start = end + 1
            }
            while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
                number += 1
                try loader.read(bytes[start..<end], number, refuse, progress)
                start = end + 1
            }
            rest += bytes[start...]
        }
        if !rest.isEmpty { try loader.read(rest[...], number + 1, refuse, progress) }
        try loader.flush(progress)
        return loader.summary
    }
}

/// Gathers the statements of articles and stores them in groups of whole articles.
private struct StatementLoader {
    let store: Store
    private(set) var summary = StatementLoad()
    private var reader = StatementLineReader()
    private var group: [Reading] = []
    private var waiting = 0
    private var current: (head: ArticleHead, statements: [Statement])?
    /// The articles that this load has written.
    private var written: Set<Int64> = []

    /// Statements in a transaction: enough for its cost to vanish, few enough for memory and for other writers.
    private static let groupSize = 16_384

    init(store: Store) {
        self.store = store
    }

    mutating func read(
        _ line: ArraySlice<UInt8>, _ number: Int, _ refuse: (Int, JSONError) -> Void,
        _ progress: (StatementLoad) -> Void
    ) throws {
        if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return }
        let statement: Statement
        do throws(JSONError) {
            statement = try reader.read(line)
        } catch {
            summary.refused += 1
            return refuse(number, error)
        }
        summary.statements += 1
        if current?.head == statement.article {
            current?.statements.append(statement)
            return
        }
        close()
        current = (statement.article, [statement])
        if waiting >= Self.groupSize { try write(progress) }
    }

    mutating func flush(_ progress: (StatementLoad) -> Void) throws {
        close()
        if !group.isEmpty { try write(progress) }
        // Any writer counts first what was put off.
        try store.writeArticles { _ in }
    }

    private mutating func close() {
        guard let article = current else { return }
        group.append(Reading(head: article.head, statements: article.statements))
        waiting += article.statements.count
        current = nil
    }

    private mutating func write(_ progress: (StatementLoad) -> Void) throws {
        let (group, known) = (group, written)
        let outcomes = try store.writeArticles(putsOffCounts: true) { writer in
            try writer.write(group, adding: known)
        }
        for (outcome, article) in outcomes {
            let isFirst = written.insert(article).inserted
            switch outcome {
            case .added(let statements):
                summary.articlesAdded += isFirst ? 1 : 0
                summary.statementsAdded += statements
            case .unchanged: summary.articlesUnchanged += 1
            case .replaced(let added, let removed):
                summary.articlesReplaced += 1
                summary.statementsAdded += added
                summary.statementsRemoved += removed
            }
        }
        self.group.removeAll(keepingCapacity: true)
        waiting = 0
        progress(summary)
    }
}

extension ArticleWriter {
    /// Stores articles without their words; those that this load wrote before are added to.
    fileprivate mutating func write(
        _ group: [Reading], adding known: Set<Int64>
    ) throws -> [(IngestOutcome, Int64)] {
        var written = known
        return try group.map { reading in
            let (outcome, article) = try write(reading, addingTo: written)
            written.insert(article)
            return (outcome, article)
        }
    }
}
