internal import LiaisonSchemas

/// How much each sign counts when words take up something named before: a linear model for every way of taking it up.
///
/// The signs are those of centering (Grosz, Joshi and Weinstein 1995) and of the salience factors of Lappin and Leass (1994);
/// the weights are data, chosen on articles with known statements.
struct AntecedentWeights: Sendable {
    /// A way of taking up what was named before.
    enum Mention: Int, CaseIterable, Sendable {
        /// "la jeune pousse", "the chipmaker".
        case description
        /// "le néerlandais".
        case nationality
        /// "la dirigeante", "the founder".
        case person
        /// "il", "it".
        case pronoun
        /// "ce dernier", "the latter".
        case latter
        /// "son rival", "its rival".
        case possessive
        /// "l'a rachetée", "en détient 12 %", "bought it".
        case clitic
        /// "X, président et cofondateur,": whose it is goes without saying.
        case bare
        /// "Halcyon détient 19 %", "Genprox, a former investor": an end of a relation that goes without saying.
        case unsaid
        /// "lui", "her": to whom.
        case dative
        /// "it", "the firm" where a frame lacks an end and only some kinds of things can be that end.
        case end

        var name: String { String(describing: self) }
    }

    /// What may speak for or against a candidate.
    enum Feature: Int, CaseIterable, Sendable {
        /// One over one more than the sentences since it was last spoken of.
        case recency
        /// A subject where it was last spoken of.
        case subject
        /// Spoken of in the same sentence.
        case same
        /// Spoken of in the same paragraph.
        case paragraph
        /// What the sentence before was about.
        case centre
        /// What the article is about.
        case topic
        /// The subject of the title or of the first sentence.
        case opening
        /// The first thing that the paragraph names.
        case head
        /// Its mentions, as a share of those of what is named most.
        case share
        /// The text or the lexicon gives it the very type.
        case type
        /// The text called it by the same noun.
        case noun
        /// The text said the same of it: an adjective, a town.
        case attribute
        /// Of the country that the words name.
        case country
        /// The lexicon knows its types, and this is none of them.
        case mismatch
        /// Masculine or feminine as the words that last spoke of it.
        case gender
        /// Masculine where those were feminine, or the other way round.
        case otherGender
        /// The last thing named before.
        case nearest
        /// A public body or an exchange: seldom meant where a firm can be.
        case authority
        /// The words say more of it than the text has said: "the solar company".
        case unsaid
        /// The text said that the person whose post it is leads or founded it.
        case tied
        /// The text said that it put money into another: what comes after is seldom about it.
        case investor
        /// Of a trade that nothing else has which the article names.
        case only
        /// The text gave it the same end of the same relation before: investors are asked of the firm in which others invest.
        case role
        /// A newspaper or agency: named for what it reports.
        case outlet
        /// Named in another item of a list than the words stand in.
        case otherItem
        /// The only organisation that its paragraph has named so far.
        case alone
        /// Said to buy or own another, where the words are for who does: "le groupe"; or bought or owned: "la pépite".
        case rank
        /// The other way round.
        case otherRank
        /// A product of the same sentence bears its name: "l'entreprise a dévoilé Mistral Large".
        case product
        /// A pronoun or description spoke of it last.
        case taken
        /// A subject where it was last spoken of, as the words are that take it up.
        case parallel
        /// Behind a preposition where it was last spoken of.
        case complement
        /// The subject of a sentence where it was last spoken of.
        case main
        /// A fund: seldom meant where a firm can be.
        case fund
        case person
        /// Named in the title.
        case title
        /// How often the last three sentences spoke of it, a third for each time, at most one.
        case often
        /// One over how many things may be meant.
        case few

        var name: String { String(describing: self) }
    }

    /// The model of one way.
    struct Model: Sendable {
        var weights = [Double](repeating: 0, count: Feature.allCases.count)
        /// A candidate must weigh as much at least.
        var threshold = 0.0
        /// The best must weigh so much more than the second; else there is no link.
        var margin = 0.0
        /// How likely the best must be beside all others and the threshold, by a softmax over their weights; nil for models
        /// that go by ``margin``.
        var probability: Double?
        /// How many sentences back a candidate may lie.
        var reach = 3
        /// The same for what the article is about.
        var topicReach = 9

        subscript(feature: Feature) -> Double { weights[feature.rawValue] }
    }

    private var models = [Model](repeating: Model(), count: Mention.allCases.count)

    subscript(mention: Mention) -> Model { models[mention.rawValue] }

    /// Reads `lexicon/reference.yaml`; later files replace what they name.
    init(schemas: SchemaSet) throws(SchemaError) {
        for file in schemas.files(in: "lexicon/reference.yaml") {
            func number(_ node: SchemaNode) throws(SchemaError) -> Double {
                guard let value = node.scalar.flatMap(Double.init), value.isFinite else {
                    throw SchemaError(
                        file: file.displayPath, line: node.line, message: "not a number: \"\(node.scalar ?? "")\"")
                }
                return value
            }
            for member in try file.root()["antecedents"]?.members ?? [] {
                guard let mention = Mention.allCases.first(where: { $0.name == member.key }) else {
                    throw SchemaError(
                        file: file.displayPath, line: member.line, message: "unknown mention \"\(member.key)\"")
                }
                var model = Model()
                for part in member.value.members {
                    let value = try number(part.value)
                    switch part.key {
                    case "threshold": model.threshold = value
                    case "margin": model.margin = value
                    case "probability": model.probability = value
                    case "reach": model.reach = Int(max(0, min(value, 1000)))
                    case "topicReach": model.topicReach = Int(max(0, min(value, 1000)))
                    default:
                        guard let feature = Feature.allCases.first(where: { $0.name == part.key }) else {
                            throw SchemaError(
                                file: file.displayPath, line: part.line, message: "unknown feature \"\(part.key)\"")
                        }
                        model.weights[feature.rawValue] = value
                    }
                }
                models[mention.rawValue] = model
            }
        }
    }
}
