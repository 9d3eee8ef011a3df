internal import LiaisonModel

/// The terms that descriptions of a graph use, looked up in the context once.
struct LinkedDataTerms {
    private let context: LinkedDataContext
    private var terms: [LinkedDataTerm] = []
    private var kinds: [EntityKind: [LinkedDataTerm]] = [:]
    private var relations: [RelationID: Relation] = [:]
    private var last: (id: RelationID, relation: Relation)?
    private let vocabulary: Vocabulary
    private let namespace: String

    /// The properties of the context. The raw value is the name in JSON-LD.
    enum Property: Int, CaseIterable {
        case label, name, altLabel, sameAs, key, kind, subject, predicate, object, belief, state, rumour, articleCount
        case publisherCount, firstReported, lastReported, derivedFrom, factuality, time, negated, confidence, rule,
            amount
        case value, maximum, currency, bound, scope, wording, date, startDate, endDate, stake, round, role, quantity
        case attributedTo, primarySource, generatedBy, associatedWith, body, target, source, selector, exact, start, end
        case part, subjectMention, objectMention, viaMention, headline, url, address, identifier, publisher, published
        case language, sha256, title, edgeCount, hiddenEdgeCount, latest
    }

    /// A relation as properties.
    struct Relation {
        /// Our own.
        var property: LinkedDataTerm
        /// Terms of other vocabularies from our subject to our object.
        var matches: [LinkedDataTerm]
        /// Terms of other vocabularies from our object to our subject.
        var inverses: [LinkedDataTerm]
        var isSymmetric: Bool
    }

    let claimTypes: [LinkedDataTerm]
    let statementTypes: [LinkedDataTerm]
    let targetTypes: [LinkedDataTerm]
    let quoteTypes: [LinkedDataTerm]
    let positionTypes: [LinkedDataTerm]
    let amountTypes: [LinkedDataTerm]
    let articleTypes: [LinkedDataTerm]
    let datasetTypes: [LinkedDataTerm]
    let activityTypes: [LinkedDataTerm]
    let agentTypes: [LinkedDataTerm]
    let year: LinkedDataTerm
    let month: LinkedDataTerm
    let date: LinkedDataTerm
    let edtf: LinkedDataTerm

    /// - Throws: ``ExportError/badContext(reason:)`` for a term that is missing.
    init(context: LinkedDataContext, vocabulary: Vocabulary) throws {
        self.context = context
        self.vocabulary = vocabulary
        namespace = try context.iri(of: "li")
        func term(_ prefix: String, _ word: String) throws -> LinkedDataTerm {
            LinkedDataTerm(iri: try context.iri(of: prefix) + word, in: context)
        }
        for property in Property.allCases { terms.append(try LinkedDataTerm("\(property)", in: context)) }
        claimTypes = [try term("li", "Claim"), try term("rdf", "Statement")]
        statementTypes = [try term("li", "Statement"), try term("oa", "Annotation"), try term("prov", "Entity")]
        targetTypes = [try term("oa", "SpecificResource")]
        quoteTypes = [try term("oa", "TextQuoteSelector")]
        positionTypes = [try term("oa", "TextPositionSelector")]
        amountTypes = [try term("schema", "MonetaryAmount")]
        articleTypes = [try term("schema", "NewsArticle"), try term("prov", "Entity")]
        datasetTypes = [try term("schema", "Dataset")]
        activityTypes = [try term("prov", "Activity")]
        agentTypes = [try term("prov", "SoftwareAgent")]
        year = try term("xsd", "gYear")
        month = try term("xsd", "gYearMonth")
        date = try term("xsd", "date")
        edtf = try term("edtf", "EDTF")
        for kind in EntityKind.allCases {
            let own = LinkedDataTerm(iri: namespace + Self.className(of: kind), in: context)
            let others = vocabulary.kinds[kind]?.classes ?? []
            kinds[kind] = [own] + others.map { LinkedDataTerm(iri: WebAddress.encoded($0), in: context) }
        }
    }

    subscript(property: Property) -> LinkedDataTerm { terms[property.rawValue] }

    /// Our own class of a kind, then those of other vocabularies.
    func types(of kind: EntityKind) -> [LinkedDataTerm] { kinds[kind] ?? [] }

    /// The name of our own class of a kind: `Company`.
    static func className(of kind: EntityKind) -> String {
        kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
    }

    /// A relation's properties; one that the vocabulary does not know has its own only.
    mutating func relation(_ id: RelationID) -> Relation {
        if let last, last.id == id { return last.relation }
        if let known = relations[id] {
            last = (id, known)
            return known
        }
        let type = vocabulary[id]
        let matches = type?.matches ?? []
        func terms(_ inverse: Bool) -> [LinkedDataTerm] {
            matches.filter { $0.isInverse == inverse }.map {
                LinkedDataTerm(iri: WebAddress.encoded($0.iri), in: context)
            }
        }
        let relation = Relation(
            property: LinkedDataTerm(iri: namespace + Self.segment(id.text), in: context), matches: terms(false),
            inverses: terms(true), isSymmetric: type?.isSymmetric ?? false)
        relations[id] = relation
        return relation
    }

    /// A name as a part of an IRI.
    private static func segment(_ text: String) -> String {
        let table = EscapeTable.segment
        let bytes = text.utf8.flatMap { table.classes[Int($0)] == 0 ? [$0] : table.replacement(of: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
