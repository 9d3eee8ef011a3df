/// Exponential and logarithm of single precision from additions, multiplications and the bits of the number only, so that
/// models come out the same on every machine, whatever its mathematical library. Relative error below 1e-6.
package enum Exponential {
    /// e to the power of x, 0 below -87 and kept finite above 88.
    @inline(__always)
    package static func of(_ x: Float) -> Float {
        if x < -87 { return 0 }
        let bounded = min(x, 88)
        let scaled = bounded * 1.442_695_04
        let whole = (scaled + (scaled < 0 ? -0.5 : 0.5)).rounded(.towardZero)
        // The remainder in two steps, because ln 2 has no exact float.
        let rest = (bounded - whole * 0.693_359_375) + whole * 2.121_944_4e-4
        var sum: Float = 1.987_569_2e-4
        sum = sum * rest + 1.398_199_9e-3
        sum = sum * rest + 8.333_452e-3
        sum = sum * rest + 4.166_579_6e-2
        sum = sum * rest + 1.666_666_5e-1
        sum = sum * rest + 5e-1
        let value = sum * rest * rest + rest + 1
        return value * Float(bitPattern: UInt32(Int32(whole) + 127) << 23)
    }

    /// The natural logarithm of a positive normal number.
    package static func logarithm(_ x: Float) -> Float {
        guard x > 0 else { return -.infinity }
        var exponent = Float(Int32(x.bitPattern >> 23) - 126)
        var fraction = Float(bitPattern: x.bitPattern & 0x007F_FFFF | 0x3F00_0000)
        if fraction < 0.707_106_77 {
            exponent -= 1
            fraction += fraction
        }
        fraction -= 1
        let square = fraction * fraction
        var sum: Float = 7.037_683_6e-2
        for term: Float in [
            -1.151_461e-1, 1.167_699_9e-1, -1.242_014_1e-1, 1.424_932_3e-1, -1.666_805_7e-1, 2.000_071_5e-1,
            -2.499_999_4e-1, 3.333_333_1e-1,
        ] { sum = sum * fraction + term }
        sum = sum * fraction * square
        sum += exponent * -2.121_944_4e-4 - 0.5 * square
        return fraction + sum + exponent * 0.693_359_375
    }
}
