internal import LiaisonModel

/// Reads a file with one article a line, in memory for one line.
struct JSONLinesReader: DocumentReader {
    private let input: BufferedInput
    private let origin: Origin
    private let options: ReadingOptions
    private var line = 0
    private var articles = 0
    private var isDone = false

    init(input: BufferedInput, origin: Origin, options: ReadingOptions) {
        self.input = input
        self.origin = origin
        self.options = options
    }

    mutating func next() -> Reading? {
        while !isDone {
            do throws(ReadFailure) {
                guard let next = try input.line() else { break }
                line += 1
                guard case .whole(let bytes, let isEnded) = next else {
                    throw ReadFailure(reason: .tooLong(limit: BufferedInput.maximumArticle))
                }
                if bytes.allSatisfy({ $0 <= 0x20 }) { continue }
                articles += 1
                return try reading(bytes, isEnded: isEnded)
            } catch {
                articles += 1
                // What cannot be read now cannot be read later; a bad line says nothing about the next.
                if case .unreadable = error.reason { isDone = true }
                return .refused(Refusal(path: origin.path, line: max(line, 1), reason: error.reason))
            }
        }
        guard !isDone, articles == 0 else { return nil }
        isDone = true
        return .refused(Refusal(path: origin.path, reason: .noArticles(.file)))
    }

    private func reading(_ bytes: [UInt8], isEnded: Bool) throws(ReadFailure) -> Reading {
        if let nul = bytes.firstIndex(of: 0) { throw ReadFailure(reason: .nul(offset: nul)) }
        var origin = origin
        origin.line = line
        do throws(JSONError) {
            return ArticleCheck.reading(try options.fields.article(JSONValue(parsing: bytes)), origin: origin)
        } catch {
            if !isEnded, bytes.last != UInt8(ascii: "}") { throw ReadFailure(reason: .cutOff(error.description)) }
            throw ReadFailure(reason: .json(error.description))
        }
    }
}
