public import LiaisonModel

extension Vocabulary {
    /// Reads `relations.yaml` of every layer; a relation of a later layer replaces one of the same name.
    /// - Throws: ``SchemaError`` for an unknown key or kind, a missing role, or an entry without a name.
    public init(schemas: SchemaSet) throws(SchemaError) {
        var relations: [RelationType] = []
        var kinds: [EntityKind: KindStyle] = [:]
        var currencySymbols: [String: String] = [:]
        for file in schemas.files(in: "relations.yaml") {
            let root = try file.root()
            let reader = VocabularyReader(file: file.displayPath)
            for member in root.members where !["relations", "kinds", "currencies"].contains(member.key) {
                throw reader.error(
                    member.line, "unknown key \"\(member.key)\"; expected \"relations\", \"kinds\" or \"currencies\"")
            }
            for member in root["currencies"]?.members ?? [] { currencySymbols[member.key] = member.value.scalar }
            for member in root["kinds"]?.members ?? [] {
                kinds[try reader.kind(member.key, line: member.line)] = try reader.kindStyle(member.value)
            }
            for member in root["relations"]?.members ?? [] {
                let relation = try reader.relation(member)
                if let known = relations.firstIndex(where: { $0.id == relation.id }) {
                    relations[known] = relation
                } else {
                    relations.append(relation)
                }
            }
        }
        self.init(relations: relations, kinds: kinds, currencySymbols: currencySymbols)
    }
}

/// Reads entries of `relations.yaml` and names the line of what is wrong.
private struct VocabularyReader {
    let file: String

    func error(_ line: Int, _ message: String) -> SchemaError {
        SchemaError(file: file, line: line, message: message)
    }

    func relation(_ entry: SchemaNode.Member) throws(SchemaError) -> RelationType {
        let known = ["subject", "object", "symmetric", "labels", "definitions", "same-as", "inverse-of", "color"]
        for member in entry.value.members where !known.contains(member.key) {
            throw error(
                member.line,
                "unknown key \"\(member.key)\" in \(entry.key); expected one of \(known.joined(separator: ", "))")
        }
        let subject = try role("subject", of: entry)
        let object = try role("object", of: entry)
        var matches: [TermMatch] = []
        for (key, inverse) in [("same-as", false), ("inverse-of", true)] {
            for iri in entry.value[key]?.strings ?? [] { matches.append(TermMatch(iri: iri, isInverse: inverse)) }
        }
        return RelationType(
            id: RelationID(entry.key), subjectRole: subject.name, objectRole: object.name,
            subjectKinds: subject.kinds, objectKinds: object.kinds,
            isSymmetric: entry.value["symmetric"]?.scalar == "true",
            labels: texts(entry.value["labels"]), definitions: texts(entry.value["definitions"]), matches: matches,
            style: RelationStyle(color: entry.value["color"]?.scalar ?? RelationStyle().color))
    }

    func kind(_ word: String, line: Int) throws(SchemaError) -> EntityKind {
        guard let kind = EntityKind(rawValue: word) else {
            let known = EntityKind.allCases.map(\.rawValue).joined(separator: ", ")
            throw error(line, "unknown kind \"\(word)\"; expected one of \(known)")
        }
        return kind
    }

    func kindStyle(_ node: SchemaNode) throws(SchemaError) -> KindStyle {
        for member in node.members where !["shape", "fill", "line", "labels", "classes"].contains(member.key) {
            throw error(member.line, "unknown key \"\(member.key)\"; expected shape, fill, line, labels or classes")
        }
        let plain = KindStyle()
        return KindStyle(
            shape: node["shape"]?.scalar ?? plain.shape, fill: node["fill"]?.scalar ?? plain.fill,
            line: node["line"]?.scalar ?? plain.line, labels: texts(node["labels"]),
            classes: node["classes"]?.strings ?? [])
    }

    private func role(
        _ end: String, of entry: SchemaNode.Member
    ) throws(SchemaError) -> (name: String, kinds: Set<EntityKind>) {
        guard let node = entry.value[end], let member = node.members.first, node.members.count == 1 else {
            throw error(entry.line, "\(entry.key) needs \"\(end): {role: [kinds]}\"")
        }
        var kinds: Set<EntityKind> = []
        for word in member.value.elements { kinds.insert(try kind(word.scalar ?? "", line: word.line)) }
        if kinds.isEmpty { throw error(member.line, "the role \(member.key) of \(entry.key) allows no kind") }
        return (member.key, kinds)
    }

    private func texts(_ node: SchemaNode?) -> [String: String] {
        Dictionary(
            (node?.members ?? []).compactMap { member in member.value.scalar.map { (member.key, $0) } },
            uniquingKeysWith: { first, _ in first })
    }
}
