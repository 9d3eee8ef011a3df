internal import CLibXML2

/// Parses markup with libxml2.
///
/// Nothing outside the bytes is ever loaded, and nesting and entities are bounded by libxml2's own limits.
enum MarkupTree {
    /// Parses a page, however broken it is, and hands over its outermost element; nil where there is none.
    ///
    /// Nodes are valid inside `read` only.
    static func html<Result>(_ text: String, _ read: (MarkupNode) -> Result) -> Result? {
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_COMPACT.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
        return parse(MarkupSieve.sifted(text), { htmlReadMemory($0, $1, nil, "UTF-8", Int32(options)) }, read)
    }

    /// Parses XML; what is broken in it is left out. Nodes are valid inside `read` only.
    static func xml<Result>(_ text: String, _ read: (MarkupNode) -> Result) -> Result? {
        let options =
            XML_PARSE_RECOVER.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
            | XML_PARSE_NONET.rawValue | XML_PARSE_COMPACT.rawValue | XML_PARSE_NOCDATA.rawValue
            | XML_PARSE_IGNORE_ENC.rawValue
        return parse(Array(text.utf8), { xmlReadMemory($0, $1, nil, "UTF-8", Int32(options)) }, read)
    }

    private static func parse<Result>(
        _ text: [UInt8], _ open: (UnsafePointer<CChar>?, Int32) -> xmlDocPtr?, _ read: (MarkupNode) -> Result
    ) -> Result? {
        let document = text.withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { open($0.baseAddress, Int32(clamping: $0.count)) }
        }
        guard let document else { return nil }
        defer { xmlFreeDoc(document) }
        return xmlDocGetRootElement(document).map { read(MarkupNode(pointer: $0)) }
    }
}

/// A node of a ``MarkupTree``; valid while the tree is read.
struct MarkupNode {
    let pointer: xmlNodePtr

    var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }
    var isText: Bool { pointer.pointee.type == XML_TEXT_NODE || pointer.pointee.type == XML_CDATA_SECTION_NODE }

    /// The name of an element in lower case, without its prefix.
    var name: MarkupName { MarkupName(pointer.pointee.name) }

    /// Nil for anything but an element: what is below a reference to an entity is its declaration, which leads elsewhere.
    var firstChild: MarkupNode? { isElement ? pointer.pointee.children.map(MarkupNode.init) : nil }
    var next: MarkupNode? { pointer.pointee.next.map(MarkupNode.init) }
    var parent: MarkupNode? { pointer.pointee.parent.map(MarkupNode.init) }

    /// The bytes of a text, up to its NUL.
    var content: UnsafePointer<UInt8>? { UnsafePointer(pointer.pointee.content) }

    /// The value of an attribute.
    func attribute(_ name: MarkupName) -> String? {
        var next = pointer.pointee.properties
        while let attribute = next {
            if MarkupName(attribute.pointee.name) == name {
                guard let value = attribute.pointee.children, let content = value.pointee.content else { return "" }
                return String(cString: content)
            }
            next = attribute.pointee.next
        }
        return nil
    }

    /// All text below, as it is written.
    var text: String { text(limit: .max) ?? "" }

    /// All text below, nil where it is longer than so many bytes.
    func text(limit: Int) -> String? {
        var bytes: [UInt8] = []
        var next: MarkupNode? = self
        while let node = next {
            if node.isText, let content = node.content {
                let length = Int(xmlStrlen(content))
                if bytes.count + length > limit { return nil }
                bytes.append(contentsOf: UnsafeBufferPointer(start: content, count: length))
            }
            next = node.following(inside: self)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The bytes of the name, up to its NUL.
    var namePointer: UnsafePointer<UInt8>? { pointer.pointee.name }
    var firstAttribute: MarkupAttribute? { pointer.pointee.properties.map(MarkupAttribute.init) }
    var hasAttributes: Bool { pointer.pointee.properties != nil }

    /// The elements directly below.
    var children: [MarkupNode] {
        var nodes: [MarkupNode] = []
        var next = firstChild
        while let node = next {
            if node.isElement { nodes.append(node) }
            next = node.next
        }
        return nodes
    }

    /// The next node in the order of the document inside a root: down first, then on.
    func following(inside root: MarkupNode, skippingChildren: Bool = false) -> MarkupNode? {
        if !skippingChildren, let child = firstChild { return child }
        var node = self
        while node.pointer != root.pointer {
            if let next = node.next { return next }
            guard let parent = node.parent else { return nil }
            node = parent
        }
        return nil
    }
}
