internal import LiaisonModel

/// The blocks and paragraphs of a page in the order of the document, from one walk over its tree.
struct PageOutline {
    private(set) var elements: [PageElement] = []
    private(set) var paragraphs: [PageParagraph] = []
    /// The number of `article` elements.
    private(set) var articles = 0
    /// The words of the first `h1`.
    private(set) var heading: String?

    /// The words of the first element, beside no other article, that says that it names who wrote this one.
    private(set) var byline: String?

    private let words: PartWords
    private let kinds = ElementKind.table
    private let attributes = AttributeKind.table
    private var open: [Int] = []
    private var links = 0
    private var text: [UInt8] = []
    private var linkLength = 0
    private var hasBreak = false

    init(_ root: MarkupNode, words: PartWords) {
        self.words = words
        elements.append(PageElement(parent: 0, role: .page))
        open.append(0)
        var node = root
        walk: while true {
            if enter(node) {
                if let child = node.firstChild {
                    node = child
                    continue
                }
                leave(node)
            }
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
        let kind = kinds.kind(node.namePointer)
        switch kind {
        case .ignored:
            // What asks for an address is no part of an article, nor is what stands around it.
            if node.name == "input", node.attribute("type")?.lowercased() == "email", let last = open.last {
                elements[last].isNamedAside = true
            }
            return false
        case .head, .script, .style: return false
        case .lineBreak:
            if hasBreak { flush() } else { text.append(UInt8(ascii: "\n")) }
            hasBreak = true
            return false
        default: break
        }
        var element = PageElement(parent: open.last ?? 0, role: .block)
        if node.hasAttributes, isHidden(node, describing: &element) { return false }
        switch kind {
        case .link: links += 1
        case .inline, .time: break
        default:
            flush()
            element.role = role(kind)
            if kind == .article, node.name == "article" { articles += 1 }
            open.append(elements.count)
            elements.append(element)
        }
        return true
    }

    /// Leaves a node that was taken in.
    private mutating func leave(_ node: MarkupNode) {
        switch kinds.kind(node.namePointer) {
        case .link: links -= 1
        case .inline, .time: break
        default:
            flush()
            if let last = open.popLast() { close(last) }
        }
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

    private func role(_ kind: ElementKind) -> PageElement.Role {
        switch kind {
        case .page, .body: return .page
        case .article: return .article
        case .aside: return .aside
        case .header:
            // Above the article it holds the site's name and menus, inside it the article's title.
            return open.contains { index in
                if case .article = elements[index].role { true } else { false }
            } ? .block : .aside
        case .heading1: return .heading(level: 1)
        case .heading2: return .heading(level: 2)
        case .heading3: return .heading(level: 3)
        case .heading4: return .heading(level: 4)
        case .item: return .item
        case .paragraph: return .paragraph
        default: return .block
        }
    }

    /// More bytes are no list of names.
    private static let longestByline = 200

    private func isBeside(_ index: Int) -> Bool {
        switch elements[index].role {
        case .aside: true
        case .page, .article: false
        default: elements[index].isNamedAside
        }
    }

    /// Reads the attributes of an element; returns whether it is not shown.
    private mutating func isHidden(_ node: MarkupNode, describing element: inout PageElement) -> Bool {
        var isByline = false
        var next = node.firstAttribute
        while let attribute = next {
            switch attributes.kind(attribute.namePointer) {
            case .hidden: return true
            case .ariaHidden: if attribute.value == "true" { return true }
            case .style: if attribute.value.lowercased().filter({ $0 != " " }).contains("display:none") { return true }
            case .itemProperty:
                switch attribute.value {
                case "articleBody": element.isMarkedBody = true
                case "author": isByline = true
                default: break
                }
            case .relation: if attribute.value == "author" { isByline = true }
            case .name:
                if let content = attribute.content {
                    let flags = words.flags(content)
                    if flags.contains(.aside) { element.isNamedAside = true }
                    if flags.contains(.body) { element.isNamedBody = true }
                    if flags.contains(.byline) { isByline = true }
                }
            case .other: break
            }
            next = attribute.next
        }
        if isByline, byline == nil, !open.contains(where: isBeside) {
            let words = node.text(limit: Self.longestByline)
            if words?.utf8.contains(where: { $0 > 0x20 }) == true { byline = words }
        }
        return false
    }

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
