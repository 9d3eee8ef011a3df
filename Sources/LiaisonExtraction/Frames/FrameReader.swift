internal import LiaisonLanguage
internal import LiaisonModel
internal import LiaisonSchemas

/// Reads frame files and names file and line of what is wrong with them.
struct FrameReader {
    private let vocabulary: Vocabulary
    private var table: WordTable
    private let language: Language
    private(set) var frames: [Frame] = []

    /// Nouns and verbs whose forms the grammar must know.
    private(set) var verbs: Set<String> = []
    private(set) var nouns: Set<String> = []
    /// Forms that word lists give whole, with what they are a form of.
    private(set) var listed: [(text: String, lemma: String, isPlural: Bool)] = []
    private var listedLemmas: Set<String> = []
    /// The lists whose forms are in ``listed``.
    private var namesOfLists: Set<String> = []
    private let lists: RoleLists
    private let classes: WordClasses
    /// The lists that frames name with "@", each read once.
    private var expanded: [String: WordList] = [:]

    /// Words and phrases that a frame asks for or refuses.
    private struct WordList {
        var words: Set<WordID> = []
        var phrases: Set<[WordID]> = []
    }

    private static let keys: Set<String> = [
        "id", "relation", "verb", "noun", "role", "compound", "possession", "preposition", "roles", "with",
        "with-after", "particle", "without-particle", "plural",
        "without", "bare", "kinds", "types", "set", "amount", "confidence", "reflexive", "several", "objectless",
        "unsaid", "examples",
    ]

    init(
        schemas: SchemaSet, language: Language, vocabulary: Vocabulary, table: WordTable, canonical: [String: String]
    ) throws(SchemaError) {
        self.vocabulary = vocabulary
        self.table = table
        self.language = language
        lists = try RoleLists(schemas: schemas, language: language)
        classes = try WordClasses(schemas: schemas, languageCode: language.code)
        var places: [String: Int] = [:]
        for file in schemas.files(in: "frames/\(language.code)") {
            // A later file replaces a frame of an earlier one; within one file an id stands once.
            var own: Set<String> = []
            for node in try file.root().elements {
                let frame = try self.frame(node, file: file.displayPath, canonical: canonical)
                let isNew = own.insert(frame.id).inserted
                if let known = places[frame.id] {
                    if !isNew {
                        throw SchemaError(
                            file: frame.source.file, line: frame.source.line, message: "the id \(frame.id) stands twice"
                        )
                    }
                    frames[known] = frame
                } else {
                    places[frame.id] = frames.count
                    frames.append(frame)
                }
            }
        }
    }

    /// The words seen, with those of the frames added.
    var words: WordTable { table }

