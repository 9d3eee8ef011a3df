/// Text in columns of a terminal.
enum TextLayout {
    /// Private-use scalars without width that set words off until lines are broken; see ``Paint/showMarks(_:)``.
    static let openMark = "\u{F8F0}"
    static let closeMark = "\u{F8F1}"

    /// Columns that a text takes: marks none, East Asian wide characters and emoji two.
    static func width(_ text: String) -> Int {
        var width = 0
        for scalar in text.unicodeScalars { width += columns(scalar) }
        return width
    }

    private static func columns(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? 0 : 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: break
        }
        switch scalar.value {
        case 0xF8F0, 0xF8F1:
            return 0
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default:
            return 1
        }
    }

    /// The text in lines of at most so many columns, broken at spaces; white space runs together, and control characters
    /// of an article never reach the terminal.
    static func wrap(_ text: String, to width: Int) -> [String] {
        let width = max(width, 8)
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in clean(text).split(separator: " ") {
            var word = String(word)
            var columns = self.width(word)
            if used > 0 && used + 1 + columns > width {
                lines.append(line)
                (line, used) = ("", 0)
            }
            while columns > width {
                let head = prefix(word, columns: width)
                lines.append(head)
                word = String(word.unicodeScalars.dropFirst(head.unicodeScalars.count))
                columns = self.width(word)
            }
            line += (used > 0 ? " " : "") + word
            used += (used > 0 ? 1 : 0) + columns
        }
        if used > 0 { lines.append(line) }
        return lines
    }

    /// The text without control characters, and with plain spaces for all breaking white space.
    static func clean(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: out.append(" ")
            case .format where (0x202A...0x2069).contains(scalar.value): continue
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    /// The text cut to so many columns, with an ellipsis where something is missing.
    static func elide(_ text: String, to width: Int) -> String {
        let text = clean(text)
        return self.width(text) <= width ? text : prefix(text, columns: max(width - 1, 0)) + "…"
    }

    /// The text filled up with spaces to so many columns, or cut.
    static func pad(_ text: String, to width: Int, right: Bool = false) -> String {
        let text = elide(text, to: width)
        let space = String(repeating: " ", count: max(0, width - self.width(text)))
        return right ? space + text : text + space
    }

    private static func prefix(_ text: String, columns: Int) -> String {
        var out = String.UnicodeScalarView()
        var used = 0
        for scalar in text.unicodeScalars {
            used += self.columns(scalar)
            if used > columns { break }
            out.append(scalar)
        }
        return String(out)
    }
}
