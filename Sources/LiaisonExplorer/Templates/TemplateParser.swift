/// Reads one template.
struct TemplateParser {
    /// A template before its partials, parents and words are put in place.
    enum Node {
        case text(String)
        case value(String)
        case markup(String)
        case section(String, [Node])
        case inverted(String, [Node])
        case partial(String)
        /// Another template with some of its blocks written anew.
        case parent(String, [String: [Node]])
        /// What a parent leaves open.
        case block(String, [Node])
    }

    private let name: String
    private let text: Substring
    private var at: Substring.Index
    private var line = 1
    /// Whether only blanks stand before the place in its line.
    private var isLineStart = true

    init(name: String, text: String) {
        self.name = name
        self.text = text[...]
        at = text.startIndex
    }

    /// - Throws: ``TemplateError`` where a tag or a section has no end.
    mutating func parse() throws(TemplateError) -> [Node] {
        try nodes(until: nil)
    }

    private mutating func nodes(until end: String?) throws(TemplateError) -> [Node] {
        var nodes: [Node] = []
        while at < text.endIndex {
            guard let tag = text[at...].firstRange(of: "{{") else {
                pass(to: text.endIndex, &nodes)
                break
            }
            pass(to: tag.lowerBound, &nodes)
            let start = line
            var content = tag.upperBound
            let isMarkup = text[content...].first == "{"
            if isMarkup { content = text.index(after: content) }
            guard let close = text[content...].firstRange(of: isMarkup ? "}}}" : "}}") else {
                throw TemplateError(template: name, line: start, message: "a tag without an end")
            }
            let inside = text[content..<close.lowerBound]
            at = close.upperBound
            let mark = inside.first
            let word = String(inside.dropFirst().drop { $0 == " " })
            if isMarkup || mark.map({ !"#^/><$".contains($0) }) ?? true {
                isLineStart = false
                nodes.append(isMarkup ? .markup(String(inside)) : .value(String(inside)))
                continue
            }
            passLineEnd()
            switch mark {
            case "#": nodes.append(.section(word, try self.nodes(until: word)))
            case "^": nodes.append(.inverted(word, try self.nodes(until: word)))
            case "$": nodes.append(.block(word, try self.nodes(until: word)))
            case ">": nodes.append(.partial(word))
            case "<":
                var blocks: [String: [Node]] = [:]
                for node in try self.nodes(until: word) {
                    if case .block(let block, let inner) = node { blocks[block] = inner }
                }
                nodes.append(.parent(word, blocks))
            default:
                if word == end { return nodes }
                throw TemplateError(template: name, line: start, message: "\(word) ends where it has not begun")
            }
        }
        if let end { throw TemplateError(template: name, line: line, message: "\(end) does not end") }
        return nodes
    }

    /// Takes text up to a place.
    private mutating func pass(to end: Substring.Index, _ nodes: inout [Node]) {
        guard at < end else { return }
        let passed = text[at..<end]
        line += passed.utf8.count { $0 == UInt8(ascii: "\n") }
        isLineStart = passed.utf8.last == UInt8(ascii: "\n")
        nodes.append(.text(String(passed)))
        at = end
    }

    /// A tag alone in its line takes the line's end with it.
    private mutating func passLineEnd() {
        guard isLineStart, text[at...].utf8.first == UInt8(ascii: "\n") else {
            isLineStart = false
            return
        }
        at = text.utf8.index(after: at)
        line += 1
    }
}
