internal import LiaisonModel

/// A name that the model found, with how likely each kind is.
struct FoundName: Sendable {
    /// Indices into ``AnnotatedText/tokens``.
    var tokens: Range<Int>
    /// The probability of each of ``NameLabel/kinds``.
    var kinds: SIMD8<Float>
    /// How sure the boundaries are, whatever the kind.
    var boundary: Float

    /// The likeliest kind among ``NameLabel/kinds``.
    var kind: Int {
        var best = 0
        for kind in 1..<NameLabel.kinds.count where kinds[kind] > kinds[best] { best = kind }
        return best
    }

    var mention: NameMention {
        NameMention(
            tokens: tokens, kind: NameLabel.kinds[kind], entry: nil, origin: .model, score: min(0.99, kinds[kind]))
    }
}
