internal import LiaisonModel

/// Reads a file of JSON: an array of articles, articles one after another, or a single one; in memory for one article.
struct JSONReader: DocumentReader {
    private var elements: JSONElements
    private let origin: Origin
    private var number = 0
    private var isDone = false

    private init(elements: JSONElements, origin: Origin) {
        self.elements = elements
        self.origin = origin
    }

    /// A reader for the file, that of JSON Lines where it has one object a line.
    static func reader(input: BufferedInput, origin: Origin) throws(ReadFailure) -> any DocumentReader {
        let head = try input.peek(1 << 17)
        if let feed = head.firstIndex(of: UInt8(ascii: "\n")), head[feed...].contains(UInt8(ascii: "{")),
            (try? JSONValue(parsing: Array(head[..<feed])))?.isObject == true
        {
            var origin = origin
            origin.format = .jsonLines
            return JSONLinesReader(input: input, origin: origin)
        }
        return JSONReader(elements: JSONElements(input: input), origin: origin)
    }

    mutating func next() -> Reading? {
        while !isDone {
            do throws(ReadFailure) {
                guard let bytes = try elements.next() else { break }
                number += 1
                do throws(JSONError) {
                    let article = try Article(json: JSONValue(parsing: bytes))
                    return ArticleCheck.reading(article, origin: placed)
                } catch {
                    return .refused(Refusal(path: origin.path, line: placed.line, reason: .json(error.description)))
                }
            } catch {
                isDone = true
                number += 1
                return .refused(Refusal(path: origin.path, line: placed.line, reason: error.reason))
            }
        }
        guard !isDone, number == 0 else { return nil }
        isDone = true
        return .refused(Refusal(path: origin.path, reason: .noArticles(.file)))
    }

    private var placed: Origin {
        var origin = origin
        if elements.isArray || number > 1 { origin.line = number }
        return origin
    }
}

extension JSONValue {
    fileprivate var isObject: Bool {
        if case .object = self { true } else { false }
    }
}
