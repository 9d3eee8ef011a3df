internal import LiaisonLanguage
internal import LiaisonModel
internal import LiaisonSchemas

/// All that extraction knows of one language; a class as ``Grammar`` is.
final class LanguageKnowledge: Sendable {
    let frames: FrameIndex
    let types: TypeWords
    /// Epithets of lexicon entries, by canonical words without the article.
    let epithets: PhraseTable<[LexiconEntryID]>
    /// Ambiguous lower-case names of governments, by canonical words: "gouvernement fédéral".
    let governments: PhraseTable<[ContextualName]>
    /// Country codes of adjectives and nouns of nationality.
    let demonyms: WordMap<String>

    /// `de`, `of`.
    let genitive: [WordID]
    /// `with`, `against`: what stands behind them is a third party to what several do.
    let thirds: Set<[WordID]>
    /// `in`, `into`, `for`: before whom a round is for.
    let into: Set<[WordID]>
    /// `a`, `per`: behind a sum, of what each costs so much.
    let each: Set<WordID>
    /// `board`: whose chairman is the firm's.
    let boards: Set<WordID>
    /// "adjoint", "deputy": who stands in for the head of a firm.
    let deputies: Set<WordID>
    /// `unit`, `arm`: parts of a firm.
    let units: Set<WordID>
    /// `par`, `by`: before the doer of a passive.
    let agents: [[WordID]]
    /// `à`, `to`: before the one to whom.
    let datives: [[WordID]]
    /// `parmi`, `among`.
    let among: [[WordID]]
    /// `comme`, `as`.
    let asPrepositions: [[WordID]]
    /// `avec`, `with`: "with X as lead investor" says what X is.
    let withPrepositions: [[WordID]]
    /// Verbs that say what a plural noun holds: `compter`, `include`.
    let includes: Set<WordID>
    /// Verbs that make or call somebody something: `nommer`, `consider`.
    let appoints: Set<WordID>
    /// Nouns in the singular that stand for several: `trio`, `duo`.
    let bands: Set<WordID>
    /// Nouns that say the same: `nomination`, `arrivée`.
    let appointments: Set<WordID>

    /// Verbs that make what depends on them merely possible: `pouvoir`.
    let possibility: Set<WordID>
    /// Verbs by which one acts on what belongs to another: "approved its product".
    let others: Set<WordID>
    /// Verbs by which one takes from another: "hired its chief executive".
    let hires: Set<WordID>
    /// "partly owned by": adverbs that make an owner one of several.
    let partial: Set<WordID>
    /// Words beside a sum that adds up several: "a total of $90m".
    let totals: Set<WordID>
    /// What a firm may be met in: "competes with X's service", "paid $3m for X's operations".
    let parts: Set<WordID>
    /// What a customer does with goods, and a supplier: "the lasers that X uses", "batteries made by X".
    let uses: Set<WordID>
    let supplies: Set<WordID>
    /// Nouns of a financing round, verbs of raising money, and verbs whose subject gives it.
    let roundNouns: Set<WordID>
    /// "l'intégralité de", "half of": nouns that only count what follows.
    let quantities: Set<WordID>
    let raises: Set<WordID>
    let leadsRound: Set<WordID>
    /// `fonds`, `fund`: what an investor raises.
    let fundNouns: Set<WordID>
    /// `for`, `since`: before a time that something lasts.
    let spans: [[WordID]]
    /// `have`, `boast`: who has a client, a rival or an investor is whose it is.
    let haves: Set<WordID>
    /// `share`, `capital`: what a part of is held, which does not say of whom.
    let wholes: Set<WordID>
    /// "so", "as", "nor": what opens a clause that says the same of others.
    let echoes: Set<WordID>
    /// "follow": does what was just said.
    let follows: Set<WordID>
    /// "join": whom one joins in doing something does it too.
    let joins: Set<WordID>
    /// "aux côtés de", "avec la participation de": with whom one does something.
    let alongside: [[WordID]]
    /// "avec", "grâce à": before what one gets by, as in "avec l'acquisition de Y".
    let means: [[WordID]]
    /// "des fonds": what one raises, with no sum.
    let funds: Set<WordID>
    /// Adjectives that say which part is played: "principal", "existing".
    let partPlayed: [WordID: String]

