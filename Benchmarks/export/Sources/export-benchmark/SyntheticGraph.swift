import LiaisonModel

/// A graph of any size that is made up while it is read, so that memory and time are the writers' alone.
struct SyntheticGraph: GraphSource {
    let entityCount: Int
    let edgeCount: Int

    private static let kinds: [EntityKind] = [.company, .company, .fund, .person, .government, .product, .organisation]
    private static let relations: [RelationID] = [
        "acquires", "contracts-with", "invests-in", "partners-with", "regulates", "rival-of", "subsidiary-of",
    ]
    private static let quote =
        "a annoncé mardi un accord de plusieurs milliards d’euros avec ses partenaires, selon un communiqué publié par"

    func summary() -> GraphSummary {
        GraphSummary(
            entityCount: entityCount, edgeCount: edgeCount, statementCount: edgeCount + edgeCount / 2,
            articleCount: edgeCount / 10, latest: "2025-12-31", title: "Synthetic")
    }

    func forEachEntity(_ visit: (Entity) throws -> Void) throws {
        for number in 0..<entityCount { try visit(Entity(reference: reference(number))) }
    }

    func forEachArticle(_ visit: (ArticleHead) throws -> Void) throws {
        for number in 0..<(edgeCount / 10) { try visit(article(number)) }
    }

    func forEachEdge(_ visit: (Edge) throws -> Void) throws {
        let perEntity = max(1, edgeCount / entityCount)
        for number in 0..<edgeCount {
            let subject = reference(min(number / perEntity, entityCount - 1))
            let object = reference((number &* 7919 + 13) % entityCount)
            let relation = Self.relations[number % perEntity * Self.relations.count / perEntity]
            var statements = [statement(number, subject, relation, object)]
            if number % 2 == 0 { statements.append(statement(number + 1, subject, relation, object)) }
            try visit(
                Edge(
                    id: identifier(number), subject: subject, relation: relation, object: object,
                    belief: Double(number % 9_000 + 1_000) / 10_000, articleCount: statements.count, publisherCount: 1,
                    first: "2025-01-02", last: "2025-06-17", state: number % 10 == 0 ? .planned : .current,
                    isRumour: false,
                    statements: statements))
        }
    }

    private func reference(_ number: Int) -> EntityReference {
        EntityReference(
            key: EntityKey("org:societe-lumiere-\(number)"), name: "Société Lumière \(number) & Co.",
            kind: Self.kinds[number % Self.kinds.count], wikidata: number % 5 == 0 ? "Q\(number)" : nil)
    }

    private func article(_ number: Int) -> ArticleHead {
        let hash = identifier(number)
        return ArticleHead(
            id: "a\(number)", url: "https://news.example/2025/\(number)", title: "Un accord de plus, le \(number)e",
            publisher: "Le Quotidien", published: "2025-06-17", language: "fr", sha256: hash + hash + hash + hash)
    }

    private func statement(
        _ number: Int, _ subject: EntityReference, _ relation: RelationID, _ object: EntityReference
    ) -> Statement {
        var qualifiers = Qualifiers()
        if number % 2 == 0 {
            qualifiers.amount = Amount(value: ExactDecimal(Int64(number % 900 + 1) * 1_000_000), currency: "EUR")
            qualifiers.date = "2025-06-16"
        }
        let quote = subject.name + " " + Self.quote + " " + object.name + "."
        return Statement(
            article: article(number % max(1, edgeCount / 10)), subject: subject, relation: relation, object: object,
            qualifiers: qualifiers, confidence: Double(number % 5_000 + 5_000) / 10_000,
            evidence: Evidence(
                part: .text, range: CodePointRange(number, number + 150), quote: quote,
                subject: CodePointRange(number, number + 20), object: CodePointRange(number + 120, number + 149)),
            rule: "synthetic")
    }

    /// Sixteen hexadecimal digits that differ for different numbers.
    private func identifier(_ number: Int) -> String {
        let digits = String(UInt64(number) &* 0x9E37_79B9_7F4A_7C15, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
