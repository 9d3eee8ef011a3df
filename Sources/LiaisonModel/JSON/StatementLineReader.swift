/// Reads lines of statements many times faster than by way of a tree.
///
/// The fields of `formats.md` are read in place, in any order; the head of the article before and ends of statements that
/// come again are remembered by their bytes. Anything else (unknown or repeated fields, null, numbers with exponents, malformed JSON)
/// is left to ``Statement/init(json:)``, so that both ways give the same statement or the same error.
public struct StatementLineReader {
    /// The head of the line before: an article's statements come together.
    private var lastHead: (bytes: [UInt8], value: ArticleHead?) = ([], nil)
    private var ends = ByteCache<EntityReference>(slots: 1 << 15)
    private let shape = StatementShape()

    public init() {}

    /// Reads one line, without its line feed.
    /// - Throws: ``JSONError`` with the byte offset in the line, or the field that is wrong.
    public mutating func read(_ line: UnsafeBufferPointer<UInt8>) throws(JSONError) -> Statement {
        var cursor = JSONCursor(line)
        if let statement = statement(&cursor) { return statement }
        return try Statement(json: JSONValue(parsing: Array(line)))
    }

    /// Like ``read(_:)-(UnsafeBufferPointer<UInt8>)``, for bytes that are in an array.
    public mutating func read(_ line: ArraySlice<UInt8>) throws(JSONError) -> Statement {
        var result: Result<Statement, JSONError> = .failure(JSONError(message: "an empty line"))
        line.withUnsafeBufferPointer { bytes in
            do throws(JSONError) { result = .success(try read(bytes)) } catch { result = .failure(error) }
        }
        return try result.get()
    }

    private mutating func statement(_ cursor: inout JSONCursor) -> Statement? {
        var (article, subject, object): (ArticleHead?, EntityReference?, EntityReference?)
        var (relation, rule): (String?, String?)
        var confidence = 1.0
        var evidence: Evidence?
        var qualifiers = Qualifiers()
        var seen: UInt32 = 0
        guard cursor.open() else { return nil }
        while let field = cursor.field(shape.statement) {
            guard let field = StatementField(rawValue: field), seen & field.bit == 0 else { return nil }
            seen |= field.bit
            switch field {
            case .id: guard cursor.skipString() else { return nil }
            case .article:
                guard let slice = lastHead.bytes.withUnsafeBufferPointer({ cursor.object(known: $0) }) else {
                    return nil
                }
                if let head = lastHead.value, slice.count == lastHead.bytes.count, Bytes.areEqual(lastHead.bytes, slice)
                {
                    article = head
                } else {
                    guard let head = StatementParts.head(slice, shape) else { return nil }
                    article = head
                    lastHead = (Array(slice), head)
                }
            case .subject:
                guard let slice = cursor.object() else { return nil }
                subject = ends.value(slice) { [shape] in StatementParts.end($0, shape) }
                if subject == nil { return nil }
            case .object:
                guard let slice = cursor.object() else { return nil }
                object = ends.value(slice) { [shape] in StatementParts.end($0, shape) }
                if object == nil { return nil }
            case .relation:
                relation = cursor.string()
                if relation == nil { return nil }
            case .rule:
                rule = cursor.string()
                if rule == nil { return nil }
            case .confidence:
                guard let value = cursor.fraction() else { return nil }
                confidence = value
            case .evidence:
                guard let slices = EvidenceSlices(&cursor, shape) else { return nil }
                evidence = Evidence(slices)
            default:
                guard StatementParts.qualifier(field, &cursor, &qualifiers) else { return nil }
            }
        }
        guard cursor.isAtEnd, let article, let subject, let object, let relation, let evidence else { return nil }
        return Statement(
            article: article, subject: subject, relation: RelationID(relation), object: object, qualifiers: qualifiers,
            confidence: confidence, evidence: evidence, rule: rule ?? "")
    }
}

/// The fields of a statement that are read in place.
enum StatementField: Int {
    case id, article, subject, relation, object, factuality, time, negated, confidence, amount, date, start, end, stake
    case round, role, count, source, evidence, rule

    static let names = FieldNames([
        "id", "article", "subject", "relation", "object", "factuality", "time", "negated", "confidence", "amount",
        "date",
        "start", "end", "stake", "round", "role", "count", "source", "evidence", "rule",
    ])

    var bit: UInt32 { 1 << UInt32(rawValue) }
}

/// A direct-mapped memory of values by the bytes they were read from: bounded, and exact.
struct ByteCache<Value> {
    private var slots: [(bytes: [UInt8], value: Value)?]

    /// - Parameter slots: a power of two.
    init(slots: Int) {
        self.slots = Array(repeating: nil, count: slots)
    }

    /// The value of these bytes, made when it is not remembered; nil is not remembered.
    mutating func value(
        _ bytes: UnsafeBufferPointer<UInt8>, _ make: (UnsafeBufferPointer<UInt8>) -> Value?
    ) -> Value? {
        let slot = Int(truncatingIfNeeded: Bytes.hash(bytes)) & (slots.count - 1)
        if let known = slots[slot], Bytes.areEqual(known.bytes, bytes) {
            return known.value
        }
        guard let value = make(bytes) else { return nil }
        slots[slot] = (Array(bytes), value)
        return value
    }
}
