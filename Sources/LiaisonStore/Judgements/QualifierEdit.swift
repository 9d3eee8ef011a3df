internal import Foundation
public import LiaisonModel

/// A person's correction of one qualifier, written `name=value`; without a value, the qualifier is taken away.
///
/// For example: `time=ended`, `amount=13000000000 USD at-most`, `stake=0.49`, `date=2023-01-23`, `source=`.
public struct QualifierEdit: Hashable, Sendable {
    /// The qualifiers that can be corrected.
    public enum Field: String, CaseIterable, Sendable {
        case factuality, time, negated, amount, date, start, end, stake, round, role, count, source
    }

    public let field: Field
    /// What it is to be, in its one spelling; nil takes it away.
    public let value: String?
    private let amount: Amount?

    /// Reads `name=value`.
    /// - Throws: ``StoreError`` of category bad data that says what would be right.
    public init(_ text: String) throws(StoreError) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(Self.trimmed)
        guard parts.count == 2, let field = Field(rawValue: parts[0]) else {
            let known = Field.allCases.map(\.rawValue).joined(separator: ", ")
            throw StoreError(.badData, "\"\(text)\" is no correction; write QUALIFIER=VALUE with one of \(known)")
        }
        self.field = field
        guard !parts[1].isEmpty else {
            (value, amount) = (nil, nil)
            return
        }
        switch field {
        case .factuality: value = try Self.word(Factuality.self, parts[1], field)
        case .time: value = try Self.word(TimeState.self, parts[1], field)
        case .negated:
            guard ["true", "false"].contains(parts[1]) else {
                throw StoreError(.badData, "negated is true or false, not \"\(parts[1])\"")
            }
            value = parts[1]
        case .amount:
            let read = try Self.amount(parts[1])
            (value, amount) = (Self.text(of: read), read)
            return
        case .stake:
            guard let stake = ExactDecimal(parts[1]), (0...1).contains(stake.approximate) else {
                throw StoreError(.badData, "a stake is a number from 0 to 1, not \"\(parts[1])\"")
            }
            value = stake.description
        case .date, .start, .end:
            guard PartialDate(parts[1]) != nil else {
                throw StoreError(
                    .badData,
                    "\"\(parts[1])\" is not a date; write 2025-06-17, 2025-06, 2025, or 2025-21 to 2025-24 for a season"
                )
            }
            value = parts[1]
        case .round, .role, .count, .source: value = parts[1]
        }
        amount = nil
    }

    /// The edit as it is kept in a judgement; ``init(_:)`` reads it.
    public var text: String { field.rawValue + "=" + (value ?? "") }

    /// Corrects the qualifier.
    public func apply(to qualifiers: inout Qualifiers) {
        switch field {
        case .factuality: qualifiers.factuality = value.flatMap(Factuality.init(rawValue:)) ?? .asserted
        case .time: qualifiers.time = value.flatMap(TimeState.init(rawValue:)) ?? .current
        case .negated: qualifiers.negated = value == "true"
        case .amount: qualifiers.amount = amount
        case .date: qualifiers.date = value
        case .start: qualifiers.start = value
        case .end: qualifiers.end = value
        case .stake: qualifiers.stake = value.flatMap { ExactDecimal($0) }
        case .round: qualifiers.round = value
        case .role: qualifiers.role = value
        case .count: qualifiers.count = value
        case .source: qualifiers.source = value
        }
    }

    /// Whether the correction may make a statement hold that did not, or the other way round.
    var touchesHolding: Bool { field == .factuality || field == .negated }

    // MARK: Reading

    private static func word<Word: RawRepresentable & CaseIterable>(
        _: Word.Type, _ text: String, _ field: Field
    ) throws(StoreError) -> String where Word.RawValue == String {
        guard Word(rawValue: text) != nil else {
            let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw StoreError(.badData, "\(field.rawValue) is one of \(known), not \"\(text)\"")
        }
        return text
    }

    /// `VALUE[..MAXIMUM] CURRENCY [BOUND] [SCOPE]`.
    private static func amount(_ text: String) throws(StoreError) -> Amount {
        let words = text.split(separator: " ").map(String.init)
        let ends = words.first?.components(separatedBy: "..") ?? []
        guard words.count >= 2, let value = ends.first.flatMap({ ExactDecimal($0) }), ends.count <= 2,
            words[1].utf8.count == 3, words[1].utf8.allSatisfy({ $0 &- 0x41 < 26 })
        else {
            throw StoreError(
                .badData,
                "\"\(text)\" is no amount; write VALUE CURRENCY, such as 13000000000 USD, and at-most or the like")
        }
        var amount = Amount(value: value, currency: words[1])
        if ends.count == 2 {
            guard let maximum = ExactDecimal(ends[1]) else {
                throw StoreError(.badData, "\"\(ends[1])\" is no number")
            }
            (amount.maximum, amount.bound) = (maximum, .range)
        }
        for word in words.dropFirst(2) {
            if let bound = Amount.Bound(rawValue: word), bound != .range || amount.maximum != nil {
                amount.bound = bound
            } else if let scope = Amount.Scope(rawValue: word) {
                amount.scope = scope
            } else {
                let bounds = Amount.Bound.allCases.filter { $0 != .range }.map(\.rawValue)
                let known = (bounds + Amount.Scope.allCases.map(\.rawValue)).joined(separator: ", ")
                throw StoreError(.badData, "\"\(word)\" says nothing about an amount; there are \(known)")
            }
        }
        return amount
    }

    private static func text(of amount: Amount) -> String {
        var words = [amount.value.description + (amount.maximum.map { ".." + $0.description } ?? ""), amount.currency]
        if amount.bound != .exact && amount.bound != .range { words.append(amount.bound.rawValue) }
        if amount.scope != .edge { words.append(amount.scope.rawValue) }
        return words.joined(separator: " ")
    }

    private static func trimmed(_ text: Substring) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(text[first...last])
    }
}

extension Judgement {
    /// The correction of a qualifier of every statement of an edge, also of those that are yet to come.
    public init(edit: QualifierEdit, edge: Edge, author: String? = nil, reason: String? = nil) {
        self.init(.edit, edge: edge, author: author, reason: reason)
        value = edit.text
    }

    /// The correction of a qualifier of one statement.
    public init(edit: QualifierEdit, statement id: String, author: String? = nil, reason: String? = nil) {
        self.init(.edit, statement: id, author: author, reason: reason)
        value = edit.text
    }
}
