public import LiaisonModel

/// One article with what was read in it, ready to be stored.
public struct Reading: Hashable, Sendable {
    public var head: ArticleHead
    /// The words; nil when only statements about the article are at hand.
    public var text: String?
    public var extraction: Extraction
    /// What read it: the same words read again by the same version change nothing.
    public var version: String

    /// An article and what an extractor of that version found in it.
    public init(_ article: Article, _ extraction: Extraction, version: String) {
        head = article.head
        text = article.text
        self.extraction = extraction
        self.version = version
    }

    /// Statements about one article whose words stay elsewhere. The version follows from the statements.
    public init(head: ArticleHead, statements: [Statement]) {
        self.head = head
        text = nil
        extraction = Extraction(statements: statements)
        version = "statements:" + StatementFingerprint.text(of: statements)
    }
}
