internal import LiaisonModel

/// The JSON-LD context of `Schemas`, read so that N-Quads and Turtle use the very same terms.
///
/// What is understood is what the file uses: prefixes, terms that are strings, and terms with `@id` and a coercion by `@type`.
struct LinkedDataContext {
    /// The names of `Schemas/graph.context.jsonld` in its order with the base's own IRIs put in.
    private(set) var members: [JSONValue.Member]
    private var iris: [String: String] = [:]
    private var coercions: [String: Coercion] = [:]

    /// What a bare value of a term is.
    enum Coercion: Equatable, Sendable {
        /// A string.
        case none
        /// A node.
        case node
        /// A literal of this datatype, an absolute IRI.
        case datatype(String)
    }

    /// - Parameters:
    ///   - text: the file.
    ///   - base: put in place of the namespace of each of ``LinkedDataName/Space``.
    /// - Throws: ``ExportError/badContext(reason:)``.
    init(_ text: String, base: BaseIRI) throws {
        let file: JSONValue
        do {
            file = try JSONValue(parsing: Array(text.utf8))
        } catch {
            throw ExportError.badContext(reason: error.message)
        }
        guard case .object(let members)? = file["@context"] else {
            throw ExportError.badContext(reason: "there is no object \"@context\"")
        }
        self.members = members
        for index in members.indices {
            if let space = LinkedDataName.Space.allCases.first(where: { $0.prefix == members[index].name }) {
                self.members[index].value = .string(base.text + space.prefix + "/")
            }
        }
        try expand()
    }

    /// The absolute IRI of a term.
    /// - Throws: ``ExportError/badContext(reason:)`` when it is not defined.
    func iri(of term: String) throws -> String {
        guard let iri = iris[term] else { throw ExportError.badContext(reason: "the term \"\(term)\" is missing") }
        return iri
    }

    /// The coercion of a term.
    func coercion(of term: String) -> Coercion { coercions[term] ?? .none }

    /// An IRI with one of the prefixes where the rest is a plain word, else nil: `schema:sibling`.
    func compact(_ iri: String) -> String? {
        var best: (prefix: String, rest: Substring)?
        for (prefix, namespace) in prefixes where iri.hasPrefix(namespace) {
            let rest = iri.dropFirst(namespace.count)
            if !rest.isEmpty, rest.count < best?.rest.count ?? .max, Self.isPlainWord(rest) { best = (prefix, rest) }
        }
        return best.map { $0.prefix + ":" + $0.rest }
    }

    /// The prefixes and their namespaces, in the order of the file.
    var prefixes: [(prefix: String, namespace: String)] {
        members.compactMap { member in
            guard let namespace = member.value.string, namespace.contains("://"),
                namespace.hasSuffix("/") || namespace.hasSuffix("#")
            else { return nil }
            return (member.name, namespace)
        }
    }

    /// Whether a text may follow a prefix in Turtle and JSON-LD alike without any escape.
    static func isPlainWord(_ text: some StringProtocol) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }

    private mutating func expand() throws {
        for member in members where !member.name.hasPrefix("@") {
            guard let id = member.value.string ?? member.value["@id"]?.string else {
                throw ExportError.badContext(reason: "the term \"\(member.name)\" has no \"@id\"")
            }
            iris[member.name] = absolute(id)
            guard let type = member.value["@type"]?.string else { continue }
            coercions[member.name] = type == "@id" ? .node : .datatype(absolute(type))
        }
    }

    /// Prefixes stand before the terms that use them.
    private func absolute(_ iri: String) -> String {
        guard let colon = iri.firstIndex(of: ":"), let namespace = iris[String(iri[..<colon])] else { return iri }
        return namespace + iri[iri.index(after: colon)...]
    }
}
