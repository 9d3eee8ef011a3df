/// Which datatype a date of the news has. Dates are EDTF (Library of Congress, 2019), whose exact forms XML Schema has too.
enum DateLiteral {
    case date
    case month
    case year
    /// Unsure, open, or not a date of the calendar: an EDTF literal.
    case edtf

    /// - Parameter bytes: the text of the date.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in bytes[range] {
                guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
                value = value * 10 + Int(byte - UInt8(ascii: "0"))
            }
            return value
        }
        self = .edtf
        guard [4, 7, 10].contains(bytes.count), let year = number(0..<4), year > 0 else { return }
        if bytes.count == 4 {
            self = .year
            return
        }
        guard bytes[4] == UInt8(ascii: "-"), let month = number(5..<7), (1...12).contains(month) else { return }
        if bytes.count == 7 {
            self = .month
            return
        }
        guard bytes[7] == UInt8(ascii: "-"), let day = number(8..<10),
            (1...Self.days(in: month, of: year)).contains(day)
        else { return }
        self = .date
    }

    private static func days(in month: Int, of year: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }
}
