internal import LiaisonModel

extension Statement {
    /// The quoted sentence in the quotation marks of its language, shortened around its two mentions where it is long.
    /// - Parameters:
    ///   - columns: about how much may be shown; nil shows everything.
    ///   - mark: how each of the two mentions is set off.
    func quotation(columns: Int? = nil, mark: (String) -> String = { $0 }) -> String {
        let scalars = Array(evidence.quote.unicodeScalars)
        func inside(_ range: CodePointRange) -> Range<Int>? {
            let (start, end) = (range.start - evidence.range.start, range.end - evidence.range.start)
            return 0 <= start && start < end && end <= scalars.count ? start..<end : nil
        }
        var mentions = [inside(evidence.subject), inside(evidence.object)].compactMap { $0 }
        mentions.sort { $0.lowerBound < $1.lowerBound }
        if mentions.count == 2, mentions[0].overlaps(mentions[1]) { mentions.removeLast() }
        let shown = Self.window(scalars, mentions, columns: columns)
        var text = shown.lowerBound > 0 ? "…" : ""
        var at = shown.lowerBound
        for mention in mentions where shown.contains(mention.lowerBound) && mention.upperBound <= shown.upperBound {
            text += Self.text(scalars[at..<mention.lowerBound]) + mark(Self.text(scalars[mention]))
            at = mention.upperBound
        }
        text += Self.text(scalars[at..<shown.upperBound]) + (shown.upperBound < scalars.count ? "…" : "")
        return isFrench ? "«\u{A0}\(text)\u{A0}»" : "“\(text)”"
    }

    private var isFrench: Bool {
        if let language = article.language { return language.hasPrefix("fr") }
        return rule.hasPrefix("fr.")
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        TextLayout.clean(String(String.UnicodeScalarView(scalars)))
    }

    /// The part of a long sentence that has both mentions, with some words on either side, cut at spaces.
    private static func window(_ scalars: [Unicode.Scalar], _ mentions: [Range<Int>], columns: Int?) -> Range<Int> {
        guard let columns, scalars.count > columns else { return 0..<scalars.count }
        let first = mentions.first?.lowerBound ?? 0
        let last = mentions.last?.upperBound ?? 0
        let spare = max(columns - (last - first), 40) / 2
        var (start, end) = (max(0, first - spare), min(scalars.count, last + spare))
        if start == 0 { end = min(scalars.count, max(end, columns)) }
        if end == scalars.count { start = min(start, max(0, scalars.count - columns)) }
        while start > 0, start < first, scalars[start - 1] != " " { start += 1 }
        while end < scalars.count, end > last, scalars[end] != " " { end -= 1 }
        return start..<end
    }
}
