internal import LiaisonModel

/// Names by capitals and cue words alone, for when there is no learned model.
struct CapitalRuns {
    static func names(in sentence: Range<Int>, _ views: [NameView], into names: inout [NameMention]) {
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            guard isStart(views[index]) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < sentence.upperBound {
                if isPart(views[end]) {
                    end += 1
                } else if end + 1 < sentence.upperBound, views[end].cues.contains(.connector),
                    isPart(views[end + 1])
                {
                    end += 2
                } else {
                    break
                }
            }
            names.append(
                NameMention(
                    tokens: index..<end, kind: kind(index..<end, views), entry: nil, origin: .model, score: 0.5))
            index = end
        }
    }

    private static func isPart(_ view: NameView) -> Bool {
        !view.word.look.isDisjoint(with: [.initialCapital, .innerCapital]) && !view.cues.contains(.time)
    }

    private static func isStart(_ view: NameView) -> Bool {
        guard isPart(view), view.cues.isDisjoint(with: [.title, .demonym, .role]) else { return false }
        if view.sentence.isDisjoint(with: [.isFirst, .isCapitalised]) { return true }
        return view.word.habit.smallness < 2 && view.cues.isDisjoint(with: [.connector, .companyType])
            || view.elsewhere.contains(.capital)
    }

    private static func kind(_ range: Range<Int>, _ views: [NameView]) -> EntityKind {
        let first = views[range.lowerBound].cues
        let last = views[range.upperBound - 1].cues
        if last.contains(.legalForm) { return .company }
        if first.contains(.firstName) && range.count > 1 { return .person }
        if range.count > 1 && last.contains(.fundWord) && !last.contains(.companyWord) { return .fund }
        if first.contains(.governmentHead) || last.contains(.governmentHead) { return .government }
        if first.contains(.organisationHead) || last.contains(.organisationHead) { return .organisation }
        if range.lowerBound > 0, views[range.lowerBound - 1].cues.contains(.title) { return .person }
        return .company
    }
}
