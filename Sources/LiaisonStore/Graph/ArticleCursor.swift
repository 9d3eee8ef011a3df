internal import class GRDB.Database

/// Walks over the articles beside a walk over their statements.
struct ArticleCursor {
    private let query: PreparedStatement
    private let isInPeriod: (String?) -> Bool
    private var current: Int64 = -1
    private var isCounted = false
    private var isAtEnd = false
    private(set) var story: Int64 = 0
    /// The texts of the article at hand, in the order of ``StatementImage/Text``, from its hash to its date.
    private var texts: (Text, Text, Text, Text, Text) = (nil, nil, nil, nil, nil)

    typealias Text = UnsafeBufferPointer<UInt8>?

    /// - Parameter isInPeriod: whether a publication date is in view.
    init(_ db: Database, isInPeriod: @escaping (String?) -> Bool) throws {
        self.isInPeriod = isInPeriod
        query = try PreparedStatement(
            db,
            """
            SELECT id, hash, \(ArticleRow.url), title, publisher, published, is_shown, story FROM article ORDER BY id
            """)
    }

    /// Moves to an article, which is not before the one at hand.
    /// - Returns: whether its statements count in this view.
    mutating func move(to article: Int64) throws -> Bool {
        if current == article { return isCounted }
        while current < article, !isAtEnd {
            isAtEnd = try !query.next()
            if !isAtEnd { current = query.int64(0) }
        }
        guard current == article else { throw StoreError(.badData, "the store is damaged: an article is missing") }
        isCounted = query.int(6) != 0 && isInPeriod(query.optionalText(5))
        if !isCounted { return false }
        story = query.int64(7)
        let publisher = query.borrowedText(4)
        texts = (
            query.borrowedText(1), query.borrowedText(2), query.borrowedText(3), publisher, query.borrowedText(5)
        )
        return true
    }

    /// Puts the article's texts where an image wants them.
    func fill(_ target: UnsafeMutableBufferPointer<UnsafeBufferPointer<UInt8>?>) {
        let first = StatementImage.Text.sha256.rawValue
        target[first] = texts.0
        target[first + 1] = texts.1
        target[first + 2] = texts.2
        target[first + 3] = texts.3
        target[first + 4] = texts.4
    }

    func reset() {
        query.reset()
    }
}
