package import LiaisonModel

/// The identifier of an entity in all exports: `e` and sixteen hexadecimal digits of its key's SHA-256.
///
/// It is the same in every view, format and store, is a bare word in every syntax, and says nothing that a strange name
/// could break. Two of a million entities share a code with a probability of 3 in 100 million.
package struct EntityCode: Hashable {
    let bits: UInt64

    package init(_ key: EntityKey) {
        bits = SHA256.prefix(of: key.text)
    }

    func write(to out: ByteOutput) {
        out.byte(UInt8(ascii: "e"))
        var shift: UInt64 = 60
        for _ in 0..<16 {
            let digit = UInt8(truncatingIfNeeded: bits >> shift & 15)
            out.byte(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
            shift = shift &- 4
        }
    }

    package var text: String {
        let digits = String(bits, radix: 16)
        return "e" + String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
