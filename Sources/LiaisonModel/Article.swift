/// One document as a reader delivers it. What it is made of is in `formats.md`; offsets elsewhere count in ``text`` or ``title``.
public struct Article: Hashable, Sendable {
    /// The identifier its source gave it, any text.
    public var id: String?
    public var url: String?
    public var title: String?
    public var publisher: String?
    /// Who wrote it, one name each; not part of what identifies the article.
    public var authors: [String]
    /// The publication date, `YYYY-MM-DD` or a shorter EDTF date.
    public var published: String?
    /// A BCP 47 tag; nil lets the analyser decide, paragraph by paragraph.
    public var language: String?
    public var text: String

    public init(
        id: String? = nil, url: String? = nil, title: String? = nil, publisher: String? = nil,
        authors: [String] = [], published: String? = nil, language: String? = nil, text: String
    ) {
        self.id = id
        self.url = url
        self.title = title
        self.publisher = publisher
        self.authors = authors
        self.published = published
        self.language = language
        self.text = text
    }

    /// What a statement and the store keep of this article.
    public var head: ArticleHead {
        ArticleHead(
            id: id, url: url, title: title, publisher: publisher, published: published, language: language,
            sha256: contentHash)
    }

    /// SHA-256 of title and text, in hexadecimal: the same words are the same article wherever they were read.
    public var contentHash: String {
        var hash = SHA256()
        hash.update((title ?? "").utf8)
        hash.update(CollectionOfOne(0))
        hash.update(text.utf8)
        return Hexadecimal.text(hash.finalize())
    }
}

/// An article without its text.
public struct ArticleHead: Hashable, Sendable {
    public var id: String?
    public var url: String?
    public var title: String?
    public var publisher: String?
    public var published: String?
    public var language: String?
    /// See ``Article/contentHash``.
    public var sha256: String

    public init(
        id: String? = nil, url: String? = nil, title: String? = nil, publisher: String? = nil,
        published: String? = nil, language: String? = nil, sha256: String
    ) {
        self.id = id
        self.url = url
        self.title = title
        self.publisher = publisher
        self.published = published
        self.language = language
        self.sha256 = sha256
    }
}
