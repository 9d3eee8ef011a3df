internal import LiaisonSchemas

/// How much each sign counts when an article is asked which organisation it is about: a linear model, whose weights are data.
struct ProtagonistWeights: Sendable {
    /// What speaks for an organisation.
    enum Feature: Int, CaseIterable, Sendable {
        /// Its mentions, as a share of those of what is named most.
        case share
        /// The square root of its mentions.
        case mentions
        /// Named in the title.
        case title
        /// Named in the first two sentences of the text.
        case opening
        /// Named in the first sentence that names any.
        case first
        /// Taken up by pronouns and descriptions: one from twice on, a half for once.
        case takenUp
        /// The text told of a round in which it raises money.
        case raiser
        case fund
        case government

        var name: String { String(describing: self) }
    }

    private var weights = [Double](repeating: 0, count: Feature.allCases.count)
    /// By how much it must outweigh the second.
    private(set) var margin = 0.0

    subscript(feature: Feature) -> Double { weights[feature.rawValue] }

    /// Reads `protagonist` of `lexicon/reference.yaml`; later files replace what they name.
    init(schemas: SchemaSet) throws(SchemaError) {
        for file in schemas.files(in: "lexicon/reference.yaml") {
            for member in try file.root()["protagonist"]?.members ?? [] {
                guard let value = member.value.scalar.flatMap(Double.init), value.isFinite else {
                    throw SchemaError(
                        file: file.displayPath, line: member.line,
                        message: "not a number: \"\(member.value.scalar ?? "")\"")
                }
                if member.key == "margin" {
                    margin = value
                } else if let feature = Feature.allCases.first(where: { $0.name == member.key }) {
                    weights[feature.rawValue] = value
                } else {
                    throw SchemaError(
                        file: file.displayPath, line: member.line, message: "unknown feature \"\(member.key)\"")
                }
            }
        }
    }
}
