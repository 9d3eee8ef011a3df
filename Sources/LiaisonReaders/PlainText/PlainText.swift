internal import LiaisonModel

/// The parts of an article in a file of plain text.
struct PlainText {
    var header: HeaderLines
    var title: String?
    var text: String
    var dateline: Dateline

    /// A longer first line is running text.
    private static let longestTitle = 180

    /// Finds the header lines, the title and the dateline. The text is everything after header and title, byte for byte;
    /// without them it is the whole, so that offsets in it are offsets in the file.
    init(_ file: String, words: DatelineWords) {
        header = HeaderLines(file, words: words)
        let whole = header.isEmpty ? file : String(file[header.end...])
        let lines = EdgeLines(whole, top: Dateline.topLines, bottom: Dateline.bottomLines)
        dateline = Dateline(lines: lines, words: words)
        text = whole
        title = header[.title]
        guard title == nil, lines.top.count > 1,
            Self.isTitle(lines.top[0], before: lines.top[1], isSetApart: lines.isFirstSetApart, words: words)
        else { return }
        title = Self.trimmed(lines.top[0])
        text = String(whole[lines.top[1].startIndex...])
    }

    /// Whether a first line is a title: short, no sentence with a full stop, and set apart from what follows.
    private static func isTitle(
        _ line: Substring, before next: Substring, isSetApart: Bool, words: DatelineWords
    ) -> Bool {
        let length = line.unicodeScalars.count
        guard length <= longestTitle, let last = line.unicodeScalars.last(where: { !$0.properties.isWhitespace }),
            !".;:,…".unicodeScalars.contains(last), !Dateline.isDateline(line, words: words),
            line.unicodeScalars.contains(where: \.properties.isAlphabetic)
        else { return false }
        if isSetApart || Dateline.isDateline(next, words: words) { return true }
        // In text broken at a fixed width the first lines are about as long as each other; a title is not.
        return next.unicodeScalars.count > max(100, length * 3 / 2)
    }

    private static func trimmed(_ line: Substring) -> String {
        var view = line.unicodeScalars
        while let scalar = view.first, scalar.properties.isWhitespace { view.removeFirst() }
        while let scalar = view.last, scalar.properties.isWhitespace { view.removeLast() }
        return String(Substring(view))
    }
}
