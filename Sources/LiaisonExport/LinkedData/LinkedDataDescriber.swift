internal import LiaisonModel

/// Says what a graph says as nodes with properties, in whatever syntax the writer has.
///
/// An edge is a direct property between its entities, and a claim about that triple (RDF reification) with belief and state,
/// derived from statements (PROV), each an annotation (Web Annotation) of the words in an article that state it.
/// There are no blank nodes, so that files can be merged and compared line by line.
struct LinkedDataDescriber<Writer: NodeWriter> {
    private var writer: Writer
    private let out: ByteOutput
    private var terms: LinkedDataTerms
    private let context: LinkedDataContext
    private var scratch: [UInt8] = []

    init(_ writer: Writer, to out: ByteOutput, context: LinkedDataContext, vocabulary: Vocabulary) throws {
        self.writer = writer
        self.out = out
        self.context = context
        terms = try LinkedDataTerms(context: context, vocabulary: vocabulary)
    }

    /// Writes the whole graph.
    mutating func write(_ source: some GraphSource) throws {
        writer.beginDocument()
        describe(try source.summary())
        try source.forEachEntity { entity in
            describe(entity)
            try out.checkpoint()
        }
        try source.forEachArticle { article in
            describe(article)
            try out.checkpoint()
        }
        try source.forEachRecord { edge in
            describe(edge)
            try out.checkpoint()
        }
        writer.endDocument()
        try out.checkpoint()
    }

    private mutating func describe(_ summary: GraphSummary) {
        writer.beginNode(.graph("view"), terms.datasetTypes)
        string(.title, summary.title.isEmpty ? "Liaison" : summary.title)
        count(.edgeCount, summary.edgeCount)
        count(.hiddenEdgeCount, summary.hiddenEdgeCount)
        date(.latest, summary.latest)
        writer.endNode()
        writer.beginNode(.graph("extraction"), terms.activityTypes)
        string(.label, "Extraction of statements from articles")
        writer.property(terms[.associatedWith])
        writer.beginNested(.graph("software"), terms.agentTypes)
        string(.label, "Liaison")
        writer.endNested()
        writer.endNode()
    }

    private mutating func describe(_ entity: Entity) {
        writer.beginNode(.entity(EntityCode(entity.key)), terms.types(of: entity.kind))
        string(.label, DisplayLabel.text(entity.name))
        string(.name, entity.name)
        string(.key, entity.key.text)
        string(.kind, entity.kind.rawValue)
        if let wikidata = entity.reference.wikidata, WikidataItem.isIdentifier(wikidata) {
            writer.property(terms[.sameAs])
            writer.node(LinkedDataTerm(iri: WikidataItem.iri(wikidata), in: context))
        }
        if !entity.names.isEmpty {
            writer.property(terms[.altLabel])
            writer.beginValues()
            for name in entity.names {
                if let language = Self.languageTag(name.language) {
                    writer.string(name.text, language: language)
                } else {
                    writer.string(name.text)
                }
            }
            writer.endValues()
        }
        writer.endNode()
    }

    private mutating func describe(_ article: ArticleHead) {
        // The node has its name for as long as it is open.
        var hash = article.sha256
        hash.withUTF8 { describe(article, BorrowedText($0)) }
    }

    private mutating func describe(_ article: ArticleHead, _ hash: BorrowedText) {
        writer.beginNode(.article(hash), terms.articleTypes)
        string(.headline, article.title)
        if let url = article.url {
            let encoded = WebAddress.encoded(url)
            writer.property(terms[.url])
            writer.literal { $0.escaped(encoded, .turtle) }
            if encoded != url { string(.address, url) }
        }
        string(.publisher, article.publisher)
        date(.published, article.published)
        string(.language, article.language)
        string(.identifier, article.id)
        string(.sha256, article.sha256)
        writer.endNode()
    }

    private mutating func describe(_ edge: EdgeRecord) {
        let relation = terms.relation(edge.relation)
        let (subject, object) = (EntityCode(edge.subject), EntityCode(edge.object))
        describeDirectly(edge, relation, subject, object)
        writer.beginNode(.claim(edge.id), terms.claimTypes)
        link(.subject, .entity(subject))
        writer.property(terms[.predicate])
        writer.node(relation.property)
        link(.object, .entity(object))
        writer.property(terms[.belief])
        writer.literal { $0.probability(edge.belief) }
        string(.state, edge.state.rawValue)
        truth(.rumour, edge.isRumour)
        count(.articleCount, edge.articleCount)
        count(.publisherCount, edge.publisherCount)
        date(.firstReported, edge.first)
        date(.lastReported, edge.last)
        if !edge.statements.isEmpty {
            writer.property(terms[.derivedFrom])
            writer.beginValues()
            for statement in edge.statements { describe(statement, of: edge) }
            writer.endValues()
        }
        writer.endNode()
    }

    /// The triples themselves. Our own property says that an article states the relation, at whatever time; other
    /// vocabularies say what is, so their terms stand only for what holds today and is more than rumour.
    private mutating func describeDirectly(
        _ edge: EdgeRecord, _ relation: LinkedDataTerms.Relation, _ subject: EntityCode, _ object: EntityCode
    ) {
        guard edge.statements.isEmpty || edge.statements.contains(where: \.holds) else { return }
        let isSettled = edge.state == .current && !edge.isRumour
        writer.beginNode(.entity(subject), [])
        writer.property(relation.property)
        writer.node(.entity(object))
        for property in relation.matches where isSettled {
            writer.property(property)
            writer.node(.entity(object))
        }
        writer.endNode()
        let inverses = isSettled ? relation.inverses : []
        if inverses.isEmpty && !relation.isSymmetric { return }
        writer.beginNode(.entity(object), [])
        for property in inverses
            + (relation.isSymmetric ? [relation.property] + (isSettled ? relation.matches : []) : [])
        {
            writer.property(property)
            writer.node(.entity(subject))
        }
        writer.endNode()
    }

