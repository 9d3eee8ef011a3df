internal import LiaisonModel
internal import LiaisonSchemas

/// Reads the value files of one language into a ``ValueLexicon`` and the facts of their words.
struct ValueLexiconLoader {
    var lexicon = ValueLexicon()
    var facts: WordFactsTable

    /// - Throws: ``SchemaError`` for a key or a value that is not known.
    mutating func load(_ schemas: SchemaSet, language: String, _ words: inout WordTable) throws(SchemaError) {
        for (name, read) in Self.readers {
            for file in schemas.files(in: "lexicon/\(language)/\(name).yaml") {
                for member in try file.root().members {
                    if let trait = Self.traits["\(name).\(member.key)"] {
                        flag(member.value, trait, &words)
                        continue
                    }
                    let isPhrases = phrases("\(name).\(member.key)") { table in
                        for phrase in member.value.strings { table.add(phrase, true, &words) }
                    }
                    if isPhrases { continue }
                    guard try read(&self, member, Source(file: file), &words) else {
                        throw SchemaError(
                            file: file.displayPath, line: member.line, message: "unknown key \"\(member.key)\"")
                    }
                }
            }
        }
    }

    /// The file that is read, for complaints.
    struct Source {
        var file: SchemaSet.File

        func error(_ line: Int, _ message: String) -> SchemaError {
            SchemaError(file: file.displayPath, line: line, message: message)
        }

        func number(_ member: SchemaNode.Member) throws(SchemaError) -> Int {
            guard let number = Int(member.key) else {
                throw error(member.line, "expected a number, found \"\(member.key)\"")
            }
            return number
        }
    }

    private typealias Reader =
        @Sendable (inout ValueLexiconLoader, SchemaNode.Member, Source, inout WordTable) throws(SchemaError) -> Bool

    private static let readers: [(String, Reader)] = [
        (
            "numbers",
            { (loader, member, source, words) throws(SchemaError) in try loader.numbers(member, source, &words) }
        ),
        ("money", { (loader, member, source, words) throws(SchemaError) in try loader.money(member, source, &words) }),
        (
            "bounds",
            { (loader, member, source, words) throws(SchemaError) in try loader.bounds(member, source, &words) }
        ),
        ("dates", { (loader, member, source, words) throws(SchemaError) in try loader.dates(member, source, &words) }),
        (
            "rounds",
            { (loader, member, source, words) throws(SchemaError) in try loader.rounds(member, source, &words) }
        ),
    ]

    /// Lists of which each word has a trait, by file and key.
    private static let traits: [String: WordFacts.Flags] = [
        "numbers.vague": [.vague, .valueStart],
        "numbers.half": [.half, .valueStart],
        "numbers.joiners": .joiner,
        "numbers.indefinite": [.indefinite, .valueStart],
        "money.suffixes": .suffixUnit,
        "money.weak-suffixes": .weakSuffixUnit,
        "money.partitives": .partitive,
        "money.weak-currencies": .weakCurrency,
        "bounds.range-openers": .rangeOpener,
        "bounds.range-middles": .rangeMiddle,
        "bounds.range-joiners": .rangeJoiner,
        "bounds.change-openers": .changeOpener,
        "rounds.series": [.series, .valueStart],
        "dates.lower-case-months": .lowerCaseMonth,
        "dates.ambiguous-months": .weakMonth,
        "dates.quarters": .quarter,
        "dates.halves": .semester,
        "dates.year-cues": .yearCue,
        "dates.weak-year-cues": .weakYearCue,
        "dates.day-cues": .dayCue,
    ]

    /// Lists of phrases, by file and key.
    private mutating func phrases(_ name: String, _ change: (inout PhraseTable<Bool>) -> Void) -> Bool {
        switch name {
        case "money.inherit-cues": change(&lexicon.inheritCues)
        case "dates.ahead-before": change(&lexicon.aheadCues)
        case "dates.season-cues": change(&lexicon.seasonCues)
        case "dates.after": change(&lexicon.afterCues)
        default: return false
        }
        return true
    }

    // MARK: Files

    private mutating func numbers(
        _ member: SchemaNode.Member, _ source: Source, _ words: inout WordTable
    ) throws(SchemaError) -> Bool {
        switch member.key {
        case "cardinals":
            try each(member.value, source, &words) { number, facts in facts.number = Int32(clamping: number) }
        case "collectives":
            try each(member.value, source, &words) { number, facts in facts.collective = UInt16(clamping: number) }
        case "ordinals":
            try each(member.value, source, &words) { number, facts in facts.ordinal = UInt8(clamping: number) }
        case "percent":
            for phrase in member.value.strings {
                let ids = lexicon.percents.add(phrase, true, &words)
                if ids.count == 1 { facts.update(ids[0]) { $0.flags.insert(.percent) } }
            }
        case "shares":
            for entry in member.value.members {
                guard let share = ExactDecimal(entry.key) else {
                    throw source.error(entry.line, "expected a decimal number, found \"\(entry.key)\"")
                }
                for phrase in entry.value.strings { start(lexicon.shares.add(phrase, share, &words)) }
            }
        default: return false
        }
        return true
    }

    private mutating func money(
        _ member: SchemaNode.Member, _ source: Source, _ words: inout WordTable
    ) throws(SchemaError) -> Bool {
        switch member.key {
        case "multipliers":
            try each(member.value, source, &words) { number, facts in facts.power = UInt8(clamping: number) }
        case "currencies":
            for currency in member.value.members {
                for phrase in currency.value.strings {
                    let ids = lexicon.currencies.add(phrase, currency.key, &words)
                    if let first = ids.first { facts.update(first) { $0.flags.insert([.currencyStart, .valueStart]) } }
                    if ids.count == 1 { facts.update(ids[0]) { $0.flags.insert(.currencyWord) } }
                }
            }
        default: return false
        }
        return true
    }

