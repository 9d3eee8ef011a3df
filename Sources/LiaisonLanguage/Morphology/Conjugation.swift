public import LiaisonSchemas

/// Inflects the verbs and nouns of one language by models: `racheter` goes like the longest model it ends in, `acheter`.
///
/// The models are data, `lexicon/<language>/conjugation.yaml`: what to strip from the infinitive and what to put in its
/// place for each form. A model named `*er` is the rule for all that end so, one named `=buy` is for
/// that word alone.
public struct Conjugation: Sendable {
    /// One way of inflecting.
    struct Model: Sendable {
        var suffix: String
        /// For the one word that is ``suffix``.
        var isWhole: Bool
        var strip: String
        var endings: [(form: WordForm, ending: String)]
    }

    private var verbs: [Model] = []
    private var nouns: [Model] = []

    /// Reads the models of a language (`fr`, `en`).
    /// - Throws: `SchemaError` for an unknown form or a model that cannot apply to its own name.
    public init(schemas: SchemaSet, language: String) throws(SchemaError) {
        for file in schemas.files(in: "lexicon/\(language)/conjugation.yaml") {
            let root = try file.root()
            for member in root["verbs"]?.members ?? [] {
                verbs.append(try Self.model(member, file: file.displayPath))
            }
            for member in root["nouns"]?.members ?? [] {
                nouns.append(try Self.model(member, file: file.displayPath))
            }
        }
        // The longest suffix decides; of two equal ones the later, so that a user's file can correct ours.
        verbs = verbs.reversed().sorted { $0.suffix.utf8.count > $1.suffix.utf8.count }
        nouns = nouns.reversed().sorted { $0.suffix.utf8.count > $1.suffix.utf8.count }
    }

    /// All forms of a verb; just the infinitive when no model applies.
    public func forms(ofVerb lemma: String) -> [(text: String, form: WordForm)] {
        [(lemma, .infinitive)] + inflect(lemma, verbs)
    }

    /// Singular and plural of a noun; of several words, the first is inflected in French ("chef de file") by the data's
    /// order of models, and callers pass words they do not want inflected on their own.
    public func forms(ofNoun lemma: String) -> [(text: String, form: WordForm)] {
        [(lemma, .singular)] + inflect(lemma, nouns)
    }

    private func inflect(_ lemma: String, _ models: [Model]) -> [(text: String, form: WordForm)] {
        // Bytes are compared faster than characters by far, and a start of the program inflects thousands of words.
        var lemma = lemma
        let found = lemma.withUTF8 { lemma in
            models.firstIndex { model in
                (!model.isWhole || lemma.count == model.suffix.utf8.count)
                    && Self.ends(lemma, in: model.suffix) && Self.ends(lemma, in: model.strip)
            }
        }
        guard let found else { return [] }
        let model = models[found]
        let stem = String(Substring(lemma.utf8.dropLast(model.strip.utf8.count)))
        return model.endings.map { (stem + $0.ending, $0.form) }
    }

    private static func ends(_ word: UnsafeBufferPointer<UInt8>, in suffix: String) -> Bool {
        let suffix = suffix.utf8
        return word.count >= suffix.count && word[(word.count - suffix.count)...].elementsEqual(suffix)
    }

    private static func model(_ member: SchemaNode.Member, file: String) throws(SchemaError) -> Model {
        let isWhole = member.key.hasPrefix("=")
        let suffix = isWhole || member.key.hasPrefix("*") ? String(member.key.dropFirst()) : member.key
        var model = Model(suffix: suffix, isWhole: isWhole, strip: member.value["strip"]?.scalar ?? "", endings: [])
        guard suffix.hasSuffix(model.strip) || model.strip.hasSuffix(suffix) else {
            throw SchemaError(
                file: file, line: member.line, message: "\(member.key) does not end in \"\(model.strip)\"")
        }
        for part in member.value.members where part.key != "strip" {
            guard let form = WordForm(name: part.key) else {
                throw SchemaError(file: file, line: part.line, message: "unknown form \"\(part.key)\"")
            }
            for ending in part.value.strings { model.endings.append((form, ending == "-" ? "" : ending)) }
        }
        return model
    }
}
