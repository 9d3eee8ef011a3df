/// A decimal number kept exactly: money and stakes never pass through binary floating point.
///
/// The value is `coefficient × 10^exponent`, normalised so that the coefficient has no trailing zero
/// unless the exponent is 0 or the number is an integer.
public struct ExactDecimal: Hashable, Sendable, CustomStringConvertible {
    public private(set) var coefficient: Int64
    /// Zero or negative, not below -18.
    public private(set) var exponent: Int

    public init(_ integer: Int64) {
        coefficient = integer
        exponent = 0
    }

    /// `coefficient × 10^exponent`; nil when the value does not fit or has more than 18 decimals.
    public init?(coefficient: Int64, exponent: Int) {
        var (c, e) = (coefficient, exponent)
        while e > 0 {
            let (product, overflow) = c.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            (c, e) = (product, e - 1)
        }
        while e < 0 && c % 10 == 0 { (c, e) = (c / 10, e + 1) }
        guard e >= -18 else { return nil }
        (self.coefficient, self.exponent) = (c, e)
    }

    /// Reads a JSON number: `200000000`, `0.49`, `-1.5e9`. Nil when it is not one or does not fit.
    public init?(_ text: some StringProtocol) {
        self.init(utf8: text.utf8)
    }

    /// Like ``init(_:)-(StringProtocol)``, from UTF-8.
    public init?(utf8: some Sequence<UInt8>) {
        var coefficient: Int64 = 0
        var exponent = 0
        var written = 0
        var digits = 0
        var (negative, fraction, inExponent, exponentNegative, exponentDigits) = (false, false, false, false, 0)
        var first = true
        for byte in utf8 {
            defer { first = false }
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digit = Int64(byte - UInt8(ascii: "0"))
                if inExponent {
                    written = written * 10 + Int(digit)
                    exponentDigits += 1
                    if written > 400 { return nil }
                    continue
                }
                digits += 1
                let (product, over) = coefficient.multipliedReportingOverflow(by: 10)
                let (sum, over2) = product.addingReportingOverflow(digit)
                if over || over2 {
                    // Digits beyond what fits matter only if they are not zero.
                    if digit != 0 || !fraction { return nil }
                    continue
                }
                coefficient = sum
                if fraction { exponent -= 1 }
            case UInt8(ascii: "-") where first: negative = true
            case UInt8(ascii: ".") where !fraction && !inExponent && digits > 0: fraction = true
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                if inExponent || digits == 0 { return nil }
                inExponent = true
            case UInt8(ascii: "-") where inExponent && exponentDigits == 0: exponentNegative = true
            case UInt8(ascii: "+") where inExponent && exponentDigits == 0: break
            default: return nil
            }
        }
        if digits == 0 || (inExponent && exponentDigits == 0) { return nil }
        self.init(
            coefficient: negative ? -coefficient : coefficient,
            exponent: exponent + (exponentNegative ? -written : written))
    }

    /// This number times another; nil when the product does not fit.
    public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
        return overflow ? nil : ExactDecimal(coefficient: product, exponent: exponent + other.exponent)
    }

    /// The plain decimal notation, without exponent: `"0.49"`, `"200000000"`.
    public var description: String {
        if exponent == 0 { return String(coefficient) }
        var digits = String(coefficient.magnitude)
        let places = -exponent
        if digits.utf8.count <= places {
            digits = String(repeating: "0", count: places + 1 - digits.utf8.count) + digits
        }
        let cut = digits.index(digits.endIndex, offsetBy: -places)
        return (coefficient < 0 ? "-" : "") + digits[..<cut] + "." + digits[cut...]
    }

    /// The nearest binary number, for drawing and comparing sizes only.
    public var approximate: Double {
        var value = Double(coefficient)
        for _ in 0..<(-exponent) { value /= 10 }
        return value
    }
}

extension ExactDecimal: Comparable {
    public static func < (a: ExactDecimal, b: ExactDecimal) -> Bool { a.parts < b.parts }

    /// The whole part, and what is left in units of 10⁻¹⁸; both have the sign of the number.
    private var parts: (Int64, Int64) {
        func power(_ exponent: Int) -> Int64 { (0..<exponent).reduce(1) { product, _ in product * 10 } }
        let unit = power(-exponent)
        return (coefficient / unit, coefficient % unit * power(18 + exponent))
    }
}
