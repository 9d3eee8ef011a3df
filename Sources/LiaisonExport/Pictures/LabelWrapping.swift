/// Breaks long names into lines of about the same length, so that nodes stay compact.
package enum LabelWrapping {
    /// In code points. Names up to this long stay on one line.
    static let width = 20

    /// Breaks at spaces and after hyphens; a word that is longer than a line is cut only when it is longer than two.
    package static func wrap(_ label: String) -> String {
        guard label.unicodeScalars.count > width else { return label }
        return label.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            wrap(line: Substring(line))
        }.joined(separator: "\n")
    }

    private static func wrap(line: Substring) -> String {
        let length = line.unicodeScalars.count
        guard length > width else { return String(line) }
        // The fewest lines that hold the text, then lines as even as they can be: "U.S. Department / of Defense".
        let lines = (length + width - 1) / width
        let target = max(8, (length + lines - 1) / lines)
        var out: [String] = []
        var current = ""
        for word in words(of: line) {
            let joined = current.isEmpty ? word : current + " " + word
            if current.isEmpty || joined.unicodeScalars.count <= target + 3 {
                current = joined
            } else {
                out.append(current)
                current = word
            }
        }
        out.append(current)
        return out.joined(separator: "\n")
    }

    private static func words(of line: Substring) -> [String] {
        line.split(separator: " ").flatMap { word -> [String] in
            let scalars = Array(word.unicodeScalars)
            guard scalars.count > 2 * width else { return [String(word)] }
            return stride(from: 0, to: scalars.count, by: width).map { start in
                var piece = String.UnicodeScalarView()
                piece.append(contentsOf: scalars[start..<min(start + width, scalars.count)])
                return String(piece)
            }
        }
    }
}
