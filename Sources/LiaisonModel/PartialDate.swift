/// A date as far as it is known, in the forms of EDTF that statements have: `2025-06-17`, `2025-06`, `2025`, `2025-21` for the
/// spring of that year, `XXXX-06` for June of some year, `20XX` for some year of a century.
///
/// See the Library of Congress, "Extended Date/Time Format (EDTF) Specification" (2019), levels 0 to 2.
public struct PartialDate: Hashable, Sendable {
    /// As it was written.
    public let text: String
    private let year: Int?
    /// A month, or the number of a season, quarter or half.
    private let part: Int?
    private let day: Int?

    /// The numbers of seasons, quarters and halves of a year, with the month that each begins in: 21 to 24 are spring to
    /// winter, 25 to 28 the same in the north, 29 to 32 in the south, 33 to 36 quarters, 37 to 39 thirds, 40 and 41 halves.
    private static let partMonths = [3, 6, 9, 12, 3, 6, 9, 12, 9, 12, 3, 6, 1, 4, 7, 10, 1, 5, 9, 1, 7]
    private static let firstPart = 21

    /// Nil for what is no date, and for a day or month that there is not.
    public init?(_ text: String) {
        self.text = text
        let fields = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard (1...3).contains(fields.count), fields[0].count == 4, fields.dropFirst().allSatisfy({ $0.count == 2 })
        else { return nil }
        // Digits first, then what is not known of the year.
        let known = fields[0].prefix { Self.isDigit($0) }
        guard fields[0].dropFirst(known.count).allSatisfy({ $0 == UInt8(ascii: "X") }),
            known.isEmpty || known.count >= 2, fields.dropFirst().joined().allSatisfy(Self.isDigit)
        else { return nil }
        year = known.count == 4 ? Int(Substring(known)) : nil
        part = fields.count > 1 ? Int(Substring(fields[1])) : nil
        day = fields.count > 2 ? Int(Substring(fields[2])) : nil
        guard let part else { return }
        // Some month of some year in a century says nothing.
        if !known.isEmpty && known.count < 4 { return nil }
        if (1...12).contains(part) {
            if let day, !(1...Self.length(ofMonth: part, year: year ?? 2000)).contains(day) { return nil }
        } else {
            guard Self.partMonths.indices.contains(part - Self.firstPart), day == nil, year != nil else { return nil }
        }
    }

    /// Whether it is a year, a month of one or a day of that, as the calendar has them.
    public var isCalendar: Bool { year != nil && (part.map { (1...12).contains($0) } ?? true) }

    /// What dates are sorted by: a season, quarter or half stands where its first month does, and a date without a year
    /// after all others.
    public static func order(of text: String) -> String {
        guard let date = PartialDate(text), let year = date.year, let part = date.part, part >= firstPart else {
            return text
        }
        let month = partMonths[part - firstPart]
        let digits = String(year)
        return String(repeating: "0", count: 4 - digits.utf8.count) + digits + (month < 10 ? "-0" : "-") + String(month)
    }

    /// Whether one date stands before another; of those that begin together the shorter, then by the text.
    public static func precedes(_ a: String, _ b: String) -> Bool {
        let (x, y) = (order(of: a), order(of: b))
        return x == y ? a < b : x < y
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
