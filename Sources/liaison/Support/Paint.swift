/// Colour and weight of text on a terminal; plain text elsewhere.
enum Paint {
    static func bold(_ text: String) -> String { paint(text, "1") }
    static func dim(_ text: String) -> String { paint(text, "2") }
    static func underline(_ text: String) -> String { paint(text, "4") }
    static func green(_ text: String) -> String { paint(text, "32") }
    static func yellow(_ text: String) -> String { paint(text, "33") }
    static func red(_ text: String) -> String { paint(text, "31") }
    static func blue(_ text: String) -> String { paint(text, "34") }

    /// Sets words off in a text that is yet to be broken into lines: underlined on a terminal, in brackets elsewhere.
    static func mark(_ text: String) -> String {
        Terminal.hasColor ? TextLayout.openMark + text + TextLayout.closeMark : "[\(text)]"
    }

    /// Makes the marks of ``mark(_:)`` visible in one line; a mark may end in the next.
    static func showMarks(_ line: String) -> String {
        guard Terminal.hasColor else { return line }
        return line.replacing(TextLayout.openMark, with: "\u{1B}[4m").replacing(TextLayout.closeMark, with: "\u{1B}[0m")
    }

    private static func paint(_ text: String, _ code: String) -> String {
        Terminal.hasColor && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