    var grammar: Grammar { frames.grammar }

    init(
        schemas: SchemaSet, language: Language, vocabulary: Vocabulary, words: inout WordTable
    ) throws(SchemaError) {
        frames = try FrameIndex(schemas: schemas, language: language, vocabulary: vocabulary, words: &words)
        var canonical: [String: String] = [:]
        for file in schemas.files(in: "lexicon/\(language.code)/grammar.yaml") {
            for pair in try file.root()["contractions"]?.members ?? [] { canonical[pair.key] = pair.value.scalar ?? "" }
        }
        var lists: [String: [[WordID]]] = [:]
        for file in schemas.files(in: "lexicon/\(language.code)/grammar.yaml") {
            for list in try file.root()["constructions"]?.members ?? [] {
                lists[list.key, default: []] += list.value.strings.map { phrase in
                    PhraseReader.words(phrase).map { words.add(canonical[$0] ?? $0) }
                }
            }
        }
        var partPlayed: [WordID: String] = [:]
        for file in schemas.files(in: "lexicon/\(language.code)/grammar.yaml") {
            for list in try file.root()["parts-played"]?.members ?? [] {
                for word in list.value.strings where !word.contains(" ") { partPlayed[words.add(word)] = list.key }
            }
        }
        self.partPlayed = partPlayed
        possibility = Set((lists["possibility"] ?? []).compactMap(\.first))
        others = Set((lists["others"] ?? []).compactMap(\.first))
        hires = Set((lists["hires"] ?? []).compactMap(\.first))
        partial = Set((lists["partial"] ?? []).compactMap(\.first))
        totals = Set((lists["totals"] ?? []).compactMap(\.first))
        parts = Set((lists["parts"] ?? []).compactMap(\.first))
        uses = Set((lists["uses"] ?? []).compactMap(\.first))
        supplies = Set((lists["supplies"] ?? []).compactMap(\.first))
        roundNouns = Set((lists["round-nouns"] ?? []).compactMap(\.first))
        quantities = Set((lists["quantities"] ?? []).compactMap(\.first))
        raises = Set((lists["raises"] ?? []).compactMap(\.first))
        leadsRound = Set((lists["leads-round"] ?? []).compactMap(\.first))
        fundNouns = Set((lists["fund-nouns"] ?? []).compactMap(\.first))
        spans = lists["spans"] ?? []
        haves = Set((lists["haves"] ?? []).compactMap(\.first))
        wholes = Set((lists["wholes"] ?? []).compactMap(\.first))
        echoes = Set((lists["echoes"] ?? []).compactMap(\.first))
        follows = Set((lists["follows"] ?? []).compactMap(\.first))
        joins = Set((lists["joins"] ?? []).compactMap(\.first))
        alongside = lists["alongside"] ?? []
        means = lists["means"] ?? []
        funds = Set((lists["funds"] ?? []).compactMap(\.first))
        genitive = lists["genitive"]?.first ?? []
        thirds = Set(lists["thirds"] ?? [])
        units = Set((lists["units"] ?? []).compactMap(\.first))
        into = Set(lists["into"] ?? [])
        boards = Set((lists["boards"] ?? []).compactMap(\.first))
        deputies = Set((lists["deputies"] ?? []).compactMap(\.first))
        each = Set((lists["each"] ?? []).compactMap(\.first))
        agents = lists["agents"] ?? []
        datives = lists["datives"] ?? []
        among = lists["among"] ?? []
        asPrepositions = lists["as"] ?? []
        withPrepositions = lists["with"] ?? []
        includes = Set((lists["includes"] ?? []).compactMap(\.first))
        appoints = Set((lists["appoints"] ?? []).compactMap(\.first))
        bands = Set((lists["bands"] ?? []).compactMap(\.first))
        appointments = Set((lists["appointments"] ?? []).compactMap(\.first))
        types = try TypeWords(schemas: schemas, language: language, canonical: canonical, words: &words)
        var demonyms: [WordID: String] = [:]
        for file in schemas.files(in: "lexicon/demonyms.yaml") {
            for member in try file.root().members {
                var forms = language == .english ? member.value["en"]?.strings ?? [] : []
                if language == .french {
                    for node in [member.value["fr"]].compactMap(\.self) + (member.value["also"]?.elements ?? []) {
                        forms += node.members.compactMap(\.value.scalar)
                    }
                }
                for form in forms where !form.contains(" ") { demonyms[words.add(form.lowercased())] = member.key }
            }
        }
        self.demonyms = WordMap(demonyms)
        epithets = PhraseTable()
        governments = PhraseTable()
    }

