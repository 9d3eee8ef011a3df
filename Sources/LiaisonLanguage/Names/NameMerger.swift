internal import LiaisonModel

/// Puts the names of the lexicon and those of the model together.
struct NameMerger {
    let lexicon: Lexicon
    /// A longer name of the model wins over a name of the lexicon inside it from this score on.
    private static let sureOfLonger: Float = 0.6

    func merge(_ found: [NameMention], _ matches: [LexiconMatch]) -> [NameMention] {
        let known = Set(matches.lazy.filter { !$0.isAmbiguous }.map(\.entry))
        var names: [NameMention] = []
        names.reserveCapacity(found.count + matches.count)
        var next = 0
        for match in matches {
            while next < found.count, found[next].tokens.upperBound <= match.tokens.lowerBound {
                names.append(found[next])
                next += 1
            }
            let overlapping = found[next...].prefix { $0.tokens.lowerBound < match.tokens.upperBound }
            if let longer = overlapping.first(where: {
                $0.tokens.count > match.tokens.count && $0.tokens.lowerBound <= match.tokens.lowerBound
                    && $0.tokens.upperBound >= match.tokens.upperBound
            }), longer.score >= Self.sureOfLonger || (match.isAmbiguous && !known.contains(match.entry)) {
                continue
            }
            guard let mention = mention(match, overlapping, known) else { continue }
            // Names of the model that begin in the match give way; those before it stay.
            if let last = names.last, last.tokens.upperBound > match.tokens.lowerBound { names.removeLast() }
            next += overlapping.count
            names.append(mention)
        }
        names.append(contentsOf: found[next...])
        return names
    }

    /// The mention of a match, nil where the context does not bear it out.
    private func mention(
        _ match: LexiconMatch, _ overlapping: ArraySlice<NameMention>, _ known: Set<LexiconEntryID>
    ) -> NameMention? {
        let kind = lexicon[match.entry].entity.kind
        let agreeing = overlapping.first { $0.tokens == match.tokens }
        if !match.isAmbiguous {
            return NameMention(
                tokens: match.tokens, kind: kind, entry: match.entry, origin: .lexicon, score: 0.97)
        }
        if let agreeing, agreeing.kind.family == kind.family {
            return NameMention(
                tokens: match.tokens, kind: kind, entry: match.entry, origin: .lexicon,
                score: max(0.8, agreeing.score))
        }
        if known.contains(match.entry) {
            return NameMention(
                tokens: match.tokens, kind: kind, entry: match.entry, origin: .lexicon, score: 0.85)
        }
        // The model never learns blocs, so it cannot speak for them.
        if kind == .sector && match.tokens.count > 1 {
            return NameMention(
                tokens: match.tokens, kind: kind, entry: match.entry, origin: .lexicon, score: 0.5)
        }
        return nil
    }
}
