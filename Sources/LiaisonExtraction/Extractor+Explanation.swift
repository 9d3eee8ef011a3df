internal import LiaisonLanguage
internal import LiaisonModel

extension Extractor {
    /// How a text is read, layer by layer, for people who write frames.
    public func explain(_ text: String, language: String? = nil, published: String? = nil) -> String {
        let article = Article(published: published, language: language, text: text)
        var reading = ArticleReading(extractor: self, text: analyzer.annotate(article))
        reading.read()
        let annotated = reading.text
        var out = ""
        for (index, sentence) in annotated.sentences.enumerated() {
            let paragraph = annotated.paragraphs[sentence.paragraph]
            out += "sentence \(index + 1) (\(paragraph.language.code), \(paragraph.role))\n"
            out +=
                "  tokens   "
                + sentence.tokens.map { "\(annotated.text($0..<$0 + 1))/\(annotated.tokens[$0].tag.label)" }.joined(
                    separator: " ") + "\n"
            for name in annotated.names where sentence.tokens.contains(name.tokens.lowerBound) {
                out +=
                    "  name     \(annotated.text(name.tokens)) [\(name.kind.rawValue), \(name.origin), \(name.score)]\n"
            }
            for value in annotated.values where sentence.tokens.contains(value.tokens.lowerBound) {
                out += "  value    \(annotated.text(value.tokens)) = \(value.value.explanation)\n"
            }
            guard let knowledge = knowledge(paragraph.language) else { continue }
            let syntax = Syntax(text: annotated, sentence: index, grammar: knowledge.grammar)
            out += "  groups   " + syntax.outline + "\n"
            for verb in syntax.parse.verbs.indices {
                let group = syntax.parse.verbs[verb]
                let subjects = Self.list(syntax.subject(of: verb), syntax)
                let objects = Self.list(syntax.objects(of: verb), syntax)
                out +=
                    "  verb     \(annotated.text(group.tokens)) (\(group.kind)\(group.isPassive ? ", passive" : "")\(group.isNegated ? ", negated" : "")): subject \(subjects), object \(objects)\n"
            }
            for (group, noun) in syntax.parse.groups.enumerated() {
                if let reference = reading.resolver.resolve(group, syntax, knowledge), reference.sieve != .name {
                    out +=
                        "  refers   \(annotated.text(noun.tokens)) → \(reading.resolver.entities.items[reference.item].reference.name) (\(reference.sieve))\n"
                }
            }
            for finding in reading.findings where finding.sentence == index {
                let items = reading.resolver.entities.items
                let q = finding.qualifiers
                out +=
                    "  found    \(items[finding.candidate.subject.item].reference.name) \(finding.frame.relation) \(items[finding.candidate.object.item].reference.name)"
                out +=
                    " by \(finding.frame.id).\(finding.candidate.construction.rawValue): \(q.factuality.rawValue) \(q.time.rawValue)\(q.negated ? " negated" : "")"
                if let amount = q.amount {
                    out += ", \(amount.explanation) \(amount.scope.rawValue)"
                }
                for (name, value) in [
                    ("date", q.date), ("start", q.start), ("end", q.end), ("role", q.role), ("round", q.round),
                    ("source", q.source),
                ] {
                    if let value { out += ", \(name) \(value)" }
                }
                if let stake = q.stake { out += ", stake \(stake)" }
                out += "\n"
            }
        }
        return out
    }

    /// The words of groups, in quotation marks; a dash where there is none.
    private static func list(_ groups: some Sequence<Int>, _ syntax: Syntax) -> String {
        let words = groups.map { "“" + syntax.text.text(syntax.parse.groups[$0].tokens) + "”" }
        return words.isEmpty ? "–" : words.joined(separator: ", ")
    }
}

extension Amount {
    /// `80000000 EUR exact`, `80000000..90000000 EUR range`.
    fileprivate var explanation: String {
        "\(value)\(maximum.map { "..\($0)" } ?? "") \(currency) \(bound.rawValue)"
    }
}

extension Value {
    /// The value as people who write frames read it.
    fileprivate var explanation: String {
        switch self {
        case .money(let amount): "sum \(amount.explanation)"
        case .percent(let share, let bound): "share \(share) \(bound.rawValue)"
        case .date(let date, let role): "date \(date)\(role == .at ? "" : ", \(role)")"
        case .duration(let duration): "duration \(duration)"
        case .round(let round): "round \(round)"
        case .count(let count): "count \(count)"
        }
    }
}

extension Syntax {
    /// The units on one line, clauses numbered where there are several.
    var outline: String {
        var out: [String] = []
        for unit in parse.units {
            let words = text.text(unit.tokens)
            let clause = parse.clauses.count > 1 ? "\(unit.clause)" : ""
            switch unit.kind {
            case .noun(let group):
                var mark = "NP"
                if let host = parse.host[group] { mark += "→\(text.text(parse.groups[host].tokens))" }
                if parse.members(of: group).count > 1 { mark += "*" }
                out.append("[\(mark)\(clause) \(words)]")
            case .verb: out.append("<V\(clause) \(words)>")
            case .preposition: out.append("{\(words)}")
            case .grammar(let kind): out.append("\(words)|\(kind.rawValue)\(clause)")
            default: out.append(words)
            }
        }
        return out.joined(separator: " ")
    }
}
