/// Dates in the terminal: ISO where ISO can say it, words for what EDTF says in numbers that nobody knows.
enum DateWords {
    private static let parts = [
        21: "spring", 22: "summer", 23: "autumn", 24: "winter", 33: "Q1", 34: "Q2", 35: "Q3", 36: "Q4",
        40: "first half of", 41: "second half of",
    ]
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    /// `2026-41` as "second half of 2026", `XXXX-09` as "September"; every other date as it is.
    static func text(_ date: String) -> String {
        let fields = date.split(separator: "-")
        guard fields.count > 1, let second = Int(fields[1]) else { return date }
        if fields[0] == "XXXX", months.indices.contains(second - 1) {
            let month = months[second - 1]
            return fields.count == 3 ? "\(Int(fields[2]) ?? 0) \(month)" : month
        }
        guard fields.count == 2, let part = parts[second] else { return date }
        return "\(part) \(fields[0])"
    }
}
