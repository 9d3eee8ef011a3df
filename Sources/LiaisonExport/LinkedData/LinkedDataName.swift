internal import LiaisonModel

/// The name of a node that this program mints: a space below the base and a part that is unique there.
struct LinkedDataName {
    /// The raw value is the place in lists of all spaces.
    enum Space: Int, CaseIterable {
        case entity
        case claim
        case statement
        case article
        case graph

        /// The prefix in JSON-LD and Turtle, and the path below the base.
        var word: StaticString {
            switch self {
            case .entity: "entity"
            case .claim: "claim"
            case .statement: "statement"
            case .article: "article"
            case .graph: "graph"
            }
        }

        /// ``word`` as a string.
        var prefix: String { "\(word)" }
    }

    /// What tells a node from others of its space.
    enum Local {
        case code(EntityCode)
        /// The first bytes of a digest: twenty hexadecimal digits.
        case digest(UInt64, UInt16)
        /// Percent-encoded where needed; valid as long as what it was borrowed from.
        case text(BorrowedText)
    }

    var space: Space
    var local: Local
    /// A part of the node, such as `target`, or empty.
    var part: StaticString = ""

    static func entity(_ code: EntityCode) -> Self { Self(space: .entity, local: .code(code)) }
    static func claim(_ id: BorrowedText) -> Self { Self(space: .claim, local: .text(id)) }
    static func statement(_ digest: (UInt64, UInt16), _ part: StaticString = "") -> Self {
        Self(space: .statement, local: .digest(digest.0, digest.1), part: part)
    }
    static func article(_ sha256: BorrowedText) -> Self { Self(space: .article, local: .text(sha256)) }
    static func graph(_ id: StaticString) -> Self { Self(space: .graph, local: .text(BorrowedText(id))) }

    /// Writes what follows the space: the same bytes after a prefix and in an absolute IRI.
    func writeLocal(to out: ByteOutput) {
        switch local {
        case .code(let code): code.write(to: out)
        case .digest(let high, let low):
            out.hexadecimal(high, digits: 16)
            out.hexadecimal(UInt64(low), digits: 4)
        case .text(let text): out.escaped(text, .segment)
        }
        if part.utf8CodeUnitCount > 0 {
            out.byte(UInt8(ascii: "-"))
            out.text(part)
        }
    }

    /// Whether the local part needs no escape after a prefix of Turtle.
    var isPlainWord: Bool {
        switch local {
        case .code, .digest: true
        case .text(let text): !text.isEmpty && EscapeTable.segment.isClean(text)
        }
    }
}
