internal import LiaisonModel

/// Reads a table with one article a row and the names of the fields in the first row (RFC 4180), in memory for one row.
struct TableReader: DocumentReader {
    private var rows: TableRows
    private let origin: Origin
    private let options: ReadingOptions
    private var columns: [String]?
    private var articles = 0
    private var isDone = false

    /// - Parameter separator: What separates columns; found from the first row where it is not given.
    init(input: BufferedInput, origin: Origin, options: ReadingOptions, separator: UInt8? = nil) {
        rows = TableRows(input: input, separator: separator)
        self.origin = origin
        self.options = options
    }

    mutating func next() -> Reading? {
        while !isDone {
            do throws(ReadFailure) {
                guard let cells = try rows.next() else { break }
                if cells.allSatisfy({ $0.isEmpty }) { continue }
                guard let columns else {
                    try readHead(cells)
                    continue
                }
                articles += 1
                return reading(cells, columns: columns)
            } catch {
                isDone = true
                return .refused(
                    Refusal(path: origin.path, line: columns == nil ? nil : rows.line, reason: error.reason))
            }
        }
        guard !isDone, articles == 0 else { return nil }
        isDone = true
        return .refused(Refusal(path: origin.path, reason: .noArticles(.file)))
    }

    private mutating func readHead(_ cells: [String]) throws(ReadFailure) {
        let names = cells.map { $0.trimmed }
        // A column of the reader's own name counts in any case; nobody minds "Text".
        columns = names.map { name in options.fields.all.first { $0.lowercased() == name.lowercased() } ?? name }
        guard columns?.contains(options.fields.text) == true else {
            throw ReadFailure(reason: .columns(wanted: options.fields.text, found: names))
        }
    }

    private func reading(_ cells: [String], columns: [String]) -> Reading {
        var origin = origin
        origin.line = rows.line
        if rows.isRecoded { origin.encoding = .windows1252 }
        let members = zip(columns, cells).filter { !$0.1.isEmpty }.map {
            JSONValue.Member(name: $0.0, value: .string($0.1))
        }
        do throws(JSONError) {
            var article = try options.fields.article(.object(members))
            article.published = article.published.flatMap { PublicationDate.read($0, words: options.words) }
            return ArticleCheck.reading(article, origin: origin)
        } catch {
            return .refused(Refusal(path: origin.path, line: origin.line, reason: .empty))
        }
    }
}
