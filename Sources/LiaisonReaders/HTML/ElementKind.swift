/// What an element of a page means for its text and its head.
enum ElementKind: UInt8 {
    /// Lines of its own, and nothing more.
    case block
    case page, body, article, aside, header, heading1, heading2, heading3, heading4, item, paragraph
    /// Inside a line.
    case inline
    case link, lineBreak
    /// What is never read as text.
    case ignored
    case head, title, meta, script, style, linkTo, time

    /// By the name; anything else is a block.
    static let table = NameTable(named, other: ElementKind.block)

    private static let named: [String: ElementKind] = {
        var kinds: [String: ElementKind] = [
            "html": .page, "body": .body, "article": .article, "main": .article, "header": .header, "h1": .heading1,
            "h2": .heading2, "h3": .heading3, "h4": .heading4, "h5": .heading4, "h6": .heading4, "a": .link,
            "br": .lineBreak, "head": .head, "title": .title, "meta": .meta, "script": .script, "style": .style,
            "svg": .style, "link": .linkTo, "time": .time,
        ]
        for name in ["nav", "aside", "footer", "figure", "figcaption", "menu"] { kinds[name] = .aside }
        for name in ["li", "dd", "dt"] { kinds[name] = .item }
        for name in ["p", "blockquote", "pre"] { kinds[name] = .paragraph }
        let inline = [
            "b", "i", "em", "strong", "span", "small", "sup", "sub", "u", "mark", "abbr", "q", "cite", "code", "font",
            "img", "s", "del", "ins", "label", "kbd", "var", "samp", "bdi", "bdo", "big", "acronym", "wbr", "data",
            "tt", "picture", "source", "strike", "dfn", "amp-img",
        ]
        for name in inline { kinds[name] = .inline }
        let ignored = [
            "noscript", "template", "math", "iframe", "object", "embed", "canvas", "video", "audio", "select",
            "button", "textarea", "input", "dialog", "map", "datalist",
        ]
        for name in ignored { kinds[name] = .ignored }
        return kinds
    }()
}

/// What an attribute of an element means.
enum AttributeKind: UInt8 {
    case other
    /// `class`, `id` and `role`.
    case name
    case style, hidden, ariaHidden, itemProperty, relation

    /// By the name.
    static let table = NameTable(named, other: AttributeKind.other)

    private static let named: [String: AttributeKind] = [
        "class": .name, "id": .name, "role": .name, "style": .style, "hidden": .hidden, "aria-hidden": .ariaHidden,
        "itemprop": .itemProperty, "rel": .relation,
    ]
}
