internal import LiaisonModel

/// Dates of publication as metadata give them.
enum PublicationDate {
    /// The date of metadata: ISO 8601, or a date in words and nothing else but a time, as RFC 822 writes it.
    static func read(_ text: String, words: DatelineWords) -> String? {
        if let date = normalised(text) { return date }
        let line = Substring(text.trimmed)
        guard line.utf8.count <= 80 else { return nil }
        let tokens = LineToken.tokens(of: line)
        for language in words.languages {
            guard let match = DateParser(tokens: tokens).date(at: 0, in: language), !match.isOrderAssumed else {
                continue
            }
            return match.date
        }
        return nil
    }

    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, from ISO 8601 with or without a time; nil for anything that is no such date.
    static func normalised(_ text: String) -> String? {
        let bytes = Array(text.utf8.drop { $0 <= 0x20 })
        func digits(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[range] {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                value = value * 10 + Int(byte - UInt8(ascii: "0"))
            }
            return value
        }
        func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }
        func isEnd(_ index: Int) -> Bool {
            byte(index).map { $0 <= 0x20 || $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: "Z") } ?? true
        }
        guard let year = digits(0..<4) else { return nil }
        if isEnd(4) { return CalendarDate.text(year: year, month: 1, day: nil).map { String($0.prefix(4)) } }
        guard byte(4) == UInt8(ascii: "-"), let month = digits(5..<7) else { return nil }
        if isEnd(7) { return CalendarDate.text(year: year, month: month, day: nil) }
        guard byte(7) == UInt8(ascii: "-"), let day = digits(8..<10), isEnd(10) else { return nil }
        return CalendarDate.text(year: year, month: month, day: day)
    }
}
