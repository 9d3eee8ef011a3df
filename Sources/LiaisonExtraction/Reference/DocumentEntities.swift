internal import LiaisonLanguage
internal import LiaisonModel

/// The things one article names, each once, and which of them every name stands for.
struct DocumentEntities: Sendable {
    /// One of them.
    struct Item: Sendable {
        var reference: EntityReference
        var entry: LexiconEntryID?
        /// The forms it is named by here, in order of appearance, without repetition.
        var names: [String] = []
        /// Types from the lexicon and from this text: "la start-up Lumenor".
        var types: Set<String> = []
        var mentions = 0
        var score: Float = 0
        var country: String?
        /// Nouns that the text calls it by, as lemmas: "la brasserie nantaise Cobalt".
        var nouns: Set<WordID> = []
        /// What else those words say of it, without their endings: "nantais", "stockholm".
        var attributes: Set<String> = []
        /// Whether the text calls it a public body.
        var isAuthority = false
        /// Countries that the text says it is of.
        var countries: Set<String> = []
        /// Whether the words that last spoke of it were feminine; nil where they did not tell.
        var isFeminine: Bool?
    }

    private(set) var items: [Item] = []
    /// By index into the text's names.
    private(set) var itemOfName: [Int] = []

    init(text: AnnotatedText, lexicon: Lexicon, names: NameKnowledge) {
        var byKey: [EntityKey: Int] = [:]
        var forms = NameForms()
        var shortenings: [String: Int] = [:]
        let surfaces = text.names.map { names.cleaned(text.text($0.tokens)) }
        let isFull = text.names.indices.map {
            // Of the lexicon, or of several words without an honorific.
            text.names[$0].entry != nil || text.names[$0].tokens.count > 1 && surfaces[$0].contains(" ")
        }
        itemOfName = Array(repeating: -1, count: text.names.count)
        // Full names first, so that a last name finds its person wherever it stands.
        let order = text.names.indices.sorted { a, b in
            if isFull[a] != isFull[b] { return isFull[a] }
            return a < b
        }
        for index in order {
            let mention = text.names[index]
            let surface = surfaces[index]
            let item: Int
            if let entry = mention.entry {
                let entity = lexicon[entry].entity
                if let known = byKey[entity.key] {
                    item = known
                } else {
                    items.append(
                        Item(
                            reference: entity.reference, entry: entry, types: Set(lexicon[entry].types),
                            country: lexicon[entry].country))
                    item = items.count - 1
                    byKey[entity.key] = item
                }
            } else if let known = partial(of: mention, surface: surface, names: names, &forms) {
                item = known
            } else if let known = shortenings[surface] ?? shortened(index, surfaces, text, forms) {
                shortenings[surface] = known
                item = known
            } else {
                let key = EntityKey(name: surface, kind: mention.kind)
                if let known = byKey[key] {
                    item = known
                } else {
                    items.append(Item(reference: EntityReference(key: key, name: surface, kind: mention.kind)))
                    item = items.count - 1
                    byKey[key] = item
                }
            }
            itemOfName[index] = item
            items[item].mentions += 1
            items[item].score = max(items[item].score, mention.score)
            if !items[item].names.contains(surface) {
                items[item].names.append(surface)
                forms.add(surface, to: item)
            }
            forms.add(items[item].reference.name, to: item)
        }
        expandFirstNames(text)
        joinAcronyms(text, surfaces, names)
        settleKinds(text)
    }

    /// "son frère Karim": the first name of a sibling, in full by the other's last name.
    mutating func completeName(of item: Int, after other: Int) {
        let words = items[other].reference.name.split(separator: " ")
        guard items[item].entry == nil, words.count >= 2, !items[item].reference.name.contains(" "),
            words.last.map(String.init) != items[item].reference.name
        else { return }
        let name = items[item].reference.name + " " + words.dropFirst().joined(separator: " ")
        items[item].reference = EntityReference(name: name, kind: .person)
    }

    /// The item of a lexicon entry, added when the text has not named it otherwise.
    mutating func item(of entry: ContextualName) -> Int? {
        if let known = items.firstIndex(where: { $0.reference.key == entry.reference.key }) { return known }
        items.append(Item(reference: entry.reference, entry: entry.id, country: entry.country))
        return items.count - 1
    }

    /// Takes in what the text says of an item: "la start-up lyonnaise Lumenor".
    mutating func describe(
        _ item: Int, types: Set<String>, nouns: [WordID], attributes: Set<String>, countries: Set<String>
    ) {
        // What the lexicon says of a thing stands.
        if items[item].entry == nil { items[item].types.formUnion(types) }
        items[item].nouns.formUnion(nouns)
        items[item].attributes.formUnion(attributes)
        items[item].countries.formUnion(countries)
    }

    /// Takes note of what the text calls a public body: "l'autorité de protection des données, la VDAI".
    mutating func noteAuthority(_ item: Int) { items[item].isAuthority = true }

    /// What the recogniser takes for a firm with less than this may be what the noun before it says.
    private static let sureFirm: Float = 0.98

    /// Takes note of what the text calls a product: "le lanceur Zephyr".
    mutating func noteProduct(_ item: Int) {
        guard items[item].entry == nil, items[item].reference.kind == .company, items[item].score < Self.sureFirm else {
            return
        }
        items[item].reference = EntityReference(name: items[item].reference.name, kind: .product)
    }

    /// Takes note of the gender of the words that just spoke of an item.
    mutating func note(isFeminine: Bool, of item: Int) { items[item].isFeminine = isFeminine }

