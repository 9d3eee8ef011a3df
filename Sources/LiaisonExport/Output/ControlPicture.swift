/// The visible stand-ins that Unicode has for control characters, such as `␇` for BEL.
///
/// Formats and pictures that cannot hold a control character show its picture: nothing is dropped silently.
enum ControlPicture {
    /// The picture of a C0 control character or of DEL, as text.
    static func text(_ byte: UInt8) -> String {
        String(Character(picture(byte)))
    }

    /// The picture of a C0 control character or of DEL; any other byte as the character it is.
    static func picture(_ byte: UInt8) -> Unicode.Scalar {
        switch byte {
        case 0..<0x20: Unicode.Scalar(0x2400 + UInt32(byte)) ?? "\u{FFFD}"
        case 0x7F: "\u{2421}"
        default: Unicode.Scalar(byte)
        }
    }
}
