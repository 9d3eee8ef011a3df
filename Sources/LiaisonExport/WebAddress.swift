internal import LiaisonModel

/// Addresses that may be followed from a picture or a page.
package enum WebAddress {
    /// The address with what a URL cannot hold percent-encoded, or nil when it is not of the web: a link in a picture must
    /// never run a script or open a local file.
    package static func link(_ address: String?) -> String? {
        guard let address else { return nil }
        var text = address
        let isWeb = text.withUTF8 { bytes in
            starts(bytes, with: "https://") || starts(bytes, with: "http://")
        }
        return isWeb ? encoded(text) : nil
    }

    /// Whether an address is of the web and needs nothing encoded.
    static func isPlainLink(_ address: BorrowedText) -> Bool {
        (starts(address.bytes, with: "https://") || starts(address.bytes, with: "http://"))
            && EscapeTable.address.isClean(address)
    }

    /// Any address as a valid `xsd:anyURI`: what RFC 3986 and RFC 3987 do not allow is percent-encoded.
    static func encoded(_ address: String) -> String {
        let table = EscapeTable.address
        var address = address
        if address.withUTF8({ table.isClean(BorrowedText($0)) }) { return address }
        let bytes = address.utf8.flatMap { table.classes[Int($0)] == 0 ? [$0] : table.replacement(of: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func starts(_ bytes: UnsafeBufferPointer<UInt8>, with prefix: StaticString) -> Bool {
        guard bytes.count > prefix.utf8CodeUnitCount else { return false }
        // Schemes are case-insensitive; bit 5 is what tells upper from lower case.
        for index in 0..<prefix.utf8CodeUnitCount {
            let wanted = prefix.utf8Start[index]
            let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(wanted)
            if (isLetter ? bytes[index] | 0x20 : bytes[index]) != wanted { return false }
        }
        return true
    }
}