    /// The same with the epithets of a lexicon, whose words must be in the table already.
    init(_ knowledge: LanguageKnowledge, lexicon: Lexicon, words: inout WordTable) {
        frames = knowledge.frames
        types = knowledge.types
        demonyms = knowledge.demonyms
        genitive = knowledge.genitive
        thirds = knowledge.thirds
        units = knowledge.units
        into = knowledge.into
        boards = knowledge.boards
        deputies = knowledge.deputies
        each = knowledge.each
        agents = knowledge.agents
        datives = knowledge.datives
        among = knowledge.among
        asPrepositions = knowledge.asPrepositions
        withPrepositions = knowledge.withPrepositions
        includes = knowledge.includes
        appoints = knowledge.appoints
        bands = knowledge.bands
        appointments = knowledge.appointments
        possibility = knowledge.possibility
        partPlayed = knowledge.partPlayed
        others = knowledge.others
        hires = knowledge.hires
        partial = knowledge.partial
        totals = knowledge.totals
        parts = knowledge.parts
        uses = knowledge.uses
        supplies = knowledge.supplies
        fundNouns = knowledge.fundNouns
        spans = knowledge.spans
        haves = knowledge.haves
        wholes = knowledge.wholes
        echoes = knowledge.echoes
        follows = knowledge.follows
        joins = knowledge.joins
        alongside = knowledge.alongside
        means = knowledge.means
        funds = knowledge.funds
        roundNouns = knowledge.roundNouns
        raises = knowledge.raises
        quantities = knowledge.quantities
        leadsRound = knowledge.leadsRound
        var lists: [[WordID]: [LexiconEntryID]] = [:]
        let language = knowledge.frames.language
        for (index, entry) in lexicon.entries.enumerated() {
            for epithet in entry.epithets where epithet.language == nil || epithet.language == language.code {
                var ids = PhraseReader.words(epithet.text).map { knowledge.grammar.canon(words.add($0)) }
                // The article is no part of it: "le géant de Redmond" is also "du géant de Redmond".
                if let first = ids.first, knowledge.grammar.is(first, .definite) { ids.removeFirst() }
                lists[ids, default: []].append(LexiconEntryID(rawValue: UInt32(index)))
            }
        }
        var table = PhraseTable<[LexiconEntryID]>()
        for (ids, entries) in lists { table.add(ids, entries) }
        epithets = table
        var contextual: [[WordID]: [ContextualName]] = [:]
        for (index, entry) in lexicon.entries.enumerated() where entry.entity.kind == .government {
            for name in entry.entity.names where name.text.first?.isLowercase ?? false {
                if let language = name.language, language != knowledge.frames.language.code { continue }
                var ids = PhraseReader.words(name.text).map { knowledge.grammar.canon(words.add($0)) }
                if let first = ids.first, knowledge.grammar.is(first, .definite) { ids.removeFirst() }
                contextual[ids, default: []].append(
                    ContextualName(
                        id: LexiconEntryID(rawValue: UInt32(index)), reference: entry.entity.reference,
                        country: entry.country))
            }
        }
        var governments = PhraseTable<[ContextualName]>()
        for (ids, entries) in contextual { governments.add(ids, entries) }
        self.governments = governments
    }
}
