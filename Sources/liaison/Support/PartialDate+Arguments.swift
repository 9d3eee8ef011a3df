internal import ArgumentParser
internal import LiaisonModel

extension PartialDate {
    /// Accepts a date of the calendar, as filters ask for it.
    /// - Throws: `ValidationError` that says what would be right.
    static func validate(_ text: String) throws {
        if PartialDate(text)?.isCalendar == true { return }
        throw ValidationError("\"\(text)\" is not a date; write 2025-06-17, 2025-06 or 2025")
    }
}
