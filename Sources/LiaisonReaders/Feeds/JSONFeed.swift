internal import LiaisonModel

/// The entries of a JSON Feed (jsonfeed.org, version 1 and 1.1).
enum JSONFeed {
    /// The articles of a feed; nil where the object is none.
    static func articles(_ json: JSONValue, options: ReadingOptions) -> [Article]? {
        guard json["version"]?.string?.contains("jsonfeed.org") == true, let items = json["items"]?.array else {
            return nil
        }
        return items.map { item in
            let html = item["content_html"]?.string.map { HTMLFragment.text($0, parts: options.pageParts) }
            let published = item["date_published"]?.string
            return Article(
                id: item["url"] == nil ? item["id"]?.string : nil, url: item["url"]?.string,
                title: item["title"]?.string, publisher: json["title"]?.string,
                authors: Article.names(item["authors"] ?? item["author"] ?? json["authors"] ?? json["author"]),
                published: published.flatMap { PublicationDate.read($0, words: options.words) },
                language: item["language"]?.string ?? json["language"]?.string,
                text: html ?? item["content_text"]?.string ?? item["summary"]?.string ?? "")
        }
    }
}
