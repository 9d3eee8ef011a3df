/// A statement as it lies in its line of JSON: what is only looked at, or stored as it stands, is not copied.
///
/// The slices are valid as long as the line's bytes are. For loading many statements; ``StatementLineReader`` is the plain way.
package struct StatementSlices: ~Copyable {
    package typealias Slice = UnsafeBufferPointer<UInt8>

    /// A text that is stored as it was written, or that had to be made because of escapes.
    package enum Quote {
        /// UTF-8 without escapes.
        case plain(Slice)
        case text(String)
    }

    /// The whole object, braces included.
    package var article: Slice
    /// The whole object, braces included.
    package var subject: Slice
    package var object: Slice
    /// The bytes between the quotes, which are not yet known to be UTF-8.
    package var relation: Slice
    package var rule: Slice
    package var factuality = Factuality.asserted
    package var time = TimeState.current
    package var negated = false
    /// An amount, a date and the like, which most statements do not have: beside them, so that little has to be moved.
    private var details: Details?
    package var confidence = 1.0
    package var part = ArticlePart.text
    package var range: CodePointRange
    package var subjectRange: CodePointRange
    package var objectRange: CodePointRange
    package var via: [CodePointRange]
    package var quote: Quote

    private final class Details {
        // Written while the line is read, and only read after that.
        @exclusivity(unchecked) var qualifiers = Qualifiers()
    }

    /// Whether there is more to the statement than its flags: an amount, a date, other places and the like.
    package var hasDetails: Bool { isQualified || !via.isEmpty }

    /// Whether more qualifies the statement than its factuality, its time and whether it is negated.
    package var isQualified: Bool { details != nil }

    /// All that qualifies the statement.
    package var qualifiers: Qualifiers {
        if let details { return details.qualifiers }
        var qualifiers = Qualifiers()
        (qualifiers.factuality, qualifiers.time, qualifiers.negated) = (factuality, time, negated)
        return qualifiers
    }

    /// Reads a line in place; nil when it is not of the plain form, which ``StatementLineReader`` then judges.
    /// - Parameters:
    ///   - lastArticle: the article's object in the line before, which most often stands again.
    ///   - shape: what earlier lines looked like.
    package init?(_ line: Slice, lastArticle: Slice, _ shape: StatementShape) {
        var cursor = JSONCursor(line)
        var (article, subject, object): (Slice?, Slice?, Slice?)
        var (relation, rule): (Slice?, Slice?)
        var evidence: EvidenceSlices?
        var seen: UInt32 = 0
        guard cursor.open() else { return nil }
        while let field = cursor.field(shape.statement) {
            guard let field = StatementField(rawValue: field), seen & field.bit == 0 else { return nil }
            seen |= field.bit
            switch field {
            case .id: guard cursor.skipString() else { return nil }
            case .article:
                article = cursor.object(known: lastArticle)
                if article == nil { return nil }
            case .subject:
                subject = cursor.object()
                if subject == nil { return nil }
            case .object:
                object = cursor.object()
                if object == nil { return nil }
            case .relation:
                relation = cursor.plainString()
                if relation == nil { return nil }
            case .rule:
                rule = cursor.plainString()
                if rule == nil { return nil }
            case .confidence:
                guard let value = cursor.fraction() else { return nil }
                confidence = value
            case .evidence:
                evidence = EvidenceSlices(&cursor, shape)
                if evidence == nil { return nil }
            case .factuality:
                guard let word = cursor.word(StatementParts.factualities) else { return nil }
                factuality = word
            case .time:
                guard let word = cursor.word(StatementParts.times) else { return nil }
                time = word
            case .negated:
                guard let value = cursor.bool() else { return nil }
                negated = value
            default:
                let known = details ?? Details()
                details = known
                guard StatementParts.qualifier(field, &cursor, &known.qualifiers) else { return nil }
            }
        }
        guard cursor.isAtEnd, let article, let subject, let object, let relation, let evidence else { return nil }
        (self.article, self.subject, self.object, self.relation) = (article, subject, object, relation)
        self.rule = rule ?? Slice(start: nil, count: 0)
        part = evidence.part
        range = evidence.range
        subjectRange = evidence.subject
        objectRange = evidence.object
        via = evidence.via
        quote = evidence.quote
        if let details {
            details.qualifiers.factuality = factuality
            details.qualifiers.time = time
            details.qualifiers.negated = negated
        }
    }

    /// The head of an article from its object; nil when it is not of the plain form.
    package static func head(_ object: Slice, _ shape: StatementShape) -> ArticleHead? {
        StatementParts.head(object, shape)
    }

    /// One end of a statement from its object; nil when it is not of the plain form.
    package static func end(_ object: Slice, _ shape: StatementShape) -> EntityReference? {
        StatementParts.end(object, shape)
    }
}

/// What the lines of statements look like that come one after another: it makes reading the next one faster, nothing else.
package final class StatementShape {
    let statement = FieldOrder(StatementField.names)
    let evidence = FieldOrder(EvidenceSlices.fields)
    let head = FieldOrder(StatementParts.headFields)
    let end = FieldOrder(StatementParts.endFields)

    package init() {}
}

/// The evidence of a statement as it lies in its line.
struct EvidenceSlices {
    var part = ArticlePart.text
    var range: CodePointRange
    var subject: CodePointRange
    var object: CodePointRange
    var via: [CodePointRange] = []
    var quote: StatementSlices.Quote

    private static let parts = WordList(ArticlePart.self)
    static let fields = FieldNames(["part", "start", "end", "quote", "subject", "object", "via"])
    private static let fieldCount = 7

    /// Walks over the object that begins at the cursor.
    init?(_ cursor: inout JSONCursor, _ shape: StatementShape) {
        var seen = 0
        var (start, end) = (0, 0)
        var quote = StatementSlices.Quote.plain(StatementSlices.Slice(start: nil, count: 0))
        var (subject, object): (CodePointRange?, CodePointRange?)
        guard let outer = cursor.openInner() else { return nil }
        while let field = cursor.field(shape.evidence) {
            guard field < Self.fieldCount, seen & 1 << field == 0 else { return nil }
            seen |= 1 << field
            switch field {
            case 0:
                guard let word = cursor.word(Self.parts) else { return nil }
                part = word
            case 1, 2:
                guard let value = cursor.integer() else { return nil }
                if field == 1 { start = value } else { end = value }
            case 3:
                guard let text = cursor.quote() else { return nil }
                quote = text
            case 4:
                subject = cursor.range()
                if subject == nil { return nil }
            case 5:
                object = cursor.range()
                if object == nil { return nil }
            default:
                guard let ranges = cursor.ranges() else { return nil }
                via = ranges
            }
        }
        guard cursor.closeInner(outer), seen & 6 == 6, start <= end else { return nil }
        range = CodePointRange(start, end)
        self.quote = quote
        self.subject = subject ?? range
        self.object = object ?? range
    }
}
