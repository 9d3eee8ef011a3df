internal import LiaisonModel

/// The lines before an article that say its title, publisher and date: "Title: …", "Publisher: …", "Publié le : …".
struct HeaderLines {
    private var values: [DatelineWords.ArticleHeader: String] = [:]
    /// Where the article begins after them; the start of the file where there are none.
    private(set) var end: String.Index

    /// More bytes before a colon are no label.
    private static let longestLabel = 40

    /// Reads the lines at the start of a file, empty ones between them too.
    ///
    /// One line alone must be the title: "Source: Reuters" may also begin a text.
    init(_ file: String, words: DatelineWords) {
        end = file.startIndex
        var index = file.startIndex
        var last = index
        while index < file.endIndex {
            let stop = file.utf8[index...].firstIndex(of: UInt8(ascii: "\n")) ?? file.endIndex
            let line = file[index..<stop]
            index = stop == file.endIndex ? stop : file.utf8.index(after: stop)
            if line.unicodeScalars.allSatisfy(\.properties.isWhitespace) { continue }
            guard let (header, value) = Self.read(line, words), values[header] == nil else { break }
            values[header] = value
            last = index
        }
        if values.count < 2 && values[.title] == nil { values = [:] }
        if values.isEmpty { return }
        end = last
        // Empty lines between the header and the text belong to neither.
        while end < file.endIndex, let scalar = file[end...].unicodeScalars.first, scalar == "\n" || scalar == "\r" {
            end = file.unicodeScalars.index(after: end)
        }
    }

    var isEmpty: Bool { values.isEmpty }

    /// What a line says; nil where there is no such line or nothing stands after its colon.
    subscript(header: DatelineWords.ArticleHeader) -> String? {
        values[header].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The tag of the language, `fr` or `en-GB`; nil for what is no tag.
    var language: String? {
        guard let tag = self[.language], let primary = tag.split(separator: "-").first,
            (2...3).contains(primary.utf8.count), tag.utf8.count <= 12
        else { return nil }
        return tag
    }

    private static func read(_ line: Substring, _ words: DatelineWords) -> (DatelineWords.ArticleHeader, String)? {
        guard let colon = line.utf8.prefix(longestLabel).firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let label = NameFolding.fold(String(line[..<colon]))
        guard let header = words.languages.lazy.compactMap({ $0.headers[label] }).first else { return nil }
        return (header, line[line.utf8.index(after: colon)...].trimmed)
    }
}
