/// Dates of the Gregorian calendar as text.
enum CalendarDate {
    /// `YYYY-MM-DD`, or `YYYY-MM` without a day; nil where there is no such date or no article could be of it.
    static func text(year: Int, month: Int, day: Int?) -> String? {
        guard (1600...2999).contains(year), (1...12).contains(month) else { return nil }
        let head = "\(year)-\(twoDigits(month))"
        guard let day else { return head }
        guard (1...length(ofMonth: month, year: year)).contains(day) else { return nil }
        return "\(head)-\(twoDigits(day))"
    }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
