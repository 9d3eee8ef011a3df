internal import LiaisonModel

/// Reads a file of JSON: an array of articles, articles one after another, or a single one; in memory for one article.
struct JSONReader: DocumentReader {
    private var elements: JSONElements
    private let origin: Origin
    private let options: ReadingOptions
    private var number = 0
    /// Entries of a feed, the last one first.
    private var waiting: [Reading] = []
    private var isDone = false

    private init(elements: JSONElements, origin: Origin, options: ReadingOptions) {
        self.elements = elements
        self.origin = origin
        self.options = options
    }

    /// A reader for the file, that of JSON Lines where it has one object a line.
    static func reader(
        input: BufferedInput, origin: Origin, options: ReadingOptions
    ) throws(ReadFailure) -> any DocumentReader {
        let head = try input.peek(1 << 17)
        if let feed = head.firstIndex(of: UInt8(ascii: "\n")), head[feed...].contains(UInt8(ascii: "{")),
            (try? JSONValue(parsing: Array(head[..<feed])))?.isObject == true
        {
            var origin = origin
            origin.format = .jsonLines
            return JSONLinesReader(input: input, origin: origin, options: options)
        }
        return JSONReader(elements: JSONElements(input: input), origin: origin, options: options)
    }

    mutating func next() -> Reading? {
        if let reading = waiting.popLast() { return reading }
        while !isDone {
            do throws(ReadFailure) {
                guard let bytes = try elements.next() else { break }
                number += 1
                do throws(JSONError) {
                    let json = try JSONValue(parsing: bytes)
                    if !elements.isArray, let entries = JSONFeed.articles(json, options: options) {
                        waiting = entries.enumerated().reversed().map(feedReading)
                        if let first = waiting.popLast() { return first }
                        continue
                    }
                    let article = try options.fields.article(json)
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

    private func feedReading(_ index: Int, _ article: Article) -> Reading {
        var origin = origin
        origin.line = index + 1
        origin.format = .feed
        return ArticleCheck.reading(article, origin: origin)
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
