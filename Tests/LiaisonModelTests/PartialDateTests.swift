import LiaisonModel
import Testing

struct PartialDateTests {
    @Test(arguments: ["2025", "2025-06", "2025-06-17", "2024-02-29", "0001-01-01"])
    func `a day, month or year is a date of the calendar`(text: String) throws {
        #expect(try #require(PartialDate(text)).isCalendar)
    }

    @Test(arguments: ["2025-21", "2026-33", "2026-41", "XXXX-06", "XXXX-02-29", "20XX", "202X"])
    func `a season, a quarter and what lacks its year are dates, but not of the calendar`(text: String) throws {
        #expect(try !#require(PartialDate(text)).isCalendar)
    }

    @Test(arguments: [
        "", "25", "2025-6", "2025-13", "2025-00", "2024-02-30", "2025-02-29", "2025-04-31", "2025-06-17-01", "2024-99",
        "2025-21-01", "20XX-06", "2X25", "XXXX-21", "yesterday", "2025/06/17", "2025-",
    ])
    func `what the calendar does not have is no date`(text: String) {
        #expect(PartialDate(text) == nil)
    }

    @Test func `a season stands where it begins`() {
        let dates = ["2024-10-24", "2024-21", "XXXX-01", "2024-04-02", "2024", "2025-33", "2024-12-31", "2024-03"]
        #expect(
            dates.sorted(by: PartialDate.precedes)
                == ["2024", "2024-03", "2024-21", "2024-04-02", "2024-10-24", "2024-12-31", "2025-33", "XXXX-01"])
    }
}
