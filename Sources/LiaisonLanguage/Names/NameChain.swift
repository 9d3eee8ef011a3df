internal import LiaisonModel

/// Finds names with the learned model: a conditional random field over ``NameLabel``s, run over the stretches of a
/// sentence where a name can be.
package struct NameChain: Sendable {
    let model: ChainModel

    package init(model: ChainModel) { self.model = model }

    /// Whether a name can hold a token: it has a capital or a digit, is in the lexicon or in no dictionary, or such a
    /// word is near.
    package static func isActive(_ index: Int, _ views: [NameView], in sentence: Range<Int>) -> Bool {
        for other in max(sentence.lowerBound, index - 2)..<min(sentence.upperBound, index + 4)
        where isLikely(views[other]) { return true }
        return false
    }

    /// Whether a token may be in a name for what it is itself.
    static func isLikely(_ view: NameView) -> Bool {
        if view.hit != 0 { return true }
        let look = view.word.look
        if !look.isDisjoint(with: [.initialCapital, .innerCapital]) { return true }
        guard look.contains(.hasLetter), !look.contains(.isSingle) else { return false }
        return look.contains(.hasDigit) || (view.word.habit.smallness == 0 && view.word.habit.cluster == 0)
    }

    /// The names of one sentence, in order.
    func find(in sentence: Range<Int>, _ workspace: inout NameWorkspace) {
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            guard Self.isActive(index, workspace.views, in: sentence) else {
                index += 1
                continue
            }
            let start = index
            workspace.decoder.removeAll()
            while index < sentence.upperBound, Self.isActive(index, workspace.views, in: sentence) {
                NameFeatures.fill(
                    &workspace.features, workspace.views, workspace.runs, at: index, in: sentence)
                workspace.decoder.append(workspace.features, model)
                index += 1
            }
            workspace.decoder.decode(model)
            if workspace.decoder.best.allSatisfy({ $0 == 0 }) { continue }
            workspace.decoder.computeMarginals(model)
            append(from: start, &workspace)
        }
    }

    private func append(from start: Int, _ workspace: inout NameWorkspace) {
        var begin = 0
        var score: Float = 1
        for (offset, value) in workspace.decoder.best.enumerated() where value != 0 {
            let label = Int(value)
            let place = NameLabel.place(of: label)
            if place == NameLabel.begin || place == NameLabel.unit {
                begin = offset
                score = 1
            }
            score = min(score, workspace.decoder.marginal(offset, label))
            guard place == NameLabel.last || place == NameLabel.unit else { continue }
            var kinds = SIMD8<Float>(repeating: 0)
            for kind in NameLabel.kinds.indices {
                kinds[kind] = workspace.decoder.marginal(offset, NameLabel.label(kind, place))
            }
            let range = start + begin..<start + offset + 1
            workspace.found.append(FoundName(tokens: range, kinds: kinds, boundary: max(score, kinds.sum() * 0.999)))
        }
    }
}
