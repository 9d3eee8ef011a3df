/// Takes what Graphviz drew apart and writes it anew for a page: only the elements and attributes that are known, every
/// word and address from our own list, colours as classes. Nothing else gets through, whatever a name made Graphviz write.
struct DrawingMarkup {
    /// What stands behind an identifier of the drawing.
    struct Mark: Hashable, Sendable {
        var href: String
        var title: String
        /// `data-` attributes for the page's script.
        var data: [String: String]
    }

    /// What stands for a backslash in the labels given to Graphviz, which would take one for the start of an order.
    static let backslash = "\u{10FFFD}"

    private let marks: [String: Mark]
    private var out = ""
    private var open: [String] = []
    /// The identifiers of the groups that are open, innermost last.
    private var groups: [String?] = []

    /// The drawing as an element of a page.
    /// - Parameters:
    ///   - svg: what Graphviz wrote.
    ///   - marks: by the identifiers that were given to nodes and lines.
    ///   - label: what the drawing is, for those who do not see it.
    /// - Throws: ``PageError/cannotDraw(_:)`` when it is no drawing.
    static func inline(_ svg: [UInt8], marks: [String: Mark], label: String) throws(PageError) -> String {
        var markup = DrawingMarkup(marks: marks)
        try markup.read(String(decoding: svg, as: UTF8.self), label: label)
        return markup.out
    }

    private init(marks: [String: Mark]) {
        self.marks = marks
    }

    private mutating func read(_ svg: String, label: String) throws(PageError) {
        var rest = svg[...]
        var isInside = false
        while let start = rest.firstIndex(of: "<") {
            if isInside, open.last == "text" {
                out += rest[..<start].replacing(Self.backslash, with: "\\")
            }
            rest = rest[start...]
            if rest.hasPrefix("<!--") {
                guard let end = rest.firstRange(of: "-->") else { break }
                rest = rest[end.upperBound...]
                continue
            }
            guard let end = rest.firstIndex(of: ">") else { break }
            let tag = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if tag.hasPrefix("?") || tag.hasPrefix("!") { continue }
            if tag.hasPrefix("/") {
                close(String(tag.dropFirst()))
                continue
            }
            let name = String(tag.prefix { $0.isLetter })
            if name == "svg" {
                guard let box = Self.attributes(tag)["viewBox"], Self.isNumbers(box) else { break }
                isInside = true
                begin(box: box, label: label)
            } else if isInside {
                // A title is a name of Graphviz' own: its text is not copied.
                element(name, Self.attributes(tag), isEmpty: tag.hasSuffix("/"))
            }
        }
        guard isInside, open.isEmpty else { throw .cannotDraw("the drawing is incomplete") }
    }

    private mutating func begin(box: String, label: String) {
        let size = box.split(separator: " ").compactMap { Double($0) }
        let (width, height) = size.count == 4 ? (Int(size[2] * 4 / 3), Int(size[3] * 4 / 3)) : (800, 600)
        out += "<svg class=\"graph\" role=\"group\" aria-label=\"\(Self.escaped(label))\" viewBox=\"\(box)\" "
        out += "width=\"\(width)\" height=\"\(height)\">"
        open.append("svg")
    }

    private mutating func element(_ name: String, _ attributes: [String: String], isEmpty: Bool) {
        switch name {
        case "g":
            let id = attributes["id"].map(Self.unescaped)
            groups.append(id)
            out += "<g"
            if let classes = attributes["class"], classes.utf8.allSatisfy(Self.isClassByte) {
                out += " class=\"\(classes)\""
            }
            if let id, let mark = marks[id] {
                out += " id=\"\(id)\""
                for (key, value) in mark.data.sorted(by: { $0.key < $1.key }) {
                    out += " data-\(key)=\"\(Self.escaped(value))\""
                }
            }
            if let transform = attributes["transform"], Self.isTransform(transform) {
                out += " transform=\"\(transform)\""
            }
            out += ">"
            open.append(name)
        case "a":
            // Graphviz links a line and its label: one of the two is enough for those who go from link to link.
            let id = groups.last.flatMap { $0 } ?? ""
            let isLabel = id.hasSuffix("-label")
            let target = id.hasPrefix("a_") ? String(id.dropFirst(2).prefix { $0 != "-" }) : id
            if let mark = marks[target] {
                let title = Self.escaped(mark.title)
                out += "<a href=\"\(Self.escaped(mark.href))\""
                out +=
                    isLabel
                    ? " tabindex=\"-1\" aria-hidden=\"true\">" : " aria-label=\"\(title)\"><title>\(title)</title>"
            } else {
                out += "<a>"
            }
            open.append(name)
        case "path", "polygon", "polyline", "ellipse", "text":
            out += "<" + name
            for attribute in Self.allowed {
                guard let value = attributes[attribute], Self.isShape(value) else { continue }
                out += " \(attribute)=\"\(value)\""
            }
            let color = [attributes["stroke"], attributes["fill"]].compactMap { $0 }
                .lazy.compactMap { Palette.relationClass(sentinel: $0) }.first
            if let color { out += " class=\"\(color)\"" }
            out += isEmpty ? "/>" : ">"
            if !isEmpty { open.append(name) }
        default:
            if !isEmpty { open.append(name) }
        }
    }

    private mutating func close(_ name: String) {
        guard open.last == name else { return }
        open.removeLast()
        if name == "g" { groups.removeLast() }
        if Self.written.contains(name) { out += "</\(name)>" }
    }

    private static let written: Set<String> = ["svg", "g", "a", "path", "polygon", "polyline", "ellipse", "text"]
    private static let allowed = [
        "d", "points", "cx", "cy", "rx", "ry", "x", "y", "text-anchor", "font-size", "stroke-width", "stroke-dasharray",
    ]

    /// The attributes of a tag as they are written.
    private static func attributes(_ tag: Substring) -> [String: String] {
        var found: [String: String] = [:]
        var rest = tag
        while let equals = rest.firstRange(of: "=\"") {
            let name = rest[..<equals.lowerBound].reversed().prefix { !$0.isWhitespace }.reversed()
            guard let end = rest[equals.upperBound...].firstIndex(of: "\"") else { break }
            found[String(name)] = String(rest[equals.upperBound..<end])
            rest = rest[rest.index(after: end)...]
        }
        return found
    }

    /// Graphviz writes hyphens of identifiers as entities.
    private static func unescaped(_ id: String) -> String { id.replacing("&#45;", with: "-") }

    private static func isNumbers(_ text: String) -> Bool {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x20 || $0 == 0x2D }
    }

    private static func isShape(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x20, 0x2C,
                0x2E, 0x2D, 0x2B:
                true
            default: false
            }
        }
    }

    private static func isTransform(_ text: String) -> Bool {
        text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || " ().-,".utf8.contains(byte)
        }
    }

    private static func isClassByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x20
    }

    /// Text as it stands in an attribute or an element.
    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
