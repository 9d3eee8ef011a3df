/// A block of a page, such as a `div`, as the choice of the main text sees it.
struct PageElement {
    /// What an element is by its tag.
    enum Role {
        /// `html` and `body`: never a choice unless nothing else is.
        case page
        /// `article`, `main`, or what is marked as the body of an article.
        case article
        /// `nav`, `aside`, `footer` and the like.
        case aside
        case heading(level: Int)
        case item
        case paragraph
        /// Anything else that stands on lines of its own.
        case block
    }

    /// The index of the block around it; its own for the first one.
    var parent: Int
    var role: Role
    /// Whether its class, id or role says that it is beside the article.
    var isNamedAside = false
    /// Whether its class or id says that it holds the text.
    var isNamedBody = false
    /// Whether its text is marked as that of the article.
    var isMarkedBody = false

    /// The index after the last block inside it.
    var end = 0
    /// Bytes of text below it in paragraphs that read like text.
    var goodLength = 0
    var length = 0
    var linkLength = 0
    var score = 0.0
    var isDropped = false
}

/// A run of text between two block borders.
struct PageParagraph {
    var text: String
    /// Bytes of its text inside links.
    var linkLength: Int
    /// The innermost block around it.
    var element: Int

    var length: Int { text.utf8.count }
    var linkShare: Double { length == 0 ? 1 : Double(linkLength) / Double(length) }
    var commas: Int { text.utf8.count { $0 == UInt8(ascii: ",") } }

    /// Whether it is as long as sentences are and not made of links.
    var isGood: Bool { length >= 60 && linkShare < 0.35 }

    /// Whether it ends like a sentence, or like a quotation or a list that goes on.
    var endsSentence: Bool {
        guard let last = text.unicodeScalars.last else { return false }
        return ".!?…:;»”\"’)".unicodeScalars.contains(last)
    }
}
