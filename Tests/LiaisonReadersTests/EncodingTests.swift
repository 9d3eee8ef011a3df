internal import LiaisonModel
internal import LiaisonReaders
internal import Testing

@Suite struct EncodingTests {
    private static let text = "L'été dernier, Orange a cédé « à regret » sa filiale — dès août."

    private func reading(_ bytes: [UInt8]) throws -> Reading {
        let folder = try TemporaryFolder()
        return try #require(try ArticleReader.readings(of: folder.write("a.txt", bytes)).first)
    }

    private func expect(_ bytes: [UInt8], is text: String, in encoding: TextEncoding) throws {
        guard case .article(let article, let origin) = try reading(bytes) else {
            Issue.record("refused: \(try reading(bytes))")
            return
        }
        #expect(article.text == text)
        #expect(origin.encoding == encoding)
    }

    private static func utf16(_ text: String, isLittleEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isLittleEndian ? bytes : bytes.reversed()
        }
    }

    private static let windows1252: [UInt8] = text.unicodeScalars.map { scalar in
        switch scalar {
        case "—": 0x97
        default: UInt8(scalar.value)
        }
    }

    @Test func `UTF-8 with a byte order mark loses the mark`() throws {
        try expect([0xEF, 0xBB, 0xBF] + Self.text.utf8, is: Self.text, in: .utf8)
    }

    @Test func `UTF-16 is read by its byte order mark`() throws {
        try expect([0xFF, 0xFE] + Self.utf16(Self.text, isLittleEndian: true), is: Self.text, in: .utf16LittleEndian)
        try expect([0xFE, 0xFF] + Self.utf16(Self.text, isLittleEndian: false), is: Self.text, in: .utf16BigEndian)
    }

    @Test func `UTF-16 without a mark is read where every other byte is zero`() throws {
        let text = "Orange a achete une filiale."
        try expect(Self.utf16(text, isLittleEndian: true), is: text, in: .utf16LittleEndian)
        try expect(Self.utf16(text, isLittleEndian: false), is: text, in: .utf16BigEndian)
    }

    @Test func `Windows-1252 is read where the letters with accents stand in words`() throws {
        try expect(Self.windows1252, is: Self.text, in: .windows1252)
    }

    @Test func `Windows-1252 may hold a pair of bytes that UTF-8 has too`() throws {
        // "É" and a no-break space, as French typography sets it before a closing quote.
        var bytes: [UInt8] = Self.windows1252 + [0x20, 0xAB, 0xA0]
        bytes += Array("LIBERT".utf8)
        bytes += [0xC9, 0xA0, 0xBB, 0x2E]
        try expect(bytes, is: Self.text + " «\u{A0}LIBERTÉ\u{A0}».", in: .windows1252)
    }

    @Test func `UTF-8 with a damaged byte is refused with its place`() throws {
        var bytes = Array(Self.text.utf8)
        let place = bytes.count
        bytes += [0xFF] + Array(" et la suite.".utf8)
        let refusal = try #require(try reading(bytes).refusal)
        #expect(refusal.reason == .encoding(offset: place))
        #expect(refusal.severity == .badData)
    }

    @Test func `UTF-8 cut inside a character is refused`() throws {
        let whole = Self.text.prefix { $0 != "—" }
        let bytes = Array(whole.utf8) + Array("—".utf8).dropLast()
        #expect(try reading(bytes).refusal?.reason == .encoding(offset: whole.utf8.count))
    }

    @Test func `a NUL is refused with its place`() throws {
        #expect(try reading(Array("abc\0def ghi".utf8)).refusal?.reason == .nul(offset: 3))
    }

    @Test func `an odd number of bytes is no UTF-16`() throws {
        #expect(try reading([0xFF, 0xFE, 0x41, 0x00, 0x42]).refusal?.reason == .encoding(offset: 4))
    }

    @Test func `random bytes are no text`() throws {
        var state: UInt64 = 7
        let bytes = (0..<2000).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 40) | 1
        }
        #expect(try reading(bytes).refusal?.severity == .badData)
    }

    @Test(arguments: [
        (Array("%PDF-1.7\n%".utf8), "a PDF file"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG picture"),
        ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], "a ZIP archive or an office document"),
        (Array("{\\rtf1\\ansi".utf8), "an RTF document"),
    ])
    func `a binary file is named for what it is`(bytes: [UInt8], kind: String) throws {
        #expect(try reading(bytes).refusal?.reason == .binary(kind))
    }

    @Test(arguments: [
        ("<meta charset=\"iso-8859-15\">", [0xA4, 0xBD], "€œ", TextEncoding.latin9),
        ("<meta content='text/html; charset=macintosh'>", [0x8E, 0xD0], "é–", .macRoman),
        ("<META CHARSET = 'Windows-1252'>", [0x80, 0x9C], "€œ", .windows1252),
    ])
    func `a page in a declared encoding is read in it`(
        declaration: String, bytes: [UInt8], text: String, encoding: TextEncoding
    ) throws {
        let folder = try TemporaryFolder()
        let body = String(repeating: "Virelec rachete Sondex, son rival, pour un bon prix. ", count: 6)
        let page =
            Array("<html><head>\(declaration)</head><body><p>\(body)".utf8) + bytes + Array("</p></body></html>".utf8)
        guard
            case .article(let article, let origin) = try ArticleReader.readings(of: folder.write("a.html", page)).first
        else {
            Issue.record("refused")
            return
        }
        #expect(article.text.hasSuffix(text))
        #expect(origin.encoding == encoding)
        #expect(origin.encodingSign == .declaration)
    }

    @Test func `a feed is read in the encoding that its XML declares`() throws {
        let folder = try TemporaryFolder()
        let feed = """
            <?xml version="1.0" encoding="ISO-8859-1"?><rss><channel><item><description>Éclor rachète Ambrel.</description></item></channel></rss>
            """
        let bytes = feed.unicodeScalars.map { UInt8($0.value) }
        #expect(
            try ArticleReader.readings(of: folder.write("a.rss", bytes)).first?.article?.text == "Éclor rachète Ambrel."
        )
    }

    @Test func `the result says what told the encoding`() throws {
        guard case .article(_, let marked) = try reading([0xEF, 0xBB, 0xBF] + Self.text.utf8),
            case .article(_, let plain) = try reading(Array(Self.text.utf8))
        else {
            Issue.record("refused")
            return
        }
        #expect(marked.encodingSign == .mark)
        #expect(plain.encodingSign == .bytes)
    }
}
