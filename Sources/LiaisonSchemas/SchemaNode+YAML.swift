internal import Yams

extension SchemaNode {
    /// Parses one YAML document. Anchors and merge keys are not resolved: data files do not use them.
    /// - Throws: ``SchemaError`` with the line.
    public init(yaml text: String, file: String) throws(SchemaError) {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw SchemaError(file: file, line: error.line, message: "not valid YAML: \(error.reason)")
        } catch {
            throw SchemaError(file: file, message: "not valid YAML: \(error)")
        }
        guard let root else {
            self.init(.sequence([]), line: 1)
            return
        }
        self.init(root)
    }

    private init(_ node: Node) {
        let line = node.mark?.line ?? 1
        switch node {
        case .scalar(let scalar):
            self.init(.scalar(scalar.string), line: line)
        case .sequence(let sequence):
            self.init(.sequence(sequence.map { SchemaNode($0) }), line: line)
        case .mapping(let mapping):
            self.init(
                .mapping(
                    mapping.map { key, value in
                        Member(key: key.string ?? "", line: key.mark?.line ?? line, value: SchemaNode(value))
                    }), line: line)
        case .alias:
            self.init(.scalar(""), line: line)
        }
    }
}

extension YamlError {
    /// The line of the problem, where the parser knows it.
    fileprivate var line: Int? {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: nil
        }
    }

    /// The problem in words.
    fileprivate var reason: String {
        switch self {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
        case .duplicatedKeysInMapping(let duplicates, _):
            "the key \(duplicates.map { "\"\($0)\"" }.joined(separator: ", ")) stands twice"
        default: String(describing: self)
        }
    }
}
