internal import LiaisonModel

/// A piece of HTML that is all text of an article, as feeds carry it.
enum HTMLFragment {
    /// The words of its paragraphs with an empty line between them, without pictures, scripts and lines that lead elsewhere.
    static func text(_ html: String, parts: PageParts) -> String {
        guard html.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) else {
            return html.trimmed
        }
        return MarkupTree.html("<article itemprop=articleBody>\(html)</article>") { root in
            let outline = PageOutline(root, words: PartWords(parts))
            return outline.paragraphs.filter { paragraph in
                !outline.elements[paragraph.element].isDropped && paragraph.linkShare < 0.6
            }.map(\.text).joined(separator: "\n\n")
        } ?? ""
    }
}
