/// A node of a data file of `Schemas`, with the line it stands on, so that every complaint can name its place.
public struct SchemaNode: Sendable, Hashable {
    /// What the node is.
    public enum Content: Sendable, Hashable {
        case scalar(String)
        case sequence([SchemaNode])
        case mapping([Member])
    }

    /// A key and its value; the order of the file is kept.
    public struct Member: Sendable, Hashable {
        public var key: String
        public var line: Int
        public var value: SchemaNode

        public init(key: String, line: Int, value: SchemaNode) {
            self.key = key
            self.line = line
            self.value = value
        }
    }

    public var content: Content
    /// Counted from 1.
    public var line: Int

    public init(_ content: Content, line: Int) {
        self.content = content
        self.line = line
    }

    /// The text of a scalar.
    public var scalar: String? {
        if case .scalar(let text) = content { text } else { nil }
    }

    /// The elements of a sequence; a scalar counts as a sequence of itself, so that one value needs no brackets.
    public var elements: [SchemaNode] {
        switch content {
        case .sequence(let nodes): nodes
        case .scalar(let text): text.isEmpty ? [] : [self]
        case .mapping: [self]
        }
    }

    /// The members of a mapping, empty for anything else.
    public var members: [Member] {
        if case .mapping(let members) = content { members } else { [] }
    }

    /// The texts of ``elements`` that are scalars.
    public var strings: [String] { elements.compactMap(\.scalar) }

    /// The value of a member.
    public subscript(key: String) -> SchemaNode? {
        members.first { $0.key == key }?.value
    }
}
