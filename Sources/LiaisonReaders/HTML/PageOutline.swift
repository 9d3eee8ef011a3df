internal import LiaisonModel

/// The blocks and paragraphs of a page in the order of the document, from one walk over its tree.
struct PageOutline {
    private(set) var elements: [PageElement] = []
    private(set) var paragraphs: [PageParagraph] = []
    /// The number of `article` elements.
    private(set) var articles = 0
    /// The words of the first `h1`.
    private(set) var heading: String?

    private let parts: PageParts
    private var open: [Int] = []
    private var links = 0
    private var text: [UInt8] = []
    private var linkLength = 0
    private var hasBreak = false

    init(_ root: MarkupNode, parts: PageParts) {
        self.parts = parts
        elements.append(PageElement(parent: 0, role: .page))
        open.append(0)
        var node = root
        walk: while true {
            if enter(node), let child = node.firstChild {
                node = child
                continue
            }
            leave(node)
            while node.next == nil || node.pointer == root.pointer {
                guard node.pointer != root.pointer, let parent = node.parent else { break walk }
                node = parent
                leave(node)
            }
            guard let next = node.next else { break }
            node = next
        }
        flush()
        close(0)
        measure()
    }

    // MARK: - The walk

    /// Takes a node in; returns whether what is inside it counts.
    private mutating func enter(_ node: MarkupNode) -> Bool {
        if node.isText {
            append(node.content)
            return false
        }
        guard node.isElement else { return false }
        let name = node.name
        if Self.ignored.contains(name) || Self.isHidden(node) { return false }
        if name == "a" {
            links += 1
            return true
        }
        if name == "br" {
            if hasBreak { flush() } else { text.append(UInt8(ascii: "\n")) }
            hasBreak = true
            return false
        }
        if Self.inline.contains(name) { return true }
        flush()
        var element = PageElement(parent: open.last ?? 0, role: role(name))
        read(node, into: &element)
        if name == "article" { articles += 1 }
        open.append(elements.count)
        elements.append(element)
        return true
    }

    private mutating func leave(_ node: MarkupNode) {
        guard node.isElement else { return }
        let name = node.name
        if Self.ignored.contains(name) || name == "br" || Self.isHidden(node) { return }
        if name == "a" {
            links -= 1
            return
        }
        if Self.inline.contains(name) { return }
        flush()
        if let last = open.popLast() { close(last) }
    }

    private mutating func close(_ index: Int) { elements[index].end = elements.count }

    /// Adds text with its white space brought down to single spaces.
    private mutating func append(_ content: UnsafePointer<UInt8>?) {
        guard var next = content else { return }
        let before = text.count
        while next.pointee != 0 {
            let byte = next.pointee
            next += 1
            if byte > 0x20 {
                text.append(byte)
                hasBreak = false
            } else if let last = text.last, last > 0x20 {
                text.append(UInt8(ascii: " "))
            }
        }
        if links > 0 { linkLength += text.count - before }
    }

    /// Ends a paragraph.
    private mutating func flush() {
        defer {
            text.removeAll(keepingCapacity: true)
            linkLength = 0
            hasBreak = false
        }
        while let last = text.last, last <= 0x20 { text.removeLast() }
        let start = text.firstIndex { $0 > 0x20 } ?? text.endIndex
        guard start < text.endIndex, let element = open.last else { return }
        let words = String(decoding: text[start...], as: UTF8.self)
        if heading == nil, case .heading(level: 1) = elements[element].role { heading = words }
        paragraphs.append(PageParagraph(text: words, linkLength: linkLength, element: element))
    }

    // MARK: - What an element is

    private func role(_ name: MarkupName) -> PageElement.Role {
        switch name {
        case "html", "body": return .page
        case "article", "main": return .article
        case "nav", "aside", "footer", "figure", "figcaption", "menu": return .aside
        case "header":
            // Above the article it holds the site's name and menus, inside it the article's title.
            return open.contains { index in
                if case .article = elements[index].role { true } else { false }
            } ? .block : .aside
        case "h1": return .heading(level: 1)
        case "h2": return .heading(level: 2)
        case "h3": return .heading(level: 3)
        case "h4", "h5", "h6": return .heading(level: 4)
        case "li", "dd", "dt": return .item
        case "p", "blockquote", "pre": return .paragraph
        default: return .block
        }
    }

    private func read(_ node: MarkupNode, into element: inout PageElement) {
        if node.attribute("itemprop") == "articleBody" { element.isMarkedBody = true }
        for name: MarkupName in ["class", "id", "role"] {
            guard let value = node.attribute(name) else { continue }
            for word in MarkupWords(value) {
                if parts.aside.contains(word) { element.isNamedAside = true }
                if parts.body.contains(word) { element.isNamedBody = true }
            }
        }
    }

    private static func isHidden(_ node: MarkupNode) -> Bool {
        guard node.hasAttributes else { return false }
        if node.attribute("hidden") != nil || node.attribute("aria-hidden") == "true" { return true }
        guard let style = node.attribute("style") else { return false }
        return style.lowercased().filter { $0 != " " }.contains("display:none")
    }

    private static let ignored: Set<MarkupName> = [
        "head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "canvas",
        "video",
        "audio", "select", "button", "textarea", "input", "dialog", "map", "datalist",
    ]

    private static let inline: Set<MarkupName> = [
        "b", "i", "em", "strong", "span", "small", "sup", "sub", "u", "mark", "abbr", "time", "q", "cite", "code",
        "font",
        "img", "s", "del", "ins", "label", "kbd", "var", "samp", "bdi", "bdo", "big", "acronym", "wbr", "data", "tt",
        "picture", "source", "strike", "dfn", "amp-img",
    ]

    // MARK: - Measures

    /// Adds up the text below each block, and decides which blocks are beside the article.
    private mutating func measure() {
        for paragraph in paragraphs {
            elements[paragraph.element].length += paragraph.length
            elements[paragraph.element].linkLength += paragraph.linkLength
            if paragraph.isGood { elements[paragraph.element].goodLength += paragraph.length }
        }
        for index in elements.indices.dropFirst().reversed() {
            let element = elements[index]
            elements[element.parent].length += element.length
            elements[element.parent].linkLength += element.linkLength
            elements[element.parent].goodLength += element.goodLength
        }
        let whole = elements[0].goodLength
        for index in elements.indices.dropFirst() {
            let element = elements[index]
            let isAside: Bool
            switch element.role {
            case .aside: isAside = true
            case .page, .article: isAside = false
            default: isAside = element.isNamedAside && !element.isMarkedBody
            }
            // A name that most of the text goes by says nothing: "post-with-sidebar", "tag-ai".
            let isMost = element.goodLength * 2 > whole
            elements[index].isDropped = elements[element.parent].isDropped || isAside && !isMost
        }
    }
}

/// The words of a class or an id: `related-posts`, `relatedPosts` and `related_posts` are all "related" and "posts".
struct MarkupWords: Sequence, IteratorProtocol {
    private var bytes: Substring.UTF8View

    init(_ value: String) {
        bytes = Substring(value).utf8
    }

    mutating func next() -> String? {
        while let first = bytes.first, !Self.isLetter(first) { bytes.removeFirst() }
        guard !bytes.isEmpty else { return nil }
        var index = bytes.startIndex
        var wasLower = false
        while index < bytes.endIndex, Self.isLetter(bytes[index]) {
            let isUpper = bytes[index] < 0x61
            if isUpper, wasLower { break }
            wasLower = !isUpper
            index = bytes.index(after: index)
        }
        defer { bytes = bytes[index...] }
        return Substring(bytes[..<index]).lowercased()
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
