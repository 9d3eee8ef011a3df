internal import LiaisonLanguage
internal import LiaisonModel

/// Counts of names found, wanted and right: boundaries strict, by kind and by family.
struct NameScore {
    struct Count {
        var right = 0
        var found = 0
        var wanted = 0
        var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
        var recall: Double { wanted == 0 ? 0 : Double(right) / Double(wanted) }
        var f1: Double { right == 0 ? 0 : 2 * precision * recall / (precision + recall) }
    }

    /// By exact kind; persons, products and the four kinds of organisation as one family.
    var strict = Count()
    var lenient = Count()
    var spans = Count()
    var byKind: [EntityKind: Count] = [:]
    var misses: [String] = []

    /// Compares the names of one document; places and sectors do not count.
    mutating func add(_ document: NameDocument, _ text: AnnotatedText, counts: Set<EntityKind>) {
        let found = text.names.filter { counts.contains($0.kind) }
        /// Several kinds: any of the family will do.
        func kind(of kinds: LabelledText.Kinds) -> EntityKind? {
            guard !kinds.contains(.outside),
                let first = NameLabel.kinds.indices.first(where: { kinds.rawValue >> UInt16($0) & 1 == 1 }),
                counts.contains(NameLabel.kinds[first])
            else { return nil }
            return NameLabel.kinds[first]
        }
        var wanted: [Range<Int>: EntityKind] = [:]
        for name in document.gold {
            guard let kind = kind(of: name.kinds) else { continue }
            wanted[name.tokens] = kind
            byKind[kind, default: Count()].wanted += 1
        }
        // A name that our tokens cannot give is missed.
        let missed = document.unaligned.filter { kind(of: $0) != nil }.count
        strict.found += found.count
        lenient.found += found.count
        spans.found += found.count
        strict.wanted += wanted.count + missed
        lenient.wanted += wanted.count + missed
        spans.wanted += wanted.count + missed
        var seen: Set<Range<Int>> = []
        for name in found {
            byKind[name.kind, default: Count()].found += 1
            let mark = name.origin == .lexicon ? "L" : name.origin == .document ? "D" : "M"
            let description = "\(text.text(name.tokens))/\(name.kind.rawValue)/\(mark)\(Int(name.score * 100))"
            guard let kind = wanted[name.tokens] else {
                misses.append("+ " + description + "  … " + context(text, name.tokens))
                continue
            }
            seen.insert(name.tokens)
            spans.right += 1
            if kind.family == name.kind.family { lenient.right += 1 }
            if kind == name.kind {
                strict.right += 1
                byKind[kind, default: Count()].right += 1
            } else {
                misses.append("~ " + description + " is " + kind.rawValue + "  … " + context(text, name.tokens))
            }
        }
        for (tokens, kind) in wanted.sorted(by: { $0.key.lowerBound < $1.key.lowerBound }) where !seen.contains(tokens)
        {
            misses.append("- \(text.text(tokens))/\(kind.rawValue)  … " + context(text, tokens))
        }
    }

    private func context(_ text: AnnotatedText, _ tokens: Range<Int>) -> String {
        let range = max(0, tokens.lowerBound - 6)..<min(text.tokens.count, tokens.upperBound + 5)
        return String(text.text(range).map { $0.isNewline ? " " : $0 })
    }

    var summary: String {
        func show(_ count: Count) -> String {
            func number(_ value: Double) -> String { String(Double(Int(value * 1000 + 0.5)) / 1000) }
            return "F1 \(number(count.f1)) P \(number(count.precision)) R \(number(count.recall)) (\(count.wanted))"
        }
        var lines = ["strict \(show(strict)) | family \(show(lenient)) | spans \(show(spans))"]
        for kind in NameLabel.kinds {
            if let count = byKind[kind], count.wanted > 0 { lines.append("  \(kind.rawValue): \(show(count))") }
        }
        return lines.joined(separator: "\n")
    }
}
