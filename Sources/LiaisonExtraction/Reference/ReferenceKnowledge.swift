internal import LiaisonLanguage
internal import LiaisonModel
internal import LiaisonSchemas

/// What is known about taking up what was named before, for both languages; a class as ``Grammar`` is.
final class ReferenceKnowledge: Sendable {
    let weights: AntecedentWeights
    let protagonist: ProtagonistWeights
    /// "deux", "both", "duo".
    let numbers: WordMap<Int>
    /// Those of them that need no noun.
    let collectives: Set<WordID>
    /// "both": needs no article to mean what was spoken of.
    let definite: Set<WordID>
    /// Posts in public life, which no firm has.
    let offices: Set<WordID>
    /// Titles that are a head of state's, too, where they stand right before a name and nothing is said of whose.
    let titles: Set<WordID>
    /// Nouns in the plural for persons.
    let persons: Set<WordID>
    /// Nouns in the plural for firms, beside those of ``TypeWords``.
    let parties: Set<WordID>
    /// Nouns in the plural for persons of one family: "the twins".
    let kin: Set<WordID>
    /// Types of the lexicon whose things report what others do.
    let outlets: Set<String>
    /// "another", "a fourth": one more of those spoken of.
    let furthers: Set<WordID>
    /// "our".
    let ours: Set<WordID>
    /// "business": with a country before it, a part of a firm.
    let parts: Set<WordID>
    /// "under": what opens the time of a leader.
    let reigns: Set<WordID>
    /// "quarter": nouns for a span of time.
    let periods: Set<WordID>
    /// "we".
    let speakers: Set<WordID>
    /// What persons say who speak for themselves: "I", "my".
    let selves: Set<WordID>
    /// "ce dernier", "the latter".
    let latter: Set<[WordID]>
    /// Articles and pronouns that tell the gender: true for the feminine.
    let genders: WordMap<Bool>
    /// Given names: true for those of women.
    let givenNames: WordMap<Bool>
    /// "le premier", "la seconde": 0 for the first of two, 1 for the second.
    let ordinals: WordMap<Int>
    /// "tous", in "tous deux".
    let all: Set<WordID>
    /// "notre", "vos": what belongs to who speaks or is spoken to.
    let speakerOwners: Set<WordID>
    /// "nous".
    let speakerPronouns: Set<WordID>
    /// Endings of the verbs of which such a word is the subject.
    let speakerEndings: [String]
    /// Verbs that say what somebody has: "X compte deux rivaux, Y et Z".
    let having: Set<WordID>
    /// Reflexive verbs that say what somebody now has: "X s'est donné un nouveau patron, Y".
    let gaining: Set<WordID>

    /// "l'acquéreur", "la cible": what stands at an end of a purchase that the text told of.
    let buyers: Set<WordID>
    let bought: Set<WordID>
    /// "groupe", "géant": rather who buys and owns; "start-up", "PME": rather who is bought.
    let larger: Set<WordID>
    let smaller: Set<WordID>
    /// "filiale": with its parent behind it, a firm named before.
    let daughters: Set<WordID>
    /// Nouns for what was bought, ordered or invested, and for its price, by which a later sentence tells the sum.
    let sums: [RelationID: Set<WordID>]
    /// By relation, the nouns by which a later sentence speaks of a deal that came to nothing.
    let deals: [RelationID: Set<WordID>]
    /// What one denies: "l'information", "the report".
    let claims: Set<WordID>
    /// What binds two firms: "contrat", "agreement".
    let ties: Set<WordID>
    /// Those that go with any of them: "montant", "prix".
    let prices: Set<WordID>
    /// Verbs by which who buys pays: "débourser".
    let pays: Set<WordID>
    /// Verbs by which one takes over what is another's: "racheter".
    let takes: Set<WordID>
    /// "lillois", "breton": where a firm is from, before its name.
    let locals: Set<WordID>
    /// "il s'agit de", "il s'appelle": who somebody is.
    let naming: Set<WordID>
    /// "au capital", "at the helm": prepositions that need not say of whom.
    let bareEnds: Set<[WordID]>
    /// "quant à", "as for": prepositions by which a text turns to something that a pronoun then takes up.
    let turning: Set<[WordID]>
    /// "lui", "elle", between commas: the subject once more.
    let emphatic: Set<WordID>
    /// Verbs of which "il" is no thing: "il faut", "il s'agit".
    let impersonal: Set<WordID>
    /// Verbs that say whom a round of money serves: "valoriser", "help".
    let serves: Set<WordID>
    /// "eux", "them": those of whom the sentence before spoke.
    let ofThem: Set<WordID>
    /// "l'un", "one", "l'autre": one of several that were spoken of.
    let each: Set<WordID>
    /// "famille": with a last name, no person.
    let households: Set<WordID>

