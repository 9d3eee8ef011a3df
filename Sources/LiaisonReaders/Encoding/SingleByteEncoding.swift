/// The encodings of Western Europe with a byte for each character.
enum SingleByteEncoding {
    /// The text of bytes in a declared encoding, nil where it is none of these. Bytes that stand for nothing become U+FFFD.
    static func text(of bytes: [UInt8], in encoding: TextEncoding) -> String? {
        switch encoding {
        case .windows1252: return Windows1252.decode(bytes)
        case .latin9: return decode(bytes) { latin9[$0] ?? Unicode.Scalar($0) }
        case .macRoman: return decode(bytes) { $0 < 0x80 ? Unicode.Scalar($0) : macRoman[Int($0) - 0x80] }
        case .utf8, .utf16LittleEndian, .utf16BigEndian: return nil
        }
    }

    private static func decode(_ bytes: [UInt8], _ scalar: (UInt8) -> Unicode.Scalar) -> String {
        var out = String.UnicodeScalarView()
        for byte in bytes { out.append(scalar(byte)) }
        return String(out)
    }

    /// Where ISO 8859-15 is not ISO 8859-1.
    private static let latin9: [UInt8: Unicode.Scalar] = [
        0xA4: "€", 0xA6: "Š", 0xA8: "š", 0xB4: "Ž", 0xB8: "ž", 0xBC: "Œ", 0xBD: "œ", 0xBE: "Ÿ",
    ]

    /// 0x80 to 0xFF of Mac OS Roman.
    private static let macRoman = Array(
        """
        ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
        """.unicodeScalars)
}
