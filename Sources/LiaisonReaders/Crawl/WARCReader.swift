/// Reads the pages and feeds of a web archive.
///
/// Records that are no answer of a server, redirects, errors, pictures and scripts are passed over; a page that holds no article
/// is named.
struct WARCReader: DocumentReader {
    private var records: WARCRecords
    private let origin: Origin
    private let options: ReadingOptions
    private var current: Document?
    /// The address of ``current``.
    private var address: String?
    private var documents = 0
    private var isDone = false

    init(input: BufferedInput, origin: Origin, options: ReadingOptions) {
        records = WARCRecords(input: input)
        self.origin = origin
        self.options = options
    }

    mutating func next() -> Reading? {
        while !isDone {
            if let reading = current?.next() { return placed(reading) }
            current = nil
            do throws(ReadFailure) {
                guard let record = try records.next() else { break }
                guard let response = record.response, response.status == 200 else { continue }
                do throws(ReadFailure) {
                    guard let document = try document(response, of: record) else { continue }
                    documents += 1
                    current = document
                    address = response.address.text
                } catch {
                    documents += 1
                    var refusal = Refusal(path: origin.path, line: records.number, reason: error.reason)
                    refusal.address = response.address.text
                    return .refused(refusal)
                }
            } catch {
                isDone = true
                return .refused(
                    Refusal(path: origin.path, line: records.number == 0 ? nil : records.number, reason: error.reason))
            }
        }
        guard !isDone, documents == 0 else { return nil }
        isDone = true
        return .refused(Refusal(path: origin.path, reason: .noArticles(.file)))
    }

    /// The document in an answer; nil for what a crawl brings besides pages and feeds.
    private func document(_ response: WebResponse, of record: WARCRecord) throws(ReadFailure) -> Document? {
        do throws(ReadFailure) {
            let input = try response.content()
            let format = try response.format(head: input.peek(Document.headLength))
            guard record.isKept || format == .html || format == .feed, format != .warc else { return nil }
            return try Document(
                response: response, content: input, format: format, origin: origin, options: options)
        } catch {
            // Pictures and the like; in an archive nobody minds them.
            if case .fetch(.mediaType) = error.reason, !record.isKept { return nil }
            throw error
        }
    }

    private func placed(_ reading: Reading) -> Reading {
        switch reading {
        case .article(let article, var origin):
            origin.line = records.number
            return .article(article, origin)
        case .refused(var refusal):
            refusal.line = records.number
            refusal.address = address
            return .refused(refusal)
        }
    }
}
