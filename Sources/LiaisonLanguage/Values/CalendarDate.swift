/// A day of the proleptic Gregorian calendar, counted without a time zone.
///
/// The conversions are those of H. Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2013).
struct CalendarDate: Hashable, Sendable {
    var year: Int
    var month: Int
    var day: Int

    /// Days since 1970-01-01.
    var dayNumber: Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    init(year: Int, month: Int, day: Int) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    init(dayNumber: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// 1 for Monday.
    var weekday: Int {
        let days = dayNumber + 3
        return (days % 7 + 7) % 7 + 1
    }

    /// Whether the day exists.
    var isValid: Bool {
        (1...12).contains(month) && day >= 1 && CalendarDate(dayNumber: dayNumber) == self
    }

    /// `2025-06-16`
    var edtf: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))" }

    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    func adding(days: Int) -> CalendarDate { CalendarDate(dayNumber: dayNumber + days) }
}

/// A publication date, which may lack its day or month.
struct PublicationDate: Sendable, Hashable {
    var year: Int
    var month: Int?
    var day: Int?

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a time after it is ignored.
    init?(_ text: String) {
        let date = text.utf8.prefix(10)
        let parts = date.split(separator: 0x2D, omittingEmptySubsequences: false).map { part -> Int? in
            guard !part.isEmpty, part.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
            return part.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        guard let first = parts.first, let year = first, (1000...9999).contains(year) else { return nil }
        self.year = year
        if parts.count > 1, let month = parts[1], (1...12).contains(month) {
            self.month = month
            if parts.count > 2, let day = parts[2], CalendarDate(year: year, month: month, day: day).isValid {
                self.day = day
            }
        }
    }

    /// The day, where it is known.
    var date: CalendarDate? {
        guard let month, let day else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}
