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

    /// Any address as a valid `xsd:anyURI`: what RFC 3986 and RFC 3987 do not allow is percent-encoded.
    static func encoded(_ address: String) -> String {
        var address = address
        let isClean = address.withUTF8 { bytes in bytes.allSatisfy { isAllowed($0) } }
        if isClean { return address }
        var out: [UInt8] = []
        for byte in address.utf8 {
            if isAllowed(byte) {
                out.append(byte)
            } else {
                let digits = Array("0123456789ABCDEF".utf8)
                out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
            UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
            false
        default: true
        }
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
