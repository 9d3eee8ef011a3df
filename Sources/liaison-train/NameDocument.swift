internal import LiaisonLanguage
internal import LiaisonModel

/// A labelled text cut into tokens: which labels each token may have, and the names to be found.
struct NameDocument {
    var text: AnnotatedText
    /// Bit sets of ``NameLabel``s, one per token.
    var allowed: [UInt32]
    /// Names that the labels give, as tokens.
    var gold: [(tokens: Range<Int>, kinds: LabelledText.Kinds)] = []
    /// The kinds of marked names that do not begin and end with tokens.
    var unaligned: [LabelledText.Kinds] = []

    private static let outsideMask: UInt32 = 1
    private static let fullMask: UInt32 = (1 << UInt32(NameLabel.count)) - 1

    init(_ labelled: LabelledText, _ analyzer: Analyzer) {
        text = AnnotatedText()
        analyzer.text.annotate(labelled.article, words: analyzer.words, into: &text)
        var outside = Self.outsideMask
        if labelled.unmarked == .outsideOrPlace { outside |= Self.mask(LabelledText.Kinds(.place)) }
        allowed = text.tokens.map { token in
            guard labelled.unmarked == .unknown else { return outside }
            let isCapital = !token.shape.isDisjoint(with: [.initialCapital, .innerCapital, .allCapitals, .hasDigit])
            return isCapital ? Self.fullMask : Self.outsideMask
        }
        var spans = labelled.spans.map {
            (range: $0.range.lowerBound + text.bodyStart..<$0.range.upperBound + text.bodyStart, kinds: $0.kinds)
        }
        spans += Self.project(labelled.names, on: text.bytes)
        spans.sort { ($1.range.count, $0.range.lowerBound) < ($0.range.count, $1.range.lowerBound) }
        var taken = [Bool](repeating: false, count: text.tokens.count)
        for span in spans {
            guard let tokens = tokens(of: span.range) else {
                unaligned.append(span.kinds)
                free(span.range)
                continue
            }
            if tokens.contains(where: { taken[$0] }) { continue }
            for token in tokens { taken[token] = true }
            mark(tokens, span.kinds)
            if !span.kinds.contains(.outside) { gold.append((tokens, span.kinds)) }
        }
        gold.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// The tokens that begin and end where a span does.
    private func tokens(of range: Range<Int>) -> Range<Int>? {
        var low = 0, high = text.tokens.count
        while low < high {
            let middle = (low + high) / 2
            if Int(text.tokens[middle].start) < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        guard low < text.tokens.count, Int(text.tokens[low].start) == range.lowerBound else { return nil }
        var end = low
        while end < text.tokens.count, Int(text.tokens[end].end) < range.upperBound { end += 1 }
        guard end < text.tokens.count, Int(text.tokens[end].end) == range.upperBound else { return nil }
        return low..<end + 1
    }

    /// Says nothing about the tokens that a span touches.
    private mutating func free(_ range: Range<Int>) {
        for (index, token) in text.tokens.enumerated()
        where Int(token.start) < range.upperBound && Int(token.end) > range.lowerBound {
            allowed[index] = Self.fullMask
        }
    }

    private mutating func mark(_ tokens: Range<Int>, _ kinds: LabelledText.Kinds) {
        for index in tokens {
            var mask: UInt32 = kinds.contains(.outside) ? Self.outsideMask : 0
            let place =
                tokens.count == 1
                ? NameLabel.unit
                : index == tokens.lowerBound
                    ? NameLabel.begin : index == tokens.upperBound - 1 ? NameLabel.last : NameLabel.inside
            for kind in NameLabel.kinds.indices where kinds.rawValue >> UInt16(kind) & 1 == 1 {
                mask |= 1 << UInt32(NameLabel.label(kind, place))
            }
            allowed[index] = mask
        }
    }

    private static func mask(_ kinds: LabelledText.Kinds) -> UInt32 {
        var mask: UInt32 = 0
        for kind in NameLabel.kinds.indices where kinds.rawValue >> UInt16(kind) & 1 == 1 {
            for place in 0..<4 { mask |= 1 << UInt32(NameLabel.label(kind, place)) }
        }
        return mask
    }

    /// Every place where a name stands as a word of its own.
    private static func project(
        _ names: [(text: String, kind: EntityKind)], on bytes: [UInt8]
    ) -> [(range: Range<Int>, kinds: LabelledText.Kinds)] {
        var spans: [(Range<Int>, LabelledText.Kinds)] = []
        func isWord(_ byte: UInt8) -> Bool {
            byte >= 0xC3 && byte <= 0xDF || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
                || byte >= 0x30 && byte <= 0x39
        }
        func isTail(_ index: Int) -> Bool {
            index < bytes.count && (isWord(bytes[index]) || bytes[index] >= 0x80 && bytes[index] < 0xC0)
        }
        for name in names {
            let pattern = Array(name.text.utf8)
            guard let first = pattern.first, bytes.count >= pattern.count else { continue }
            var index = 0
            while index + pattern.count <= bytes.count {
                guard bytes[index] == first, bytes[index..<index + pattern.count].elementsEqual(pattern) else {
                    index += 1
                    continue
                }
                let startsWord = index == 0 || !isWordEnd(bytes, index)
                if startsWord && !isTail(index + pattern.count) {
                    spans.append((index..<index + pattern.count, LabelledText.Kinds(name.kind)))
                }
                index += 1
            }
        }
        return spans
    }

    /// Whether a letter or digit ends right before an index.
    private static func isWordEnd(_ bytes: [UInt8], _ index: Int) -> Bool {
        let byte = bytes[index - 1]
        if (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x30 && byte <= 0x39 { return true }
        // Two-byte letters; quotation marks and no-break spaces are other characters.
        return byte >= 0x80 && index > 1 && bytes[index - 2] >= 0xC3 && bytes[index - 2] <= 0xDF
    }
}
