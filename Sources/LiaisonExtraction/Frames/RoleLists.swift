internal import LiaisonLanguage
internal import LiaisonSchemas

/// The lists of titles and role nouns in `lexicon/roles.yaml`, by name: `leads`, or `subsidiary-of/subject` for one side.
struct RoleLists: Sendable {
    typealias Form = (text: String, lemma: String, isPlural: Bool)

    private var lists: [String: [Form]] = [:]
    /// Forms that mean the relation behind "the" only, and those that do behind "a" only, by list.
    private(set) var articles: [String: [String: Bool]] = [:]

    /// Forms that are posts of public bodies, by list: no firm has a governor.
    private(set) var publicPosts: [String: Set<String>] = [:]

    init(schemas: SchemaSet, language: Language) throws(SchemaError) {
        for file in schemas.files(in: "lexicon/roles.yaml") {
            let publicBodies = Set(try file.root()["public-bodies"]?.strings ?? [])
            for section in try file.root().members {
                for entry in section.value[language.code]?.elements ?? [] where entry["weak"] == nil {
                    let singular = ["m", "f", "s"].compactMap { entry[$0]?.scalar?.lowercased() }
                    let plural = ["mp", "fp", "p"].compactMap { entry[$0]?.scalar?.lowercased() }
                    guard let lemma = singular.first ?? plural.first else { continue }
                    var forms: [Form] = []
                    for text in singular { forms.append((text, lemma, false)) }
                    for text in plural where !singular.contains(text) { forms.append((text, lemma, true)) }
                    lists[section.key, default: []] += forms
                    for (key, isDefinite) in [("definite", true), ("indefinite", false)] where entry[key] != nil {
                        for form in forms { articles[section.key, default: [:]][form.text] = isDefinite }
                    }
                    if let body = entry["of"]?.scalar, publicBodies.contains(body) {
                        publicPosts[section.key, default: []].formUnion(forms.map(\.text))
                    }
                    if let side = entry["side"]?.scalar { lists[section.key + "/" + side, default: []] += forms }
                }
            }
        }
    }

    subscript(name: String) -> [Form]? { lists[name] }
}