    private mutating func frame(_ node: SchemaNode, file: String, canonical: [String: String]) throws(SchemaError)
        -> Frame
    {
        func fail(_ line: Int, _ message: String) -> SchemaError {
            SchemaError(file: file, line: line, message: message)
        }
        for member in node.members where !Self.keys.contains(member.key) {
            throw fail(
                member.line,
                "unknown key \"\(member.key)\"; expected one of \(Self.keys.sorted().joined(separator: ", "))")
        }
        guard let id = node["id"]?.scalar else { throw fail(node.line, "a frame needs an \"id\"") }
        guard let relationID = node["relation"]?.scalar, let relation = vocabulary[RelationID(relationID)] else {
            throw fail(
                node["relation"]?.line ?? node.line, "\(id): unknown relation \"\(node["relation"]?.scalar ?? "")\"")
        }
        let triggers = Frame.Trigger.allCases.filter { node[$0.rawValue] != nil }
        guard triggers.count == 1, let trigger = triggers.first else {
            throw fail(node.line, "\(id) needs exactly one of verb, noun, role, compound, possession or preposition")
        }
        var lemmas: [String] = []
        var articles: [[WordID]: Bool] = [:]
        var publicPosts: Set<[WordID]> = []
        for word in node[trigger.rawValue]?.elements ?? [] {
            let text = word.scalar ?? ""
            guard text.hasPrefix("@") else {
                lemmas.append(text)
                continue
            }
            guard let forms = lists[String(text.dropFirst())] else {
                lemmas += try classes.words(word, file: file)
                continue
            }
            for (form, isDefinite) in lists.articles[String(text.dropFirst())] ?? [:] {
                articles[phrase(form, canonical)] = isDefinite
            }
            for form in lists.publicPosts[String(text.dropFirst())] ?? [] {
                publicPosts.insert(phrase(form, canonical))
            }
            if namesOfLists.insert(text).inserted {
                listed += forms
                listedLemmas.formUnion(forms.lazy.map(\.lemma))
            }
            lemmas += forms.map(\.lemma).uniqued
            lemmas += forms.map(\.text).filter { $0.contains(" ") }
        }
        lemmas = lemmas.uniqued
        guard !lemmas.isEmpty else { throw fail(node.line, "\(id) has no trigger word") }
        guard let roles = node["roles"], !roles.members.isEmpty else { throw fail(node.line, "\(id) needs \"roles\"") }
        var from: [Frame.Slot] = []
        var to: [Frame.Slot] = []
        for member in roles.members {
            var slots: [Frame.Slot] = []
            for word in member.value.strings { slots.append(slot(word, canonical)) }
            if slots.isEmpty { throw fail(member.line, "\(id): the role \(member.key) is bound to nothing") }
            switch member.key {
            case relation.subjectRole: from = slots
            case relation.objectRole: to = slots
            default:
                throw fail(
                    member.line,
                    "\(id): \(relationID) has no role \"\(member.key)\"; it has \(relation.subjectRole) and \(relation.objectRole)"
                )
            }
        }
        if from.isEmpty || to.isEmpty {
            throw fail(
                roles.line,
                "\(id): the role \(from.isEmpty ? relation.subjectRole : relation.objectRole) is never bound")
        }
        var frame = Frame(
            id: id, relation: relation.id, language: language, trigger: trigger, lemmas: lemmas, from: from, to: to,
            source: Frame.SourcePlace(file: file, line: node.line))
        frame.articles = articles
        frame.publicPosts = publicPosts
        switch trigger {
        case .verb: verbs.formUnion(lemmas)
        case .noun, .role:
            for lemma in lemmas where !lemma.utf8.contains(0x20) && !listedLemmas.contains(lemma) {
                nouns.insert(lemma)
            }
        case .compound, .preposition: break
        case .possession:
            for word in node["possession"]?.elements ?? [] where EntityKind(rawValue: word.scalar ?? "") == nil {
                throw fail(word.line, "\(id): unknown kind \"\(word.scalar ?? "")\"")
            }
        }
        for element in node["with"]?.elements ?? [] {
            let list = try words(element, canonical, file: file)
            frame.with.formUnion(list.words)
            frame.withPhrases.formUnion(list.phrases)
        }
        if let preposition = node["with-after"]?.scalar { frame.withPreposition = phrase(preposition, canonical) }
        for element in node["without"]?.elements ?? [] {
            frame.without.formUnion(try words(element, canonical, file: file).words)
        }
        for word in node["particle"]?.strings ?? [] {
            if word.contains(" ") {
                frame.particlePhrases.append(phrase(word, canonical))
            } else {
                frame.particles.insert(table.add(word))
            }
        }
        for word in node["without-particle"]?.strings ?? [] { frame.unlikeParticles.insert(table.add(word)) }
        if let bare = node["bare"]?.scalar { frame.isBare = bare == "true" }
        if let reflexive = node["reflexive"]?.scalar { frame.reflexive = reflexive == "true" }
        if let objectless = node["objectless"]?.scalar { frame.isObjectless = objectless == "true" }
        if let plural = node["plural"]?.scalar { frame.isPlural = plural == "true" }
        if let several = node["several"]?.scalar { frame.several = several == "true" }
        try restrict(&frame, node, relation, file: file)
        for word in node["unsaid"]?.elements ?? [] {
            switch word.scalar {
            case relation.subjectRole: frame.unsaid.insert(.subject)
            case relation.objectRole: frame.unsaid.insert(.object)
            default:
                throw fail(
                    word.line,
                    "\(id): \(relationID) has no role \"\(word.scalar ?? "")\" to leave unsaid; it has \(relation.subjectRole) and \(relation.objectRole)"
                )
            }
        }
        if let scope = node["amount"]?.scalar {
            guard let known = Amount.Scope(rawValue: scope) else {
                throw fail(node["amount"]?.line ?? node.line, "\(id): \"amount\" is edge, round, total or ceiling")
            }
            frame.amountScope = known
        }
        if let confidence = node["confidence"]?.scalar {
            guard let value = Double(confidence), (0...1).contains(value) else {
                throw fail(node["confidence"]?.line ?? node.line, "\(id): \"confidence\" is a number from 0 to 1")
            }
            frame.confidence = value
        }
        for member in node["set"]?.members ?? [] {
            let value = member.value.scalar ?? ""
            switch member.key {
            case "time": frame.settings.time = TimeState(rawValue: value)
            case "past": frame.settings.past = TimeState(rawValue: value)
            case "factuality": frame.settings.factuality = Factuality(rawValue: value)
            case "negated": frame.settings.negated = value == "true"
            case "role": frame.settings.role = value
            default:
                throw fail(
                    member.line, "\(id): \"set\" takes time, past, factuality, negated and role, not \"\(member.key)\"")
            }
            if member.key == "time" && frame.settings.time == nil
                || member.key == "past" && frame.settings.past == nil
                || member.key == "factuality" && frame.settings.factuality == nil
            {
                throw fail(member.line, "\(id): unknown \(member.key) \"\(value)\"")
            }
        }
        frame.examples = try examples(node["examples"], id: id, file: file)
        if !frame.examples.contains(where: { $0.expectation != .no }) {
            throw fail(node.line, "\(id) has no example of what it finds")
        }
        return frame
    }

