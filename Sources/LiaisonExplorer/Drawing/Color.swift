internal import Foundation

/// A colour of the screen (sRGB).
struct Color: Hashable, Sendable {
    var red: UInt8
    var green: UInt8
    var blue: UInt8

    /// The darkest background of pages in the light.
    static let paper = Color(red: 0xF6, green: 0xF7, blue: 0xF9)
    /// The lightest background of pages in the dark.
    static let night = Color(red: 0x1C, green: 0x20, blue: 0x27)

    init(red: UInt8, green: UInt8, blue: UInt8) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    /// Reads `#rrggbb`.
    init?(_ text: String) {
        guard text.utf8.count == 7, text.hasPrefix("#"), let value = UInt32(text.dropFirst(), radix: 16) else {
            return nil
        }
        self.init(
            red: UInt8(value >> 16 & 255), green: UInt8(value >> 8 & 255), blue: UInt8(value & 255))
    }

    /// `#rrggbb`.
    var text: String { "#" + [red, green, blue].map(Palette.hexadecimal).joined() }

    /// The relative luminance of WCAG 2.2.
    var luminance: Double {
        func linear(_ byte: UInt8) -> Double {
            let value = Double(byte) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// The contrast ratio of WCAG 2.2, from 1 to 21.
    func contrast(with other: Color) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    /// Some of another colour mixed in.
    /// - Parameter share: how much of the other, from 0 to 1.
    func mixed(with other: Color, share: Double) -> Color {
        func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
            UInt8(clamping: Int((Double(a) * (1 - share) + Double(b) * share).rounded()))
        }
        return Color(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }

    /// The nearest shade of this colour that can be read on a background.
    func readable(on background: Color) -> Color {
        let pole =
            background.luminance > 0.4 ? Color(red: 0, green: 0, blue: 0) : Color(red: 255, green: 255, blue: 255)
        for step in 0...20 {
            let shade = mixed(with: pole, share: Double(step) / 20)
            if shade.contrast(with: background) >= 4.6 { return shade }
        }
        return pole
    }
}
