internal import LiaisonSchemas

/// The classes of words in `lexicon/LANGUAGE/word-classes.yaml`, by name: a frame writes "@goods" where it would
/// otherwise list what a firm makes, so that a word is learned once for every frame that asks for its class.
struct WordClasses: Sendable {
    private var classes: [String: [String]] = [:]

    /// - Throws: a class that names another one which does not stand before it.
    init(schemas: SchemaSet, languageCode: String) throws(SchemaError) {
        for file in schemas.files(in: "lexicon/\(languageCode)/word-classes.yaml") {
            for section in try file.root().members {
                var words: [String] = []
                for element in section.value.elements {
                    words += try self.words(element, file: file.displayPath)
                }
                // A file of the user adds to a class.
                classes[section.key] = (classes[section.key, default: []] + words).uniqued
            }
        }
    }

    /// The word of a list, or every word of the class that it names.
    ///
    /// - Throws: a class that does not exist, with its file and line.
    func words(_ node: SchemaNode, file: String) throws(SchemaError) -> [String] {
        guard let text = node.scalar else { return [] }
        guard text.hasPrefix("@") else { return [text] }
        guard let words = classes[String(text.dropFirst())] else {
            let known = classes.keys.sorted().map { "@" + $0 }.joined(separator: ", ")
            throw SchemaError(
                file: file, line: node.line,
                message: "no class of words is called \"\(text)\"; word-classes.yaml has \(known)")
        }
        return words
    }
}
