/// The records of a web archive, one after another, in memory for one record.
struct WARCRecords {
    private let input: BufferedInput
    /// The records that have begun so far.
    private(set) var number = 0

    /// Longer lines, and more of them, are in no record.
    private static let longestLine = 64 << 10
    private static let mostHeaders = 256

    init(input: BufferedInput) {
        self.input = input
    }

    /// Opens a file, compressed or not.
    init(path: String) throws(ReadFailure) {
        let file = BufferedInput(try FileSource(path: path))
        let isCompressed = try file.peek(2).elementsEqual(BinaryKind.gzip)
        input = isCompressed ? BufferedInput(try GzipSource(file)) : file
    }

    /// The next record; nil at the end.
    /// - Throws: `damaged` where what comes is no record: nothing after it can be trusted.
    mutating func next() throws(ReadFailure) -> WARCRecord? {
        guard let first = try version() else { return nil }
        number += 1
        guard first.hasPrefix("WARC/") else {
            throw ReadFailure(reason: .damaged("record \(number) of the archive does not begin with WARC/"))
        }
        var record = WARCRecord(headers: [])
        while true {
            guard let line = try line() else {
                throw ReadFailure(reason: .damaged("record \(number) of the archive ends too early"))
            }
            if line.isEmpty { break }
            guard record.headers.count < Self.mostHeaders else {
                throw ReadFailure(reason: .damaged("record \(number) of the archive has too many headers"))
            }
            if let header = WebHeaders.header(line) { record.headers.append(header) }
        }
        guard let length = record.header("content-length").flatMap({ Int($0) }), length >= 0 else {
            throw ReadFailure(reason: .damaged("record \(number) of the archive has no length"))
        }
        let isWanted = ["response", "resource"].contains(record.header("warc-type")?.lowercased())
        if isWanted, length <= BufferedInput.maximumArticle {
            record.block = try input.take(length)
        } else {
            try input.skip(length)
        }
        return record
    }

    /// The first line that is not empty.
    private func version() throws(ReadFailure) -> String? {
        while let line = try line() {
            if !line.isEmpty { return line }
        }
        return nil
    }

    private func line() throws(ReadFailure) -> String? {
        switch try input.line(limit: Self.longestLine) {
        case nil: return nil
        case .tooLong: throw ReadFailure(reason: .damaged("record \(number) of the archive has a line without an end"))
        case .whole(let bytes, _): return WebHeaders.text(bytes.last == 0x0D ? bytes.dropLast() : bytes[...])
        }
    }
}
