internal import LiaisonModel

/// A key of this process, and what is signed with it.
struct Secret: Sendable {
    private let key: [UInt8]

    init() {
        var random = SystemRandomNumberGenerator()
        key = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    }

    /// A name that nobody can guess: 128 bits in hexadecimal.
    static func nonce() -> String {
        var random = SystemRandomNumberGenerator()
        return Hexadecimal.text((0..<16).map { _ in UInt8.random(in: .min ... .max, using: &random) })
    }

    /// The signature of a text: HMAC-SHA-256 (RFC 2104), in hexadecimal.
    func signature(of text: String) -> String {
        func pad(_ value: UInt8) -> [UInt8] {
            (0..<64).map { ($0 < key.count ? key[$0] : 0) ^ value }
        }
        var inner = SHA256()
        inner.update(pad(0x36))
        inner.update(text.utf8)
        var outer = SHA256()
        outer.update(pad(0x5C))
        outer.update(inner.finalize())
        return Hexadecimal.text(outer.finalize())
    }

    /// Whether two texts are the same, in a time that does not tell where they differ.
    static func isSame(_ a: String, _ b: String) -> Bool {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        var difference = a.count ^ b.count
        for index in 0..<max(a.count, b.count) {
            difference |= Int((index < a.count ? a[index] : 0) ^ (index < b.count ? b[index] : 0))
        }
        return difference == 0
    }
}
