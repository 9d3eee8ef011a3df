internal import LiaisonModel

/// Puts the names of the lexicon and those of the model together.
struct NameMerger {
    let lexicon: Lexicon
    /// A longer name of the model wins over a name of the lexicon inside it from this score on.
    private static let sureOfLonger: Float = 0.6

    func merge(_ found: [NameMention], _ matches: [LexiconMatch], _ views: [NameView]) -> [NameMention] {
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
                    && !addsArticleOnly($0.tokens, match.tokens, views)
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

    /// "The European Commission": an article before a known name makes no longer name of it.
    private func addsArticleOnly(_ longer: Range<Int>, _ known: Range<Int>, _ views: [NameView]) -> Bool {
        longer.upperBound == known.upperBound && longer.lowerBound + 1 == known.lowerBound
            && views[longer.lowerBound].tag == Tag.determiner.rawValue
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
        // "The federal government": whose it is may be open, that it is one is not.
        if kind == .government && match.tokens.count > 1 {
            return NameMention(
                tokens: match.tokens, kind: kind, entry: match.entry, origin: .lexicon, score: 0.7)
        }
        // The model never learns blocs, so it cannot speak for them.
        if kind == .sector && match.tokens.count > 1 {
            return NameMention(
                tokens: match.tokens, kind: kind, entry: match.entry, origin: .lexicon, score: 0.5)
        }
        return nil
    }
}
