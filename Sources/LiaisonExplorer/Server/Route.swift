internal import LiaisonModel

/// The pages there are, by their path.
enum Route: Hashable, Sendable {
    case home
    case search
    case suggestions
    case entity(EntityKey)
    case pair(EntityKey, EntityKey)
    case edge(subject: EntityKey, relation: RelationID, object: EntityKey)
    case graph
    case article(String)
    case review
    case judgements
    case edit(EntityKey)
    /// A change, sent with POST.
    case judge
    case help
    case asset(String)

    /// - Parameter segments: the decoded parts of the path.
    init?(_ segments: [String]) {
        switch (segments.first, segments.count) {
        case (nil, 0): self = .home
        case ("search", 1): self = .search
        case ("suggestions", 1): self = .suggestions
        case ("entity", 2): self = .entity(EntityKey(segments[1]))
        case ("pair", 3): self = .pair(EntityKey(segments[1]), EntityKey(segments[2]))
        case ("edge", 4):
            self = .edge(
                subject: EntityKey(segments[1]), relation: RelationID(segments[2]), object: EntityKey(segments[3]))
        case ("graph", 1): self = .graph
        case ("article", 2): self = .article(segments[1])
        case ("review", 1): self = .review
        case ("judgements", 1): self = .judgements
        case ("edit", 2): self = .edit(EntityKey(segments[1]))
        case ("judge", 1): self = .judge
        case ("help", 1): self = .help
        case ("assets", 2): self = .asset(segments[1])
        default: return nil
        }
    }

    /// The path of the page.
    var path: String {
        func join(_ parts: String...) -> String { "/" + parts.map(PercentCoding.encoded).joined(separator: "/") }
        return switch self {
        case .home: "/"
        case .search: "/search"
        case .suggestions: "/suggestions"
        case .entity(let key): join("entity", key.text)
        case .pair(let a, let b): join("pair", a.text, b.text)
        case .edge(let subject, let relation, let object): join("edge", subject.text, relation.text, object.text)
        case .graph: "/graph"
        case .article(let hash): join("article", hash)
        case .review: "/review"
        case .judgements: "/judgements"
        case .edit(let key): join("edit", key.text)
        case .judge: "/judge"
        case .help: "/help"
        case .asset(let name): join("assets", name)
        }
    }

    /// The page of an edge.
    static func edge(_ edge: Edge) -> Route {
        .edge(subject: edge.subject.key, relation: edge.relation, object: edge.object.key)
    }
}
