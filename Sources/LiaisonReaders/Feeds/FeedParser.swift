internal import LiaisonModel

/// Reads the entries of a feed: RSS 2.0, RSS 1.0 or Atom.
struct FeedParser: DocumentParser {
    let options: ReadingOptions

    func parse(_ bytes: [UInt8], charset: String?) throws(ReadFailure) -> ParsedDocument {
        let decoded = try TextDecoder.decode(bytes, charset: charset, isMarkup: true)
        // Refused before anything is parsed: feeds need none.
        if Self.declaresEntities(decoded.text) { throw ReadFailure(reason: .entities) }
        let entries = MarkupTree.xml(decoded.text) { root -> [Entry]? in
            switch root.name {
            case "rss", "rdf": rss(root)
            case "feed": atom(root)
            default: nil
            }
        }
        guard let entries else { throw ReadFailure(reason: .damaged("it is no XML")) }
        if let entries {
            var document = ParsedDocument(articles: entries.map(\.article), decoded: decoded)
            document.isCollection = true
            document.summaries = Set(entries.indices.filter { entries[$0].isSummary })
            return document
        }
        guard let page = try? HTMLPageParser(options: options).article(decoded.text) else {
            throw ReadFailure(reason: .noArticles(.file))
        }
        return ParsedDocument(articles: [page], decoded: decoded)
    }

    /// An article of a feed.
    private struct Entry {
        var article: Article
        /// Whether the feed has no element for the full text.
        var isSummary: Bool
    }

    private static func declaresEntities(_ text: String) -> Bool {
        let sign = Array("<!entity".utf8)
        var text = text
        return text.withUTF8 { bytes in
            var index = 0
            while index + sign.count <= bytes.count {
                if bytes[index] == sign[0], bytes[index + 1] == sign[1],
                    bytes[index..<index + sign.count].lowercasedASCII == sign
                {
                    return true
                }
                index += 1
            }
            return false
        }
    }

    // MARK: - RSS

    private func rss(_ root: MarkupNode) -> [Entry] {
        let channel = root.children.first { $0.name == "channel" }
        let items = (root.children + (channel?.children ?? [])).filter { $0.name == "item" }
        let publisher = channel.flatMap { Self.value($0, "title") }
        let language = channel.flatMap { Self.value($0, "language") }
        return items.map { item in
            let full = Self.value(item, "encoded")
            let whole = full ?? Self.value(item, "description") ?? ""
            let identifier = Self.value(item, "guid")
            let link = Self.value(item, "link") ?? identifier.flatMap { $0.contains("://") ? $0 : nil }
            let article = Article(
                id: link == nil ? identifier : nil, url: link, title: Self.value(item, "title").map(plain),
                publisher: publisher.map(plain),
                authors: authors(item.children.filter { $0.name == "creator" || $0.name == "author" }.map(\.text)),
                published: date(Self.value(item, "pubdate") ?? Self.value(item, "date")),
                language: Self.value(item, "language") ?? language,
                text: HTMLFragment.text(whole, parts: options.pageParts))
            return Entry(article: article, isSummary: full == nil)
        }
    }

    // MARK: - Atom

    private func atom(_ root: MarkupNode) -> [Entry] {
        let publisher = Self.value(root, "title")
        let language = root.attribute("lang")
        return root.children.filter { $0.name == "entry" }.map { entry in
            let links = entry.children.filter { $0.name == "link" }
            let link = links.first { ($0.attribute("rel") ?? "alternate") == "alternate" }?.attribute("href")
            let full = entry.children.first { $0.name == "content" }
            let body = full ?? entry.children.first { $0.name == "summary" }
            let article = Article(
                id: link == nil ? Self.value(entry, "id") : nil, url: link,
                title: Self.value(entry, "title").map(plain),
                publisher: publisher.map(plain),
                authors: authors(
                    entry.children.filter { $0.name == "author" }.compactMap { Self.value($0, "name") }),
                published: date(Self.value(entry, "published")),
                language: entry.attribute("lang") ?? language, text: body.map(text) ?? "")
            return Entry(article: article, isSummary: full == nil)
        }
    }

    /// The words of an Atom text, which is plain, escaped HTML, or XHTML in place.
    private func text(_ node: MarkupNode) -> String {
        switch node.attribute("type") {
        case "html": HTMLFragment.text(node.text, parts: options.pageParts)
        case "xhtml":
            PageOutline(node, words: PartWords(options.pageParts)).paragraphs.map(\.text).joined(separator: "\n\n")
        default: node.text.trimmed
        }
    }

    // MARK: - Values

    private static func value(_ node: MarkupNode, _ name: MarkupName) -> String? {
        guard let text = node.children.first(where: { $0.name == name })?.text.trimmed, !text.isEmpty else {
            return nil
        }
        return text
    }

    /// A title may be escaped HTML too.
    private func plain(_ title: String) -> String {
        title.contains("<") || title.contains("&") ? HTMLFragment.text(title, parts: options.pageParts) : title
    }

    private func authors(_ texts: [String]) -> [String] { AuthorNames.names(texts, words: options.words) }

    private func date(_ text: String?) -> String? { text.flatMap { PublicationDate.read($0, words: options.words) } }
}
