/// The name of a node that this program mints: a space below the base and a part that is unique there.
struct LinkedDataName {
    /// The raw value is the prefix in JSON-LD and Turtle, and the path below the base.
    enum Space: String, CaseIterable {
        case entity
        case claim
        case statement
        case article
        case graph
    }

    /// What tells a node from others of its space.
    enum Local {
        case code(EntityCode)
        /// Percent-encoded where needed.
        case text(String)
    }

    var space: Space
    var local: Local
    /// A part of the node, such as `target`, or empty.
    var part: StaticString = ""

    static func entity(_ code: EntityCode) -> Self { Self(space: .entity, local: .code(code)) }
    static func claim(_ id: String) -> Self { Self(space: .claim, local: .text(id)) }
    static func statement(_ id: String, _ part: StaticString = "") -> Self {
        Self(space: .statement, local: .text(id), part: part)
    }
    static func article(_ sha256: String) -> Self { Self(space: .article, local: .text(sha256)) }
    static func graph(_ id: String) -> Self { Self(space: .graph, local: .text(id)) }

    /// Writes what follows the space: the same bytes after a prefix and in an absolute IRI.
    func writeLocal(to out: ByteOutput) {
        switch local {
        case .code(let code): code.write(to: out)
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
        case .code: true
        case .text(let text): LinkedDataContext.isPlainWord(text)
        }
    }
}
