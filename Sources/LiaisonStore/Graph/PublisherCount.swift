internal import LiaisonModel

/// Counts who published articles: the publisher's name, else the host of the address, else the article itself.
struct PublisherCount {
    private struct Name {
        var text: BorrowedText
        var isHost: Bool
    }

    private var names: [Name] = []
    /// All names so far, where there is more to them than ASCII or than a handful.
    private var exact: Set<String> = []
    private static let handful = 16

    var count: Int { exact.isEmpty ? names.count : exact.count }

    /// Adds the publisher of an article, whose texts stay where they are as long as this counts.
    mutating func insert(_ record: StatementRecord) {
        let name = Self.name(of: record)
        if let name, exact.isEmpty, names.count < Self.handful {
            if !names.contains(where: { Self.isSame($0, name) }) { names.append(name) }
            return
        }
        for name in names { exact.insert(name.isHost ? name.text.string.lowercased() : name.text.string) }
        names = []
        let address = record.url.flatMap { WebAddress.host($0.string) }
        exact.insert(record.publisher?.string ?? address ?? record.sha256.string)
    }

    /// Nil for names that cannot be compared byte by byte.
    private static func name(of record: StatementRecord) -> Name? {
        if let publisher = record.publisher { return isASCII(publisher) ? Name(text: publisher, isHost: false) : nil }
        guard let url = record.url else { return Name(text: record.sha256, isHost: false) }
        guard isASCII(url) else { return nil }
        return host(url).map { Name(text: $0, isHost: true) } ?? Name(text: record.sha256, isHost: false)
    }

    /// See `WebAddress.host`.
    private static func host(_ url: BorrowedText) -> BorrowedText? {
        let bytes = url.bytes
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon + 2 < bytes.count,
            bytes[colon + 1] == UInt8(ascii: "/"), bytes[colon + 2] == UInt8(ascii: "/")
        else { return nil }
        var start = colon + 3
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "/"), bytes[end] != UInt8(ascii: "?"),
            bytes[end] != UInt8(ascii: "#")
        {
            end += 1
        }
        // What stands before the last @ that something follows is a name and password.
        while end > start, bytes[end - 1] == UInt8(ascii: "@") { end -= 1 }
        if let at = bytes[start..<end].lastIndex(of: UInt8(ascii: "@")) { start = at + 1 }
        if end - start >= 4, bytes[start..<start + 4].elementsEqual("www.".utf8) { start += 4 }
        return start < end ? BorrowedText(UnsafeBufferPointer(rebasing: bytes[start..<end])) : nil
    }

    private static func isASCII(_ text: BorrowedText) -> Bool {
        text.bytes.allSatisfy { $0 < 0x80 }
    }

    private static func isSame(_ a: Name, _ b: Name) -> Bool {
        guard a.text.count == b.text.count else { return false }
        for index in 0..<a.text.count {
            let x = a.isHost ? lower(a.text.bytes[index]) : a.text.bytes[index]
            let y = b.isHost ? lower(b.text.bytes[index]) : b.text.bytes[index]
            if x != y { return false }
        }
        return true
    }

    private static func lower(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}
