extension EdgeRecord {
    /// The record of an edge, valid as long as nothing empties the memory.
    public init(_ edge: Edge, in memory: RecordMemory) {
        self.init(
            id: memory.text(edge.id), subject: End(edge.subject, in: memory), relation: edge.relation,
            object: End(edge.object, in: memory), belief: edge.belief, articleCount: edge.articleCount,
            publisherCount: edge.publisherCount, first: edge.first.map(memory.text), last: edge.last.map(memory.text),
            state: edge.state, isRumour: edge.isRumour,
            statements: memory.array(edge.statements.map { StatementRecord($0, in: memory) }))
    }
}

extension EdgeRecord.End {
    init(_ reference: EntityReference, in memory: RecordMemory) {
        self.init(
            key: memory.text(reference.key.text), name: memory.text(reference.name),
            digest: SHA256.prefix(of: reference.key.text))
    }
}

extension StatementRecord {
    init(_ statement: Statement, in memory: RecordMemory) {
        let (article, evidence, qualifiers) = (statement.article, statement.evidence, statement.qualifiers)
        self.init(
            sha256: memory.text(article.sha256), quote: memory.text(evidence.quote), rule: memory.text(statement.rule),
            confidence: statement.confidence, range: evidence.range, subjectRange: evidence.subject,
            objectRange: evidence.object, via: memory.array(evidence.via))
        url = article.url.map(memory.text)
        title = article.title.map(memory.text)
        publisher = article.publisher.map(memory.text)
        published = article.published.map(memory.text)
        part = evidence.part
        factuality = qualifiers.factuality
        time = qualifiers.time
        negated = qualifiers.negated
        amount = qualifiers.amount.map {
            AmountRecord(
                value: $0.value, maximum: $0.maximum, currency: memory.text($0.currency), bound: $0.bound,
                scope: $0.scope, text: $0.text.map(memory.text))
        }
        date = qualifiers.date.map(memory.text)
        start = qualifiers.start.map(memory.text)
        end = qualifiers.end.map(memory.text)
        stake = qualifiers.stake
        round = qualifiers.round.map(memory.text)
        role = qualifiers.role.map(memory.text)
        count = qualifiers.count.map(memory.text)
        source = qualifiers.source.map(memory.text)
    }
}

extension GraphSource {
    /// Makes a record of each edge; sources that have better than values say so themselves.
    public func forEachRecord(_ visit: (EdgeRecord) throws -> Void) throws {
        let memory = RecordMemory()
        try forEachEdge { edge in
            memory.empty()
            try visit(EdgeRecord(edge, in: memory))
        }
    }
}
