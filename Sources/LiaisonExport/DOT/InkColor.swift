/// Colours for letters.
enum InkColor {
    /// A darker shade of `#rrggbb` with a contrast of at least 4.5 to a pale ground (WCAG 2.1, 1.4.3); other texts stay.
    static func readable(_ color: String) -> String {
        guard color.utf8.count == 7, color.hasPrefix("#"), let value = Int(color.dropFirst(), radix: 16) else {
            return color
        }
        var parts = [Double(value >> 16 & 255), Double(value >> 8 & 255), Double(value & 255)]
        // The luminance of the palest ground is about 0.8.
        while 0.85 / (luminance(parts) + 0.05) < 4.8 { parts = parts.map { $0 * 0.95 } }
        return "#"
            + parts.map { part in
                let digits = String(Int(part), radix: 16)
                return digits.utf8.count == 1 ? "0" + digits : digits
            }.joined()
    }

    /// See WCAG 2.1, "relative luminance", with a square in place of the power of 2.4.
    private static func luminance(_ parts: [Double]) -> Double {
        let (r, g, b) = (parts[0] / 255, parts[1] / 255, parts[2] / 255)
        return 0.2126 * r * r + 0.7152 * g * g + 0.0722 * b * b
    }
}