    /// A last name, a head word, or an acronym of something named in full.
    private func partial(of mention: NameMention, surface: String, names: NameKnowledge, _ forms: inout NameForms)
        -> Int?
    {
        let short = NameFolding.fold(surface)
        if mention.kind == .person {
            if mention.tokens.count == 1, let bearer = bearer(ofGivenName: short, forms) { return bearer }
            // A last name is one word, or several behind a particle: "Le Goff".
            if short.contains(" "), !names.beginsWithParticle(surface) { return nil }
            return only(forms.ending(with: short)) { $0 == .person }
        }
        var found = forms.beginning(with: short).filter { form in
            form.text.dropFirst(short.count + 1).split(separator: " ").allSatisfy { names.isGeneric(String($0)) }
        }.map(\.item)
        if mention.tokens.count == 1, surface.utf8.count >= 2, surface == surface.uppercased() {
            found += forms.items(ofAcronym: surface, names)
        }
        return only(found) { $0.family == mention.kind.family }
    }

    /// The one item among some whose kind will do; nil where there are none or several.
    private func only(_ candidates: [Int], where mayBe: (EntityKind) -> Bool) -> Int? {
        var found: Int?
        for item in candidates where item != found && mayBe(items[item].reference.kind) {
            if found != nil { return nil }
            found = item
        }
        return found
    }

    /// "Aldermere" after "Aldermere Bio": the beginning of the one name of an organisation that the text gave before, where no
    /// sentence has both.
    private func shortened(_ index: Int, _ surfaces: [String], _ text: AnnotatedText, _ forms: NameForms) -> Int? {
        let mention = text.names[index]
        guard mention.kind.family == .organisation, mention.tokens.count == 1,
            let item = only(
                forms.beginning(with: NameFolding.fold(surfaces[index])).map(\.item),
                where: { $0.family == .organisation })
        else { return nil }
        func isInBody(_ name: Int) -> Bool {
            Int(text.tokens[text.names[name].tokens.lowerBound].start) >= text.bodyStart
        }
        func sentence(of name: Int) -> Int? { text.sentence(of: text.names[name].tokens.lowerBound) }
        let own = text.names.indices.filter { surfaces[$0] == surfaces[index] && isInBody($0) }
        let full = text.names.indices.filter {
            itemOfName[$0] == item && surfaces[$0] != surfaces[index] && isInBody($0)
        }
        guard let first = full.first, own.first.map({ $0 > first }) ?? true else { return nil }
        return Set(full.map(sentence)).isDisjoint(with: own.map(sentence)) ? item : nil
    }

    /// The one person whose full name begins with a name that stands alone: "Clélia" after "Clélia Darvant".
    private func bearer(ofGivenName name: String, _ forms: NameForms) -> Int? {
        guard let found = only(forms.beginning(with: name).map(\.item), where: { $0 == .person }) else { return nil }
        // A last name goes before: "Martin" after "Odile Martin" and "Martin Vial".
        return forms.ending(with: name).contains { items[$0].reference.kind == .person } ? nil : found
    }

    /// "Nordal Bay Systems (NBS)": what stands in brackets behind a name whose initials it has is that thing here, whatever
    /// else the lexicon knows by these letters.
    private mutating func joinAcronyms(_ text: AnnotatedText, _ surfaces: [String], _ names: NameKnowledge) {
        for index in text.names.indices.dropLast() {
            let (full, short) = (text.names[index].tokens, text.names[index + 1].tokens)
            let (item, other) = (itemOfName[index], itemOfName[index + 1])
            guard item != other, short.count == 1, short.lowerBound == full.upperBound + 1,
                text.text(full.upperBound..<short.lowerBound) == "(", surfaces[index + 1].utf8.count > 1,
                names.acronym(of: surfaces[index]) == surfaces[index + 1]
            else { continue }
            for mention in text.names.indices
            where itemOfName[mention] == other && surfaces[mention] == surfaces[index + 1] {
                itemOfName[mention] = item
                items[item].mentions += 1
                items[other].mentions -= 1
            }
            items[item].names.append(surfaces[index + 1])
        }
    }

    /// "Marc et Julien Delorme": the first takes the last name of the second.
    private mutating func expandFirstNames(_ text: AnnotatedText) {
        for index in text.names.indices.dropLast() {
            let (first, second) = (text.names[index], text.names[index + 1])
            guard first.kind == .person, second.kind == .person, first.tokens.count == 1, second.tokens.count >= 2,
                second.tokens.lowerBound == first.tokens.upperBound + 1,
                items[itemOfName[index]].reference.name == text.text(first.tokens)
            else { continue }
            let link = text.text(first.tokens.upperBound..<first.tokens.upperBound + 1).lowercased()
            guard text.tokens[first.tokens.upperBound].tag == .coordinator || link == "&" else { continue }
            let surname = text.text(second.tokens.lowerBound + 1..<second.tokens.upperBound)
            let name = text.text(first.tokens) + " " + surname
            items[itemOfName[index]].reference = EntityReference(name: name, kind: .person)
        }
    }

    /// A thing that the recogniser read as several kinds is of the kind it was read as most often.
    private mutating func settleKinds(_ text: AnnotatedText) {
        var votes: [Int: [EntityKind: Float]] = [:]
        for (index, mention) in text.names.enumerated() where items[itemOfName[index]].entry == nil {
            votes[itemOfName[index], default: [:]][mention.kind, default: 0] += 0.25 + mention.score
        }
        for (item, kinds) in votes {
            let best = EntityKind.allCases.max { (kinds[$0] ?? 0) < (kinds[$1] ?? 0) } ?? items[item].reference.kind
            if best != items[item].reference.kind, best.family == items[item].reference.kind.family {
                items[item].reference.kind = best
            }
        }
    }
}