    /// The word of a list, or those of the class or of the list of titles that it names.
    private mutating func words(
        _ node: SchemaNode, _ canonical: [String: String], file: String
    ) throws(SchemaError) -> WordList {
        let text = node.scalar ?? ""
        guard text.hasPrefix("@") else { return wordList([text], canonical) }
        if let known = expanded[text] { return known }
        let list =
            if let forms = lists[String(text.dropFirst())] {
                wordList(forms.map(\.lemma) + forms.map(\.text).filter { $0.contains(" ") }, canonical)
            } else {
                wordList(try classes.words(node, file: file), canonical)
            }
        expanded[text] = list
        return list
    }

    private mutating func wordList(_ texts: [String], _ canonical: [String: String]) -> WordList {
        var list = WordList()
        for text in texts {
            if text.utf8.contains(0x20) {
                list.phrases.insert(phrase(text, canonical))
                continue
            }
            if !text.hasPrefix("#") { nouns.insert(text) }
            list.words.insert(table.add(text.lowercased()))
        }
        return list
    }

    /// The kinds and the types that a frame asks of its ends.
    private func restrict(
        _ frame: inout Frame, _ node: SchemaNode, _ relation: RelationType, file: String
    ) throws(SchemaError) {
        for key in ["kinds", "types"] {
            for member in node[key]?.members ?? [] {
                guard member.key == relation.subjectRole || member.key == relation.objectRole else {
                    throw SchemaError(
                        file: file, line: member.line,
                        message:
                            "\(frame.id): \(relation.id) has no role \"\(member.key)\"; it has \(relation.subjectRole) and \(relation.objectRole)"
                    )
                }
                let isSubject = member.key == relation.subjectRole
                let words = Set(member.value.strings)
                if key == "types" {
                    if isSubject { frame.types.subject = words } else { frame.types.object = words }
                    continue
                }
                let allowed = isSubject ? relation.subjectKinds : relation.objectKinds
                var kinds: Set<EntityKind> = []
                for word in words {
                    guard let kind = EntityKind(rawValue: word), allowed.contains(kind) else {
                        throw SchemaError(
                            file: file, line: member.line,
                            message: "\(frame.id): no \(member.key) of \(relation.id) is of the kind \"\(word)\"")
                    }
                    kinds.insert(kind)
                }
                if isSubject { frame.kinds.subject = kinds } else { frame.kinds.object = kinds }
            }
        }
    }

    private mutating func slot(_ word: String, _ canonical: [String: String]) -> Frame.Slot {
        switch word {
        case "subject": .subject
        case "object": .object
        case "dative": .dative
        case "head": .head
        case "owner": .owner
        case "topic": .topic
        case "mutual": .mutual
        case "round": .round
        case "place": .place
        case "modifier": .modifier
        case "object-owner": .objectOwner
        case "object-user": .objectUser
        case "object-maker": .objectMaker
        default: .preposition(phrase(word, canonical))
        }
    }

    private mutating func phrase(_ text: String, _ canonical: [String: String]) -> [WordID] {
        PhraseReader.words(text).map { table.add(canonical[$0] ?? $0) }
    }
}

extension [String] {
    /// The same without repetition, first come first.
    var uniqued: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
