public import LiaisonModel

extension PageParts {
    /// Reads `readers/pages.yaml` of every layer; a later layer adds to an earlier one.
    /// - Throws: ``SchemaError`` for an unknown key.
    public init(schemas: SchemaSet) throws(SchemaError) {
        self.init()
        for file in schemas.files(in: "readers/pages.yaml") {
            for member in try file.root().members {
                let words = member.value.strings.map(NameFolding.fold)
                switch member.key {
                case "aside": aside.formUnion(words)
                case "body": body.formUnion(words)
                case "bylines": bylines.formUnion(words)
                case "lines": lines += words.map { $0.split(separator: " ").map(String.init) }
                case "types": types.formUnion(words)
                default:
                    throw SchemaError(
                        file: file.displayPath, line: member.line,
                        message: "unknown key \"\(member.key)\"; expected aside, body, bylines, lines or types")
                }
            }
        }
    }
}
