internal import LiaisonModel

/// What the head of a page says about its article: JSON-LD first, then Open Graph, then other `meta` elements.
struct PageMetadata {
    var url: String?
    var title: String?
    var publisher: String?
    /// As they are written.
    var authors: [String] = []
    /// As it is written.
    var published: String?
    var language: String?
    /// The article's text where JSON-LD carries it.
    var body: String?
    /// Whether the page says that it is an article, or that it is not.
    var isArticle: Bool?

    private var documentTitle: String?
    private var properties: [String: String] = [:]

    init(_ root: MarkupNode, parts: PageParts) {
        var structured: [JSONValue] = []
        var timeElement: String?
        var canonical: String?
        var node: MarkupNode? = root
        let kinds = ElementKind.table
        language = root.attribute("lang")
        while let current = node {
            var isLeaf = false
            if current.isElement {
                switch kinds.kind(current.namePointer) {
                case .meta: readMeta(current)
                case .title where documentTitle == nil: documentTitle = current.text.trimmed
                case .linkTo where current.attribute("rel")?.lowercased() == "canonical":
                    canonical = canonical ?? current.attribute("href")
                case .script:
                    isLeaf = true
                    if current.attribute("type")?.lowercased().hasPrefix("application/ld+json") == true,
                        let json = try? JSONValue(parsing: Array(current.text.utf8))
                    {
                        structured.append(json)
                    }
                case .time:
                    // Only what is marked as the date of publication: other times are those of comments and lists.
                    let isMarked =
                        current.attribute("itemprop") == "datePublished" || current.attribute("pubdate") != nil
                        || current.attribute("class").map { MarkupWords($0).contains("published") } == true
                    if timeElement == nil, isMarked { timeElement = current.attribute("datetime") }
                case .inline where current.hasAttributes && current.name == "abbr":
                    // hAtom: the date stands in the title of an abbreviation.
                    if timeElement == nil,
                        current.attribute("class").map({ MarkupWords($0).contains("published") }) == true
                    {
                        timeElement = current.attribute("title")
                    }
                case .style: isLeaf = true
                default: break
                }
            } else {
                isLeaf = true
            }
            node = current.following(inside: root, skippingChildren: isLeaf)
        }
        readStructured(structured, parts: parts)
        let graphType = properties["og:type"]
        if isArticle == nil, let graphType {
            isArticle = graphType == "article" ? true : graphType == "website" ? false : nil
        }
        title = title ?? properties["og:title"] ?? properties["twitter:title"] ?? properties["dc.title"]
        publisher =
            publisher ?? properties["og:site_name"] ?? properties["dc.publisher"] ?? properties["application-name"]
        if authors.isEmpty {
            authors =
                first(
                    "author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
                    "citation_author", "article:author"
                ).map { [$0] } ?? []
        }
        published =
            published ?? first(
                "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate",
                "publish-date", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date",
                "dcterms.date", "article.published", "cxenseparse:recs:publishtime") ?? timeElement
        url = first("og:url").flatMap(Self.absolute) ?? url.flatMap(Self.absolute)
        if let canonical = canonical.flatMap(Self.absolute) { url = canonical }
        language = language ?? properties["og:locale"] ?? properties["content-language"]
        if isArticle == nil, properties["article:published_time"] != nil { isArticle = true }
    }

    /// The title, given the first heading of the page, which the page's own name may begin with.
    func title(under heading: String?) -> String? {
        if let title { return title }
        guard let documentTitle else { return heading }
        if let heading, heading.utf8.count >= Self.shortestHeading, documentTitle.hasPrefix(heading) { return heading }
        return withoutSiteName(documentTitle)
    }

    /// A shorter heading may be a section's, or the site's name.
    private static let shortestHeading = 20

    private func first(_ names: String...) -> String? { names.lazy.compactMap { properties[$0] }.first }

    private static func absolute(_ url: String) -> String? {
        url.hasPrefix("http://") || url.hasPrefix("https://") ? url : nil
    }

    private mutating func readMeta(_ node: MarkupNode) {
        guard let content = node.attribute("content")?.trimmed, !content.isEmpty else { return }
        for attribute: MarkupName in ["property", "name", "itemprop", "http-equiv"] {
            guard let name = node.attribute(attribute)?.lowercased() else { continue }
            if properties[name] == nil { properties[name] = content }
        }
    }

    /// A page's title without the site's name after a dash or a bar.
    private func withoutSiteName(_ title: String) -> String {
        for separator in [" | ", " – ", " — ", " - ", " · ", " :: "] {
            guard let range = title.ranges(of: separator).last else { continue }
            let tail = title[range.upperBound...]
            if tail.split(separator: " ").count <= 4, range.lowerBound > title.startIndex {
                return String(title[..<range.lowerBound]).trimmed
            }
        }
        return title
    }

    // MARK: - JSON-LD

    private mutating func readStructured(_ documents: [JSONValue], parts: PageParts) {
        for document in documents {
            for object in Self.objects(document, depth: 0) {
                let types = Self.texts(object["@type"]).map { $0.lowercased() }
                guard types.contains(where: parts.types.contains) else { continue }
                isArticle = true
                title = title ?? object["headline"]?.string ?? object["name"]?.string
                published = published ?? object["datePublished"]?.string
                if authors.isEmpty { authors = Self.authors(object["author"], in: document) }
                language = language ?? object["inLanguage"]?.string
                body = body ?? object["articleBody"]?.string
                url =
                    url ?? object["url"]?.string ?? object["mainEntityOfPage"]?["@id"]?.string
                    ?? object["mainEntityOfPage"]?.string
                publisher =
                    publisher ?? object["publisher"]?["name"]?.string
                    ?? object["publisher"]?["@id"].flatMap { id in
                        Self.objects(document, depth: 0).first { $0["@id"] == id && $0["name"] != nil }?["name"]?.string
                    }
            }
        }
    }

    /// The names of authors, who may be described elsewhere in the same document.
    private static func authors(_ value: JSONValue?, in document: JSONValue) -> [String] {
        let names = Article.names(value)
        guard names.isEmpty, let value else { return names }
        return (value.array ?? [value]).compactMap { reference in
            guard let id = reference["@id"] else { return nil }
            return objects(document, depth: 0).first { $0["@id"] == id && $0["name"] != nil }?["name"]?.string
        }
    }

    private static func objects(_ value: JSONValue, depth: Int) -> [JSONValue] {
        guard depth < 4 else { return [] }
        switch value {
        case .array(let values): return values.flatMap { objects($0, depth: depth + 1) }
        case .object: return [value] + (value["@graph"].map { objects($0, depth: depth + 1) } ?? [])
        default: return []
        }
    }

    private static func texts(_ value: JSONValue?) -> [String] {
        value?.string.map { [$0] } ?? value?.array?.compactMap(\.string) ?? []
    }
}
