import LiaisonModel
import Testing

@Suite struct ExactDecimalTests {
    @Test(
        "numbers are written as they are meant",
        arguments: [
            ("200000000", "200000000"), ("0.49", "0.49"), ("0.490", "0.49"), ("-1.5e3", "-1500"), ("1E-2", "0.01"),
            ("0", "0"),
            ("10.0", "10"), ("9223372036854775807", "9223372036854775807"),
        ])
    func writes(_ text: String, _ expected: String) {
        #expect(ExactDecimal(text)?.description == expected)
    }

    @Test(
        "what is no number, or does not fit, is nil",
        arguments: ["", "-", "1.2.3", "1e", "e5", "0x10", "99999999999999999999", "1e999", " 1"])
    func refuses(_ text: String) {
        #expect(ExactDecimal(text) == nil)
    }

    @Test("a product is exact, or nil when it does not fit")
    func multiplies() {
        #expect(ExactDecimal("1.5")?.multiplied(by: ExactDecimal(1_000_000_000))?.description == "1500000000")
        #expect(ExactDecimal(.max).multiplied(by: ExactDecimal(10)) == nil)
    }

    @Test(
        "numbers are ordered by value, whatever their decimals",
        arguments: [("1", "2"), ("0.49", "0.5"), ("-1.5", "-1.25"), ("-0.1", "0.05"), ("12.999", "13"), ("1", "9e15")])
    func order(smaller: String, larger: String) throws {
        let (a, b) = (try #require(ExactDecimal(smaller)), try #require(ExactDecimal(larger)))
        #expect(a < b)
        #expect(!(b < a))
        #expect(!(a < a))
    }
}
