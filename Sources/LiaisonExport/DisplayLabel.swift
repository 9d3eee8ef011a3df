/// The form of a name that is shown: on one node of a picture, in a list, in any format.
///
/// Names are arbitrary text from the news. A label keeps them as they are, except that control characters other than line
/// feeds between lines become their pictures, noncharacters become U+FFFD, and what is longer than ``maximumLength`` is cut.
/// The exact name always stands beside it in the export.
package enum DisplayLabel {
    /// In code points. Graphviz refuses strings of 16 kB, and no reader wants to see half a page on a node.
    static let maximumLength = 200

    package static func text(_ name: String) -> String {
        isPlain(name) ? name : shown(name)
    }

    /// At most so many code points, with an ellipsis and the full length where something was cut.
    package static func clipped(_ text: String, to length: Int) -> String {
        if text.utf8.count <= length { return text }
        let scalars = text.unicodeScalars
        guard let cut = scalars.index(scalars.startIndex, offsetBy: length, limitedBy: scalars.endIndex),
            cut != scalars.endIndex
        else { return text }
        return String(scalars[..<cut]) + "… (\(scalars.count) characters)"
    }

    private static func isPlain(_ name: String) -> Bool {
        var name = name
        return name.withUTF8 { bytes in
            guard bytes.count <= maximumLength else { return false }
            if bytes.last == 0x0A { return false }
            for byte in bytes where byte < 0x20 && byte != 0x0A || byte == 0x7F || byte == 0xEF { return false }
            return true
        }
    }

    private static func shown(_ name: String) -> String {
        var out = String.UnicodeScalarView()
        var count = 0
        for scalar in name.unicodeScalars {
            if count == maximumLength {
                out.append("…")
                break
            }
            count += 1
            switch scalar.value {
            case 0x0A: out.append(scalar)
            case 0..<0x20, 0x7F: out.append(ControlPicture.picture(UInt8(scalar.value)))
            case 0xFFFE, 0xFFFF: out.append("\u{FFFD}")
            default: out.append(scalar)
            }
        }
        // Graphviz takes a line feed at the end for the end of the last line.
        if out.last == "\n" {
            out.removeLast()
            out.append(ControlPicture.picture(0x0A))
        }
        return String(out)
    }
}
