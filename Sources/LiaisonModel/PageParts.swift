/// What the parts of web pages are called that are an article, and those that are not.
///
/// All words are folded by ``NameFolding/fold(_:)``.
public struct PageParts: Hashable, Sendable {
    /// Words in the class, id or role of an element that is beside the article.
    public var aside: Set<String>
    /// Words in the class or id of an element that holds the text of an article.
    public var body: Set<String>
    /// Words in the class or id of an element that names who wrote the article.
    public var bylines: Set<String>
    /// How short lines begin that lead elsewhere or name a picture.
    public var lines: [[String]]
    /// What schema.org calls an article.
    public var types: Set<String>

    public init(
        aside: Set<String> = [], body: Set<String> = [], bylines: Set<String> = [], lines: [[String]] = [],
        types: Set<String> = []
    ) {
        self.aside = aside
        self.body = body
        self.bylines = bylines
        self.lines = lines
        self.types = types
    }
}
