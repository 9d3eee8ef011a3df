public import LiaisonModel
public import LiaisonSchemas

/// What scoring needs to know, from `evaluation.yaml`: words that do not tell names apart, and relations reported together.
public struct EvaluationTerms: Sendable {
    /// Relations that are reported together.
    public struct Group: Sendable, Hashable {
        public var name: String
        public var relations: [RelationID]
    }

    /// In the order of the file; the first is what is scored when nothing is asked for.
    public let groups: [Group]
    /// Folded phrases by their first word, longest first.
    private let ignored: [String: [[String]]]

    /// Reads `evaluation.yaml` of every layer.
    /// - Throws: `SchemaError` for an unknown key, a relation that the vocabulary has not, or no group at all.
    public init(schemas: SchemaSet, vocabulary: Vocabulary) throws(SchemaError) {
        var groups: [Group] = []
        var ignored: [String: [[String]]] = [:]
        for file in schemas.files(in: "evaluation.yaml") {
            let root = try file.root()
            for member in root.members where !["ignored", "groups"].contains(member.key) {
                throw SchemaError(
                    file: file.displayPath, line: member.line,
                    message: "unknown key \"\(member.key)\"; expected \"ignored\" or \"groups\"")
            }
            for list in root["ignored"]?.elements ?? [] {
                for phrase in list.strings {
                    let words = phrase.split(separator: " ").map(String.init)
                    if let first = words.first { ignored[first, default: []].append(words) }
                }
            }
            for node in root["groups"]?.elements ?? [] {
                groups.append(try Self.group(node, file: file.displayPath, vocabulary: vocabulary))
            }
        }
        if groups.isEmpty { throw SchemaError(file: "evaluation.yaml", message: "there is no group of relations") }
        self.groups = groups
        self.ignored = ignored.mapValues { $0.sorted { $0.count > $1.count } }
    }

    private static func group(_ node: SchemaNode, file: String, vocabulary: Vocabulary) throws(SchemaError) -> Group {
        guard let name = node["name"]?.scalar, let relations = node["relations"] else {
            throw SchemaError(file: file, line: node.line, message: "a group needs a \"name\" and \"relations\"")
        }
        var ids: [RelationID] = []
        for element in relations.elements {
            let id = RelationID(element.scalar ?? "")
            guard vocabulary[id] != nil else {
                throw SchemaError(
                    file: file, line: element.line, message: "unknown relation \"\(id)\" in the group \(name)")
            }
            ids.append(id)
        }
        return Group(name: name, relations: ids)
    }

    /// A name as it is compared: folded, without what does not tell names apart unless nothing else is left.
    ///
    /// For example: `"OpenAI, Inc."` and `"openai"` are the same, `"The Group"` stays `"the group"`.
    public func key(of name: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
                .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
                plain.append(scalar)
            default:
                plain.append(" ")
            }
        }
        let words = NameFolding.fold(String(plain)).split(separator: " ").map(String.init)
        var kept: [String] = []
        var index = 0
        while index < words.count {
            if let phrase = ignored[words[index]]?.first(where: { words[index...].starts(with: $0) }) {
                index += phrase.count
            } else {
                kept.append(words[index])
                index += 1
            }
        }
        return (kept.isEmpty ? words : kept).joined(separator: " ")
    }
}
