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

    init(_ end: EdgeRecord.End) {
        bits = end.digest
    }

    func write(to out: ByteOutput) {
        out.byte(UInt8(ascii: "e"))
        out.hexadecimal(bits, digits: 16)
    }

    package var text: String {
        let digits = String(bits, radix: 16)
        return "e" + String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
