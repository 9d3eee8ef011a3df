/// The objects inside a statement, read in place; nil leaves them to the tree.
enum StatementParts {
    static let factualities = WordList(Factuality.self)
    static let times = WordList(TimeState.self)
    private static let bounds = WordList(Amount.Bound.self)
    private static let scopes = WordList(Amount.Scope.self)

    static func head(_ bytes: UnsafeBufferPointer<UInt8>, _ shape: StatementShape) -> ArticleHead? {
        var cursor = JSONCursor(bytes)
        var fields = [String?](repeating: nil, count: Self.headFields.count)
        guard cursor.open() else { return nil }
        while let field = cursor.field(shape.head) {
            guard field < fields.count, fields[field] == nil, let text = cursor.string() else { return nil }
            fields[field] = text
        }
        guard cursor.isAtEnd, let sha256 = fields[6] else { return nil }
        return ArticleHead(
            id: fields[0], url: fields[1], title: fields[2], publisher: fields[3], published: fields[4],
            language: fields[5], sha256: sha256)
    }

    static let headFields = FieldNames(["id", "url", "title", "publisher", "published", "language", "sha256"])

    static func end(_ bytes: UnsafeBufferPointer<UInt8>, _ shape: StatementShape) -> EntityReference? {
        var cursor = JSONCursor(bytes)
        var fields = [String?](repeating: nil, count: 4)
        guard cursor.open() else { return nil }
        while let field = cursor.field(shape.end) {
            guard field < fields.count, fields[field] == nil, let text = cursor.string() else { return nil }
            fields[field] = text
        }
        guard cursor.isAtEnd, let name = fields[1] else { return nil }
        var kind = EntityKind.organisation
        if let word = fields[2] {
            guard let known = EntityKind(rawValue: word) else { return nil }
            kind = known
        }
        let key = fields[0].map { EntityKey($0) } ?? EntityKey(name: name, kind: kind)
        return EntityReference(key: key, name: name, kind: kind, wikidata: fields[3])
    }

    static let endFields = FieldNames(["key", "name", "kind", "wikidata"])

    /// Reads the value of a field into the qualifiers; false leaves the statement to the tree.
    static func qualifier(
        _ field: StatementField, _ cursor: inout JSONCursor, _ qualifiers: inout Qualifiers
    ) -> Bool {
        switch field {
        case .factuality:
            guard let word = cursor.word(factualities) else { return false }
            qualifiers.factuality = word
        case .time:
            guard let word = cursor.word(times) else { return false }
            qualifiers.time = word
        case .negated:
            guard let value = cursor.bool() else { return false }
            qualifiers.negated = value
        case .amount:
            guard let slice = cursor.object(), let amount = amount(slice) else { return false }
            qualifiers.amount = amount
        case .stake:
            guard let value = cursor.decimal() else { return false }
            qualifiers.stake = value
        default:
            guard let text = cursor.string() else { return false }
            switch field {
            case .date: qualifiers.date = text
            case .start: qualifiers.start = text
            case .end: qualifiers.end = text
            case .round: qualifiers.round = text
            case .role: qualifiers.role = text
            case .count: qualifiers.count = text
            case .source: qualifiers.source = text
            default: return false
            }
        }
        return true
    }

    private static func amount(_ bytes: UnsafeBufferPointer<UInt8>) -> Amount? {
        var cursor = JSONCursor(bytes)
        var (value, maximum): (ExactDecimal?, ExactDecimal?)
        var (currency, text): (String?, String?)
        var (bound, scope): (Amount.Bound?, Amount.Scope?)
        guard cursor.open() else { return nil }
        while let field = cursor.field(amountFields) {
            switch field {
            case 0 where value == nil:
                value = cursor.decimal()
                if value == nil { return nil }
            case 1 where maximum == nil:
                maximum = cursor.decimal()
                if maximum == nil { return nil }
            case 2 where currency == nil:
                currency = cursor.string()
                if currency == nil { return nil }
            case 3 where bound == nil:
                bound = cursor.word(bounds)
                if bound == nil { return nil }
            case 4 where scope == nil:
                scope = cursor.word(scopes)
                if scope == nil { return nil }
            case 5 where text == nil:
                text = cursor.string()
                if text == nil { return nil }
            default: return nil
            }
        }
        guard cursor.isAtEnd, let value else { return nil }
        return Amount(
            value: value, maximum: maximum, currency: currency ?? "XXX", bound: bound ?? .exact, scope: scope ?? .edge,
            text: text)
    }

    private static let amountFields = FieldNames(["value", "maximum", "currency", "bound", "scope", "text"])
}

extension Evidence {
    /// The evidence with its quote as a text of its own.
    init(_ slices: EvidenceSlices) {
        let quote =
            switch slices.quote {
            case .plain(let bytes): String(decoding: bytes, as: UTF8.self)
            case .text(let text): text
            }
        self.init(
            part: slices.part, range: slices.range, quote: quote, subject: slices.subject, object: slices.object,
            via: slices.via)
    }
}
