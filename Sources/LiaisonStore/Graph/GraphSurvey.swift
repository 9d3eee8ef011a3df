internal import LiaisonModel

/// What a first pass learns of a view.
struct GraphSurvey: Sendable {
    var summary: GraphSummary
    /// The entities at the ends of its edges.
    var entities = Bitmap()
    /// The articles that its statements cite.
    var articles = Bitmap()
    /// The entities in reach of the focus; nil where there is none.
    var reach: Set<Int64>?
    /// The edges to keep where the view has a limit, in order.
    var chosen: [DerivedEdge.Group]?
    /// The same by rank, where the graph was sorted.
    var chosenKeys: Set<EdgeKey>?
    /// The edges where there are many; nil for a small neighbourhood, which is read by queries.
    var sorted: SortedGraph?

    init(title: String, reach: Set<Int64>?) {
        summary = GraphSummary(entityCount: 0, edgeCount: 0, statementCount: 0, articleCount: 0, title: title)
        self.reach = reach
    }

    mutating func note(
        subject: Int64, object: Int64, articles cited: some Sequence<Int64>, statementCount: Int, last: String?
    ) {
        summary.edgeCount += 1
        summary.statementCount += statementCount
        entities.insert(subject)
        entities.insert(object)
        for article in cited { articles.insert(article) }
        if let last, last > summary.latest ?? "" { summary.latest = last }
    }

    /// Puts the counts into the summary.
    /// - Parameters:
    ///   - total: how many edges there are before the limit.
    ///   - hidden: how many were left out for their belief or state.
    mutating func finish(total: Int, hidden: Int) {
        summary.entityCount = entities.count
        summary.articleCount = articles.count
        summary.hiddenEdgeCount = hidden + total - summary.edgeCount
    }
}
