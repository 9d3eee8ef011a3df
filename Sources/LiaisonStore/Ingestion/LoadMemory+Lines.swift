internal import Foundation
internal import LiaisonModel

extension LoadMemory {
    /// The article whose lines are being read.
    enum Current {
        case none
        /// The store has nothing at its address: its statements are written as they are read.
        case new(ArticleWriter.NewArticle)
        /// Its statements are gathered, and compared with what the store has.
        case known(ArticleHead, [Statement])
    }

    /// Writes the statements of whole articles.
    /// - Parameter number: the number of the first line.
    /// - Returns: the summary with these lines.
    mutating func load(
        _ bytes: UnsafeBufferPointer<UInt8>, from number: Int, _ writer: inout ArticleWriter, _ summary: StatementLoad,
        _ refuse: (Int, JSONError) -> Void
    ) throws -> StatementLoad {
        if writer.hasForgotten { forgetRows() }
        // Into an empty store, indexes are built at the end.
        if summary.statements == 0, try writer.isEmpty() {
            try writer.beginWhole()
        } else if writer.holds(tally) {
            writer.tally = tally
        }
        try writer.gather(in: &image)
        // Where this transaction fails, none of it is kept.
        tally = nil
        self.summary = summary
        (current, articleBytes) = (.none, [])
        let first = number
        var (start, number) = (0, number)
        // A line is written while what the next one is about is fetched from memory.
        var waiting = Line(bytes: UnsafeBufferPointer(start: nil, count: 0), number: number)
        var lastArticle = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
        func write() throws {
            if let error = try load(&waiting, &writer) {
                self.summary.refused += 1
                refuse(waiting.number, error)
            }
        }
        while start < bytes.count {
            let end = Self.lineFeed(bytes, from: start) ?? bytes.count
            var line = Line(bytes: UnsafeBufferPointer(rebasing: bytes[start..<end]), number: number)
            if let slices = StatementSlices(line.bytes, lastArticle: lastArticle, shape) {
                lastArticle = slices.article
                line.hashes = ends.hashes(slices.subject, slices.object)
                line.slices = consume slices
            }
            if number > first { try write() }
            ends.fetch(line.hashes)
            waiting = line
            start = end + 1
            number += 1
        }
        if number > first { try write() }
        try close(&writer)
        try writer.statements.writeAll()
        try writer.entities.writeAll()
        tally = writer.tally
        lines = number - first
        return self.summary
    }

    /// A line that is read and not yet written.
    private struct Line: ~Copyable {
        let bytes: UnsafeBufferPointer<UInt8>
        let number: Int
        /// Its statement; nil where it has to be read in full.
        var slices: StatementSlices?
        /// Those of its ends.
        var hashes: (UInt64, UInt64) = (0, 0)

        init(bytes: UnsafeBufferPointer<UInt8>, number: Int) {
            (self.bytes, self.number) = (bytes, number)
        }
    }

    /// Writes the statement of one line; returns what is wrong with the line otherwise.
    private mutating func load(_ line: inout Line, _ writer: inout ArticleWriter) throws -> JSONError? {
        if let slices = line.slices.take(), try load(slices, line.hashes, &writer) { return nil }
        let line = line.bytes
        if line.allSatisfy(Self.isSpace) { return nil }
        let statement: Statement
        do throws(JSONError) {
            statement = try reader.read(line)
        } catch {
            return error
        }
        try begin(statement.article, &writer)
        articleBytes = []
        summary.statements += 1
        switch current {
        case .new(let article): try writer.add(statement, to: article)
        case .known(let head, var statements):
            current = .none
            statements.append(statement)
            current = .known(head, statements)
        case .none: break
        }
        return nil
    }

    /// Writes a statement from where it lies; false when it has to be read in full.
    private mutating func load(
        _ slices: borrowing StatementSlices, _ hashes: (UInt64, UInt64), _ writer: inout ArticleWriter
    ) throws -> Bool {
        if !Bytes.areEqual(articleBytes, slices.article) {
            guard let head = StatementSlices.head(slices.article, shape) else { return false }
            try begin(head, &writer)
            articleBytes = Array(slices.article)
        }
        guard case .new(let article) = current else { return false }
        let subject: EndTable.End
        let object: EndTable.End
        if let known = ends.both(slices.subject, slices.object, hashes) {
            (subject, object) = known
        } else {
            guard var first = try end(slices.subject, &writer) else { return false }
            let generation = ends.generation
            guard let second = try end(slices.object, &writer) else { return false }
            if ends.generation != generation {
                guard let again = try end(slices.subject, &writer) else { return false }
                first = again
            }
            (subject, object) = (first, second)
        }
        guard let relation = try relation(slices.relation, &writer), let rule = try rule(slices.rule, &writer)
        else { return false }
        try writer.add(slices, subject, relation, object, rule, ends, to: article)
        summary.statements += 1
        return true
    }

    // MARK: Articles

    private mutating func begin(_ head: ArticleHead, _ writer: inout ArticleWriter) throws {
        switch current {
        case .new(let article) where article.head == head: return
        case .known(let known, _) where known == head: return
        default: break
        }
        try close(&writer)
        if let article = try writer.newArticle(head) {
            current = .new(article)
        } else {
            current = .known(head, [])
        }
    }

    private mutating func close(_ writer: inout ArticleWriter) throws {
        defer { current = .none }
        let (outcome, article): (IngestOutcome, Int64)
        switch current {
        case .none: return
        case .new(let new): (outcome, article) = (try writer.finish(new), new.id)
        case .known(let head, let statements):
            (outcome, article) = try writer.write(Reading(head: head, statements: statements), addingTo: written)
            if outcome != .unchanged { writer.tally = nil }
        }
        let isFirst = written.insert(article).inserted
        switch outcome {
        case .added(let statements):
            summary.articlesAdded += isFirst ? 1 : 0
            summary.statementsAdded += statements
        case .unchanged:
            summary.articlesUnchanged += 1
        case .replaced(let added, let removed):
            summary.articlesReplaced += 1
            summary.statementsAdded += added
            summary.statementsRemoved += removed
            // Entities may have gone with the statements.
            forgetRows()
        }
    }

    // MARK: Rows

    private mutating func end(
        _ bytes: UnsafeBufferPointer<UInt8>, _ writer: inout ArticleWriter
    ) throws -> EndTable.End? {
        if let known = ends[bytes] { return known }
        guard let reference = StatementSlices.end(bytes, shape) else { return nil }
        return ends.insert(bytes, reference, try writer.intern(reference))
    }

    private mutating func relation(
        _ bytes: UnsafeBufferPointer<UInt8>, _ writer: inout ArticleWriter
    ) throws -> Relation? {
        if let known = relations[bytes] { return known }
        guard let name = String(validating: bytes, as: UTF8.self) else { return nil }
        let relation = Relation(Array(bytes), name, try writer.relation(name))
        relations.insert(relation)
        return relation
    }

    private mutating func rule(_ bytes: UnsafeBufferPointer<UInt8>, _ writer: inout ArticleWriter) throws -> Rule? {
        if let known = rules[bytes] { return known }
        guard let name = String(validating: bytes, as: UTF8.self) else { return nil }
        let rule = Rule(Array(bytes), name, try writer.rule(name))
        rules.insert(rule)
        return rule
    }

    // MARK: Bytes

    static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0D || byte == 0x09
    }

    private static func lineFeed(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard let base = bytes.baseAddress, let found = memchr(base + start, 0x0A, bytes.count - start) else {
            return nil
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }
}
