internal import LiaisonModel
internal import LiaisonReaders

/// `ingest --dry-run`: what each input is taken for, without extracting or storing anything.
struct DryRun {
    var isJSON: Bool
    private(set) var refused = RefusalLog()
    private(set) var articles = 0

    init(isJSON: Bool) {
        self.isJSON = isJSON
    }

    mutating func run(_ readings: inout Readings) throws(Failure) {
        while !Interruption.isRequested, let reading = readings.next() {
            switch reading {
            case .refused(let refusal): refused.add(refusal)
            case .article(let article, let origin):
                articles += 1
                var json = JSONWriter()
                if isJSON {
                    Self.write(article, origin, to: &json)
                    try Terminal.put(json.bytes)
                } else {
                    try Terminal.put(Array((Self.line(article, origin) + "\n").utf8))
                }
            }
        }
    }

    private static func line(_ article: Article, _ origin: Origin) -> String {
        let place = origin.displayPath + (origin.line.map { ":\($0)" } ?? "")
        var parts = [
            place,
            origin.format.rawValue + (origin.isCompressed ? " in gzip" : "")
                + ", \(origin.encoding.rawValue) (\(origin.encodingSign.rawValue))",
            article.published ?? "no date",
        ]
        if let publisher = article.publisher { parts.append(publisher) }
        if !article.authors.isEmpty { parts.append(article.authors.joined(separator: ", ")) }
        if origin.isSummary { parts.append("a summary") }
        parts.append("\(Count.grouped(article.text.unicodeScalars.count)) characters")
        parts.append(article.title.map { "\"\($0)\"" } ?? "no title")
        return parts.map(printable).joined(separator: " · ")
    }

    /// Without control characters, which could do anything to a terminal.
    private static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(text.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
    }

    private static func write(_ article: Article, _ origin: Origin, to json: inout JSONWriter) {
        json.beginObject()
        json.field("path", origin.path)
        if let line = origin.line {
            json.key("line")
            json.integer(line)
        }
        json.field("format", origin.format.rawValue)
        json.field("encoding", origin.encoding.rawValue)
        json.field("encoding-sign", origin.encodingSign.rawValue)
        json.field("address", origin.address)
        json.field("retrieved", origin.retrieved)
        if origin.isSummary {
            json.key("summary")
            json.bool(true)
        }
        json.key("article")
        article.write(to: &json)
        json.endObject()
        json.newline()
    }
}