    private mutating func describe(_ statement: StatementRecord, of edge: EdgeRecord) {
        let id = statement.digest(of: edge, scratch: &scratch)
        writer.beginNested(.statement(id), terms.statementTypes)
        link(.body, .claim(edge.id))
        writer.property(terms[.confidence])
        writer.literal { $0.probability(statement.confidence) }
        describeQualifiers(of: statement, id)
        if !statement.rule.isEmpty { string(.rule, statement.rule) }
        link(.primarySource, .article(statement.sha256))
        link(.generatedBy, .graph("extraction"))
        describeEvidence(of: statement, id)
        writer.endNested()
    }

    private mutating func describeQualifiers(of statement: StatementRecord, _ id: (UInt64, UInt16)) {
        string(.factuality, statement.factuality.rawValue)
        string(.time, statement.time.rawValue)
        truth(.negated, statement.negated)
        date(.date, statement.date)
        date(.startDate, statement.start)
        date(.endDate, statement.end)
        decimal(.stake, statement.stake)
        string(.round, statement.round)
        string(.role, statement.role)
        string(.quantity, statement.count)
        string(.attributedTo, statement.source)
        guard let amount = statement.amount else { return }
        writer.property(terms[.amount])
        writer.beginNested(.statement(id, "amount"), terms.amountTypes)
        decimal(.value, amount.value)
        decimal(.maximum, amount.maximum)
        string(.currency, amount.currency)
        string(.bound, amount.bound.rawValue)
        string(.scope, amount.scope.rawValue)
        string(.wording, amount.text)
        writer.endNested()
    }

    private mutating func describeEvidence(of statement: StatementRecord, _ id: (UInt64, UInt16)) {
        string(.part, statement.part.rawValue)
        mention(.subjectMention, statement.subjectRange)
        mention(.objectMention, statement.objectRange)
        if !statement.via.isEmpty {
            writer.property(terms[.viaMention])
            writer.beginValues()
            for range in Set(statement.via).sorted() { writer.literal { Self.write(range, to: $0) } }
            writer.endValues()
        }
        writer.property(terms[.target])
        writer.beginNested(.statement(id, "target"), terms.targetTypes)
        link(.source, .article(statement.sha256))
        writer.property(terms[.selector])
        writer.beginValues()
        writer.beginNested(.statement(id, "quote"), terms.quoteTypes)
        string(.exact, statement.quote)
        writer.endNested()
        writer.beginNested(.statement(id, "position"), terms.positionTypes)
        count(.start, statement.range.start)
        count(.end, statement.range.end)
        writer.endNested()
        writer.endValues()
        writer.endNested()
    }

    // MARK: Properties with one value

    private mutating func string(_ property: LinkedDataTerms.Property, _ text: String?) {
        guard let text else { return }
        writer.property(terms[property])
        writer.string(text)
    }

    private mutating func string(_ property: LinkedDataTerms.Property, _ text: BorrowedText?) {
        guard let text else { return }
        writer.property(terms[property])
        writer.string(text)
    }

    private mutating func link(_ property: LinkedDataTerms.Property, _ name: LinkedDataName) {
        writer.property(terms[property])
        writer.node(name)
    }

    private mutating func count(_ property: LinkedDataTerms.Property, _ value: Int) {
        writer.property(terms[property])
        writer.bare { $0.integer(max(0, value)) }
    }

    private mutating func truth(_ property: LinkedDataTerms.Property, _ value: Bool) {
        writer.property(terms[property])
        writer.bare { $0.text(value ? "true" : "false") }
    }

    private mutating func decimal(_ property: LinkedDataTerms.Property, _ value: ExactDecimal?) {
        guard let value else { return }
        writer.property(terms[property])
        writer.literal { $0.plain(value.description) }
    }

    private mutating func date(_ property: LinkedDataTerms.Property, _ text: String?) {
        guard var text else { return }
        text.withUTF8 { date(property, BorrowedText($0)) }
    }

    /// A day is what these properties hold by themselves; anything else says what it is.
    private mutating func date(_ property: LinkedDataTerms.Property, _ text: BorrowedText?) {
        guard let text else { return }
        writer.property(terms[property])
        switch DateLiteral(text.bytes) {
        case .date: writer.literal { $0.plain(text) }
        case .month: writer.literal(text.string, datatype: terms.month)
        case .year: writer.literal(text.string, datatype: terms.year)
        case .edtf: writer.literal(text.string, datatype: terms.edtf)
        }
    }

    /// A place in the text as a fragment identifier of RFC 5147.
    private mutating func mention(_ property: LinkedDataTerms.Property, _ range: CodePointRange) {
        writer.property(terms[property])
        writer.literal { Self.write(range, to: $0) }
    }

    private static func write(_ range: CodePointRange, to out: ByteOutput) {
        out.text("char=")
        out.integer(range.start)
        out.byte(UInt8(ascii: ","))
        out.integer(range.end)
    }

    /// A tag in lower case when it is well formed (RFC 5646): RDF refuses others, and compares without case.
    static func languageTag(_ tag: String?) -> String? {
        guard let tag, !tag.isEmpty, tag.utf8.count <= 35 else { return nil }
        let parts = tag.lowercased().split(separator: "-", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            let isWellFormed =
                (1...8).contains(part.utf8.count)
                && part.utf8.allSatisfy {
                    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                        || index > 0 && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                }
            if !isWellFormed { return nil }
        }
        return tag.lowercased()
    }
}
