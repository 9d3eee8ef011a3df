internal import LiaisonExport
internal import LiaisonModel

extension Presenter {
    /// Longer quotes are cut around their mentions, in code points.
    private static let quoteLength = 420

    /// A sentence with its two mentions set off, and where it stands.
    func quote(_ statement: Statement, isWhole: Bool = false) -> Fields {
        let isFrench = Self.isFrench(statement)
        var fields: Fields = [
            "lang": isFrench ? "fr" : "en", "open": isFrench ? "«\u{A0}" : "“", "close": isFrench ? "\u{A0}»" : "”",
            "parts": parts(of: statement, limit: isWhole ? nil : Self.quoteLength),
            "publisher": publisher(statement.article), "href": place(of: statement),
        ]
        if let published = statement.article.published { fields["date"] = texts.date(published) }
        if let title = statement.article.title { fields["title"] = DisplayLabel.text(title) }
        return fields
    }

    /// Who published an article: its publisher, else its host, else a word.
    func publisher(_ article: ArticleHead) -> String {
        if let publisher = article.publisher, !publisher.isEmpty { return name(publisher) }
        if let host = Self.host(article.url) { return host }
        return article.id.map { name($0) } ?? texts["unknown-source"]
    }

    /// The place of a statement in the page of its article.
    func place(of statement: Statement) -> String {
        Route.article(statement.article.sha256).path + "#" + Self.anchor(statement)
    }

    /// The name of that place.
    static func anchor(_ statement: Statement) -> String { "s-" + statement.id }

    static func isFrench(_ statement: Statement) -> Bool {
        if let language = statement.article.language { return language.hasPrefix("fr") }
        return statement.rule.hasPrefix("fr.")
    }

    static func host(_ url: String?) -> String? {
        guard let url = WebAddress.link(url), let start = url.firstRange(of: "://")?.upperBound else { return nil }
        let host = url[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return host.isEmpty ? nil : String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
    }

    private func parts(of statement: Statement, limit: Int?) -> [Fields] {
        let evidence = statement.evidence
        let scalars = Array(evidence.quote.unicodeScalars)
        func inside(_ range: CodePointRange) -> Range<Int>? {
            let (start, end) = (range.start - evidence.range.start, range.end - evidence.range.start)
            return 0 <= start && start < end && end <= scalars.count ? start..<end : nil
        }
        var mentions = [inside(evidence.subject), inside(evidence.object)].compactMap { $0 }
            .sorted { $0.lowerBound < $1.lowerBound }
        if mentions.count == 2, mentions[0].overlaps(mentions[1]) { mentions.removeLast() }
        let window = Self.window(scalars, mentions, limit)
        var parts: [Fields] = []
        func add(_ range: Range<Int>, isMention: Bool) {
            guard !range.isEmpty else { return }
            let text = String(String.UnicodeScalarView(scalars[range]))
            parts.append(["text": Self.clean(text), "isMention": isMention])
        }
        if window.lowerBound > 0 { parts.append(["text": "… ", "isMention": false]) }
        var at = window.lowerBound
        for mention in mentions where mention.lowerBound >= at && mention.upperBound <= window.upperBound {
            add(at..<mention.lowerBound, isMention: false)
            add(mention, isMention: true)
            at = mention.upperBound
        }
        add(at..<window.upperBound, isMention: false)
        if window.upperBound < scalars.count { parts.append(["text": " …", "isMention": false]) }
        return parts
    }

    /// Text of an article as it may stand in a page: control characters as their pictures, blanks as they are.
    static func clean(_ text: String) -> String {
        let isPlain = text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F && $0.value < 0xFFFE }
        if isPlain { return text }
        var out = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D: out.append(" ")
            case 0..<0x20: out.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            case 0x7F: out.append("\u{2421}")
            case 0xFFFE, 0xFFFF: out.append("\u{FFFD}")
            default: out.append(scalar)
            }
        }
        return String(out)
    }

    /// The part of a long sentence that has both mentions, with as much on either side as there is room for.
    private static func window(_ scalars: [Unicode.Scalar], _ mentions: [Range<Int>], _ limit: Int?) -> Range<Int> {
        guard let limit, scalars.count > limit else { return 0..<scalars.count }
        let first = mentions.first?.lowerBound ?? 0
        // Mentions far apart are not both shown: a quote stays a quote.
        let last = min(mentions.last?.upperBound ?? 0, first + 2 * limit)
        let spare = max(limit - (last - first), 80) / 2
        var (start, end) = (max(0, first - spare), min(scalars.count, last + spare))
        while start > 0, start < first, scalars[start - 1] != " " { start += 1 }
        while end < scalars.count, end > last, scalars[end] != " " { end -= 1 }
        return start..<end
    }
}