    private mutating func bounds(
        _ member: SchemaNode.Member, _ source: Source, _ words: inout WordTable
    ) throws(SchemaError) -> Bool {
        switch member.key {
        case "before", "after":
            for kind in member.value.members {
                guard let bound = Amount.Bound(rawValue: kind.key) else {
                    throw source.error(kind.line, "unknown bound \"\(kind.key)\"")
                }
                for phrase in kind.value.strings {
                    if member.key == "before" {
                        lexicon.boundsBefore.add(phrase, bound, &words)
                    } else {
                        lexicon.boundsAfter.add(phrase, bound, &words)
                    }
                }
            }
        default: return false
        }
        return true
    }

    private mutating func rounds(
        _ member: SchemaNode.Member, _ source: Source, _ words: inout WordTable
    ) throws(SchemaError) -> Bool {
        switch member.key {
        case "rounds":
            for round in member.value.members {
                for phrase in round.value.strings { start(lexicon.rounds.add(phrase, round.key, &words)) }
            }
        default: return false
        }
        return true
    }

    private mutating func dates(
        _ member: SchemaNode.Member, _ source: Source, _ words: inout WordTable
    ) throws(SchemaError) -> Bool {
        switch member.key {
        case "months":
            try each(member.value, source, &words) { number, facts in facts.month = UInt8(clamping: number) }
        case "weekdays":
            try each(member.value, source, &words) { number, facts in facts.weekday = UInt8(clamping: number) }
        case "seasons":
            try each(member.value, source, &words) { number, facts in facts.season = UInt8(clamping: number) }
        case "units":
            for entry in member.value.members {
                guard let unit = ValueLexicon.TimeUnit(name: entry.key) else {
                    throw source.error(entry.line, "unknown unit of time \"\(entry.key)\"")
                }
                for word in entry.value.strings {
                    facts.update(words.add(WordFolder.fold(word))) { $0.unit = unit.rawValue }
                }
            }
        case "relative":
            for entry in member.value.members {
                let parts = entry.key.split(separator: " ")
                guard parts.count == 2, let unit = ValueLexicon.TimeUnit(name: String(parts[0])),
                    let count = Int(parts[1])
                else { throw source.error(entry.line, "expected a unit and a count, such as \"week -1\"") }
                for phrase in entry.value.strings {
                    start(lexicon.relatives.add(phrase, ValueLexicon.Relative(unit: unit, count: count), &words))
                }
            }
        case "last", "next", "last-year-after", "this-year-after", "next-year-after", "ago-after", "same-year":
            let cues: [String: ValueLexicon.Cue] = [
                "last": .last, "next": .next, "last-year-after": .lastYear, "this-year-after": .thisYear,
                "same-year": .thisYear, "next-year-after": .nextYear, "ago-after": .ago,
            ]
            guard let cue = cues[member.key] else { return false }
            for phrase in member.value.strings {
                lexicon.dateSuffixes.add(phrase, cue, &words)
                if cue == .last || cue == .next { lexicon.datePrefixes.add(phrase, cue, &words) }
            }
        case "ago-before":
            for phrase in member.value.strings { start(lexicon.agoPrefixes.add(phrase, true, &words)) }
        case "parts":
            for phrase in member.value.strings {
                let ids = lexicon.parts.add(phrase, true, &words)
                if ids.count == 1 { facts.update(ids[0]) { $0.flags.insert(.datePart) } }
            }
        case "roles":
            let roles: [String: Value.DateRole] = ["since": .since, "until": .until, "by": .by]
            for entry in member.value.members {
                guard let role = roles[entry.key] else {
                    throw source.error(entry.line, "unknown role \"\(entry.key)\"")
                }
                for phrase in entry.value.strings { lexicon.roles.add(phrase, role, &words) }
            }
        case "future":
            for word in member.value.strings { lexicon.future.insert(words.add(WordFolder.fold(word))) }
        case "season-precision":
            guard ["season", "year"].contains(member.value.scalar) else {
                throw source.error(member.line, "expected \"season\" or \"year\"")
            }
            lexicon.seasonsAreYears = member.value.scalar == "year"
        case "future-endings": lexicon.futureEndings = member.value.strings.map { Array($0.utf8) }
        case "compound-durations":
            for entry in member.value.members {
                start(lexicon.durations.add(entry.key, entry.value.scalar ?? "", &words))
            }
        default: return false
        }
        return true
    }

    // MARK: Words

    /// Changes the facts of the words under each number.
    private mutating func each(
        _ node: SchemaNode, _ source: Source, _ words: inout WordTable, _ change: (Int, inout WordFacts) -> Void
    ) throws(SchemaError) {
        for member in node.members {
            let number = try source.number(member)
            for word in member.value.strings {
                facts.update(words.add(WordFolder.fold(word))) { facts in
                    change(number, &facts)
                    facts.flags.insert(.valueStart)
                }
            }
        }
    }

    private mutating func flag(_ node: SchemaNode, _ flags: WordFacts.Flags, _ words: inout WordTable) {
        for word in node.strings { facts.update(words.add(WordFolder.fold(word))) { $0.flags.insert(flags) } }
    }

    private mutating func start(_ ids: [WordID]) {
        if let first = ids.first { facts.update(first) { $0.flags.insert(.valueStart) } }
        for id in ids.dropFirst() { facts.update(id) { $0.flags.insert(.phraseRest) } }
    }
}
