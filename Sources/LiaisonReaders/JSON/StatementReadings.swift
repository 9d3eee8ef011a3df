public import LiaisonModel

/// The statements in files of JSON Lines, article by article. Can be gone through once.
///
/// Memory is bounded by the statements of one article, besides eight bytes for each article that was seen.
public struct StatementReadings: Sequence, IteratorProtocol {
    /// What the lines of one article, or one bad line, gave.
    public enum Group: Hashable, Sendable {
        case statements(ArticleHead, [Statement])
        case refused(Refusal)
    }

    private var walk: InputWalk
    private var input: BufferedInput?
    private var path = ""
    private var line = 0
    private var linesRead = 0
    private var head: ArticleHead?
    private var statements: [Statement] = []
    private var refusals: [Refusal] = []
    private var seen: Set<Int> = []
    private var passedOver: ArticleHead?

    /// - Parameter paths: Files, folders, or `-` for standard input.
    public init(paths: [String]) {
        walk = InputWalk(paths: paths) { InputFormat(fileName: $0) == .jsonLines }
    }

    /// The next article's statements, or the next refusal; nil at the end.
    public mutating func next() -> Group? {
        while true {
            if let refusal = refusals.popLast() { return .refused(refusal) }
            guard input != nil else {
                if let group = takeGroup() { return group }
                guard let stop = walk.next() else { return nil }
                open(stop)
                continue
            }
            if let group = readLine() { return group }
        }
    }

    private mutating func open(_ stop: InputWalk.Stop) {
        switch stop {
        case .refused(let refusal): refusals.append(refusal)
        case .address(let address):
            refusals.append(Refusal(path: WebAddress.shown(address), reason: .fetch(.notFetching)))
        case .input(let path, _):
            self.path = path
            line = 0
            linesRead = 0
            do throws(ReadFailure) {
                input = BufferedInput(try FileSource(path: path))
            } catch {
                refusals.append(Refusal(path: path, reason: error.reason))
            }
        }
    }

    /// Reads one line; returns the article that it ends.
    private mutating func readLine() -> Group? {
        do throws(ReadFailure) {
            guard let next = try input?.line() else {
                input = nil
                if linesRead == 0 { refusals.append(Refusal(path: path, reason: .noArticles(.file))) }
                return takeGroup()
            }
            line += 1
            guard case .whole(let bytes, let isEnded) = next else {
                throw ReadFailure(reason: .tooLong(limit: BufferedInput.maximumArticle))
            }
            if bytes.allSatisfy({ $0 <= 0x20 }) { return nil }
            linesRead += 1
            do throws(JSONError) {
                return add(try Statement(json: JSONValue(parsing: bytes)))
            } catch {
                let isCut = !isEnded && bytes.last != UInt8(ascii: "}")
                throw ReadFailure(reason: isCut ? .cutOff(error.description) : .statement(error.description))
            }
        } catch {
            if case .unreadable = error.reason { input = nil }
            linesRead += 1
            refusals.append(Refusal(path: path, line: line == 0 ? nil : line, reason: error.reason))
            return nil
        }
    }

    private mutating func add(_ statement: Statement) -> Group? {
        if statement.article == head {
            statements.append(statement)
            return nil
        }
        if statement.article == passedOver { return nil }
        let ended = takeGroup()
        // Statements replace those the article had: a second group would wipe out the first.
        guard seen.insert(statement.article.hashValue).inserted else {
            passedOver = statement.article
            refusals.append(Refusal(path: path, line: line, reason: .scattered(statement.article.sha256)))
            return ended
        }
        head = statement.article
        statements = [statement]
        return ended
    }

    private mutating func takeGroup() -> Group? {
        guard let head else { return nil }
        defer {
            self.head = nil
            statements = []
        }
        return .statements(head, statements)
    }
}
