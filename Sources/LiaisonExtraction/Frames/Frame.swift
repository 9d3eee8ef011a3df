internal import LiaisonLanguage
internal import LiaisonModel

/// One way of saying a relation: a trigger word, and where its two ends stand in the plain active sentence.
/// Passive, participle, relative, infinitive, apposition and so on follow from the grammar.
struct Frame: Sendable {
    /// What kind of word the trigger is.
    enum Trigger: String, Sendable, CaseIterable {
        /// `investir`: the ends are its subject, object and complements.
        case verb
        /// `investissement`: the ends are its owner and complements.
        case noun
        /// `investisseur`: the noun stands for one end itself.
        case role
        /// `-backed`: a name before, a group after.
        case compound
        /// "OpenAI's Sora": no word at all, a name of the kinds given with an owner.
        case possession
        /// "X, à la tête de Y": a preposition between a name and what it belongs to.
        case preposition
    }

    /// Where an end stands.
    enum Slot: Sendable, Hashable {
        case subject, object
        /// "lui", "à X", "awarded X a contract".
        case dative
        /// What a role noun stands for.
        case head
        /// "son", "its", "X's", "Microsoft CEO", "whose".
        case owner
        /// The subject of the clause around, when nothing else says whose it is.
        case topic
        /// "y" before the verb.
        case place
        /// Who raises the money of the round that is spoken of.
        case round
        /// All groups of the subject, in pairs: "X and Y have merged".
        case mutual
        /// A name that says what the noun is about: "the Pentagon contract", "its Arm stake", "ses actions Nvidia".
        case modifier
        /// Whose the verb's object is: "equips Orvane's depots".
        case objectOwner
        /// Who uses what the verb or its complement speaks of: "makes the lasers that Orvane uses".
        case objectUser
        /// Who makes what the verb or its complement speaks of: "runs on batteries made by Veltrix".
        case objectMaker
        /// Canonical words of a preposition.
        case preposition([WordID])
    }

    var id: String
    var relation: RelationID
    var language: Language
    var trigger: Trigger
    var lemmas: [String]
    /// Slots of the relation's subject, tried in order.
    var from: [Slot]
    /// Slots of the relation's object.
    var to: [Slot]
    /// A noun that must be among the verb's objects or complements, as lemmas: "signer un contrat".
    var with: Set<WordID> = []
    /// A preposition that must stand before that noun, as in "entrer au capital": nil is the plain object.
    var withPreposition: [WordID]?
    /// Words that must not stand in the trigger's own groups.
    var without: Set<WordID> = []
    /// Words one of which must stand right behind the verb: "work together".
    var particles: Set<WordID> = []
    /// Phrases that do the same: "on board".
    var particlePhrases: [[WordID]] = []
    /// Words none of which may stand right behind the verb: "picked up", which is not "picked".
    var unlikeParticles: Set<WordID> = []
    /// Whether nothing but adverbs may follow those words: "Orvane is in", not "Orvane is in Berlin".
    var isBare = false
    /// A reflexive verb only, or never: "s'associer", "associer".
    var reflexive: Bool?
    /// Kinds narrower than the relation's, of the subject and of the object: who sets up a company is a person.
    var kinds: (subject: Set<EntityKind>?, object: Set<EntityKind>?)
    /// Types of the lexicon one of which an end must have: "exchange".
    var types: (subject: Set<String>?, object: Set<String>?)
    var settings = Settings()
    /// The ends that may go without saying where the text is about them, and nothing stands in their place: "Halcyon détient 19 %".
    var unsaid: UnsaidEnds = []
    /// Whether it takes several at one end, or one at each: who owns a company alone is its parent, several are its shareholders.
    var several: Bool?
    /// Whether the noun itself must stand in the plural, or in the singular: "its sales to X" are of goods.
    var isPlural: Bool?
    /// A verb without any object: "ont suivi", not "ont suivi X".
    var isObjectless = false
    /// Role words that mean the relation with "the" only (true), or with "a" only (false): "a managing director".
    var articles: [[WordID]: Bool] = [:]
    /// Role words that are posts of public bodies alone: "governor".
    var publicPosts: Set<[WordID]> = []
    /// Phrases that count as nouns of ``with``: "appel d'offres".
    var withPhrases: Set<[WordID]> = []
    /// Where the edge's sum may stand.
    var amountScope: Amount.Scope?
    var confidence = 0.9
    var examples: [FrameExample] = []
    var source: SourcePlace

    /// Qualifiers that the frame's meaning sets.
    struct Settings: Sendable {
        var time: TimeState?
        /// The time of a state that is told in the past: "he ran X" is over, "he bought X" is not.
        var past: TimeState?
        var negated: Bool?
        var role: String?
        var factuality: Factuality?
    }

    /// Ends of a relation.
    struct UnsaidEnds: OptionSet, Sendable {
        let rawValue: UInt8

        static let subject = UnsaidEnds(rawValue: 1)
        static let object = UnsaidEnds(rawValue: 2)
    }

    /// Where a frame is written.
    struct SourcePlace: Sendable {
        var file: String
        var line: Int
    }
}

/// A sentence that a frame must get right.
public struct FrameExample: Sendable, Hashable {
    /// What is expected of it.
    public enum Expectation: String, Sendable, CaseIterable {
        /// These statements, plain.
        case yes
        /// These, as plans.
        case planned
        /// These, as rumours.
        case rumoured
        /// These, as ended.
        case ended
        /// These, recognised and suppressed: negated, denied or supposed.
        case suppressed
        /// Nothing of this relation.
        case no
    }

    /// Two names that the sentence links, subject first.
    public struct Pair: Sendable, Hashable {
        public var subject: String
        public var object: String
        /// Found besides, in whatever state: `+` before it.
        public var isIncidental = false
    }

    public var text: String
    public var expectation: Expectation
    public var pairs: [Pair]
    public var amount: String?
    public var line: Int
}
