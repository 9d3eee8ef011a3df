/// What an entity is. The raw value is the word used in JSON, in `Schemas` and in exports.
public enum EntityKind: String, CaseIterable, Sendable, Hashable {
    case company
    /// Venture capital and other investors by trade.
    case fund
    /// Ministries, agencies, armies, and states acting as a party.
    case government
    /// Universities, non-profits, exchanges, alliances.
    case organisation
    case person
    /// Models, services, programmes.
    case product
    /// A named bloc, such as Chinese AI.
    case sector
    /// Recognised so that it is not taken for something else; never an argument of a relation.
    case place

    /// The group inside which two names may be the same thing although their kinds were read differently:
    /// a company read as a fund elsewhere is one node, a company and a person of the same name are two.
    public var family: Family {
        switch self {
        case .company, .fund, .government, .organisation: .organisation
        case .person: .person
        case .product: .product
        case .sector: .sector
        case .place: .place
        }
    }

    /// See ``EntityKind/family``.
    public enum Family: String, CaseIterable, Sendable, Hashable {
        case organisation = "org"
        case person
        case product
        case sector
        case place
    }
}