    /// Reads `lexicon/reference.yaml` and the given names of `lexicon/first-names.yaml`.
    init(schemas: SchemaSet, words: inout WordTable) throws(SchemaError) {
        weights = try AntecedentWeights(schemas: schemas)
        protagonist = try ProtagonistWeights(schemas: schemas)
        var numbers: [WordID: Int] = [:]
        var lists: [String: Set<WordID>] = [:]
        var phrases: [String: Set<[WordID]>] = [:]
        var outlets: Set<String> = []
        var genders: [WordID: Bool] = [:]
        var ordinals: [WordID: Int] = [:]
        var speakerEndings: [String] = []
        var sums: [RelationID: Set<WordID>] = [:]
        var deals: [RelationID: Set<WordID>] = [:]
        var claims: Set<WordID> = []
        var ties: Set<WordID> = []
        for file in schemas.files(in: "lexicon/reference.yaml") {
            let root = try file.root()
            for member in root["numbers"]?.members ?? [] {
                guard let number = Int(member.key), number > 1 else {
                    throw SchemaError(
                        file: file.displayPath, line: member.line, message: "not a number of things: \"\(member.key)\"")
                }
                for word in member.value.strings { numbers[words.add(word)] = number }
            }
            for (key, place) in [("first", 0), ("second", 1)] {
                for word in root["ordinals"]?[key]?.strings ?? [] { ordinals[words.add(word)] = place }
            }
            for list in ["owners", "pronouns"] {
                for word in root["speaker"]?[list]?.strings ?? [] { lists[list, default: []].insert(words.add(word)) }
            }
            speakerEndings += root["speaker"]?["endings"]?.strings ?? []
            for list in [
                "collectives", "definite", "offices", "kin", "furthers", "speakers", "selves", "periods", "reigns",
                "having", "gaining",
                "all", "ours", "parts", "titles", "buyers", "bought", "larger", "smaller", "daughters", "prices",
                "pays", "takes", "locals", "households", "naming", "ofThem", "each", "emphatic", "impersonal", "serves",
            ] {
                for word in root[list]?.strings ?? [] { lists[list, default: []].insert(words.add(word)) }
            }
            for list in ["persons", "parties"] {
                for language in [Language.french, .english] {
                    let conjugation = try Conjugation(schemas: schemas, language: language.code)
                    for noun in root[list]?[language.code]?.strings ?? [] {
                        for (text, form) in conjugation.forms(ofNoun: noun) where form == .plural {
                            lists[list, default: []].insert(words.add(text))
                        }
                    }
                }
            }
            for member in root["sums"]?.members ?? [] {
                for word in member.value.strings {
                    sums[RelationID(member.key), default: []].insert(words.add(word))
                }
            }
            for member in root["deals"]?.members ?? [] {
                deals[RelationID(member.key), default: []].formUnion(member.value.strings.map { words.add($0) })
            }
            claims.formUnion((root["claims"]?.strings ?? []).map { words.add($0) })
            ties.formUnion((root["ties"]?.strings ?? []).map { words.add($0) })
            for list in ["latter", "bareEnds", "turning"] {
                for phrase in root[list]?.strings ?? [] {
                    phrases[list, default: []].insert(PhraseReader.words(phrase).map { words.add($0) })
                }
            }
            outlets.formUnion(root["outlets"]?.strings ?? [])
            for (list, isFeminine) in [("feminine", true), ("masculine", false)] {
                for word in root[list]?.strings ?? [] { genders[words.add(word)] = isFeminine }
            }
        }
        var givenNames: [WordID: Bool] = [:]
        for file in schemas.files(in: "lexicon/first-names.yaml") {
            for (list, isFeminine) in [("f", true), ("m", false)] {
                for name in try file.root()[list]?.strings ?? [] where !name.contains(" ") {
                    givenNames[words.add(name.lowercased())] = isFeminine
                }
            }
        }
        self.numbers = WordMap(numbers)
        collectives = lists["collectives"] ?? []
        offices = lists["offices"] ?? []
        titles = lists["titles"] ?? []
        definite = lists["definite"] ?? []
        kin = lists["kin"] ?? []
        furthers = lists["furthers"] ?? []
        ours = lists["ours"] ?? []
        parts = lists["parts"] ?? []
        speakers = lists["speakers"] ?? []
        selves = lists["selves"] ?? []
        periods = lists["periods"] ?? []
        reigns = lists["reigns"] ?? []
        self.outlets = outlets
        persons = lists["persons"] ?? []
        parties = lists["parties"] ?? []
        latter = phrases["latter"] ?? []
        bareEnds = phrases["bareEnds"] ?? []
        turning = phrases["turning"] ?? []
        emphatic = lists["emphatic"] ?? []
        impersonal = lists["impersonal"] ?? []
        serves = lists["serves"] ?? []
        ofThem = lists["ofThem"] ?? []
        each = lists["each"] ?? []
        self.genders = WordMap(genders)
        self.givenNames = WordMap(givenNames)
        self.ordinals = WordMap(ordinals)
        all = lists["all"] ?? []
        speakerOwners = lists["owners"] ?? []
        speakerPronouns = lists["pronouns"] ?? []
        self.speakerEndings = speakerEndings
        having = lists["having"] ?? []
        buyers = lists["buyers"] ?? []
        bought = lists["bought"] ?? []
        larger = lists["larger"] ?? []
        smaller = lists["smaller"] ?? []
        daughters = lists["daughters"] ?? []
        self.sums = sums
        self.deals = deals
        self.claims = claims
        self.ties = ties
        prices = lists["prices"] ?? []
        pays = lists["pays"] ?? []
        takes = lists["takes"] ?? []
        locals = lists["locals"] ?? []
        households = lists["households"] ?? []
        naming = lists["naming"] ?? []
        gaining = lists["gaining"] ?? []
    }
}
