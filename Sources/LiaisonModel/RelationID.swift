/// The name of a relation in the vocabulary, such as `invests-in`.
public struct RelationID: Hashable, Sendable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    public let text: String

    public init(_ text: String) {
        self.text = text
    }

    public init(stringLiteral value: String) {
        text = value
    }

    public var description: String { text }

    public static func < (a: RelationID, b: RelationID) -> Bool {
        a.text.utf8.lexicographicallyPrecedes(b.text.utf8)
    }
}
