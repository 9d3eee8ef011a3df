internal import LiaisonModel
internal import LiaisonStore

extension Site {
    /// The first page: what the store holds.
    func homePage(_ frame: PageFrame) async throws -> PageResponse {
        let (statistics, named, articles) = try await readers.read { store in
            (try store.stats(), try store.mostNamed(limit: 14), try store.latestArticles(limit: 9))
        }
        let presenter = presenter(frame)
        let texts = frame.texts
        func tile(_ key: String, _ number: Int) -> Fields {
            ["number": texts.grouped(number), "label": texts.count(key, number)]
        }
        let counts = Dictionary(
            statistics.relations.map { ($0.relation, $0.edges) }, uniquingKeysWith: { first, _ in first })
        return render(
            "home", frame,
            [
                "pageTitle": texts["home"], "isEmpty": statistics.articles == 0 && statistics.statements == 0,
                "tiles": [
                    tile("tile-articles", statistics.articles), tile("tile-publishers", statistics.publishers),
                    tile("tile-entities", statistics.entities), tile("tile-edges", statistics.edges),
                    tile("tile-statements", statistics.statements),
                ],
                "named": named.map { presenter.match($0) }, "articles": articles.map { presenter.article($0) },
                "relations": presenter.vocabulary.relations.filter { (counts[$0.id] ?? 0) > 0 }.map { relation in
                    presenter.legendEntry(relation, count: counts[relation.id] ?? 0)
                },
            ])
    }

    /// What the marks, keys and relations mean.
    func helpPage(_ frame: PageFrame) -> PageResponse {
        let presenter = presenter(frame)
        let texts = frame.texts
        let keys = [
            ("/", "key-search"), ("↑ ↓ ← →", "key-arrows"), ("+ − 0", "key-zoom"), ("a r s d", "key-review"),
            ("n p u e f", "key-steps"), ("Esc", "key-escape"),
        ]
        return render(
            "help", frame,
            [
                "pageTitle": texts["help"],
                "states": ["current", "planned", "ended", "disputed"].map { state -> Fields in
                    ["label": texts["state-" + state], "class": state, "text": texts["help-" + state]]
                } + [["label": texts["rumour"], "class": "rumour", "text": texts["help-rumour"]]],
                "keys": keys.map { key, text -> Fields in ["key": key, "text": texts[text]] },
                "relations": presenter.vocabulary.relations.map { presenter.legendEntry($0, count: nil) },
            ])
    }
}

extension Presenter {
    /// A relation with what it means.
    func legendEntry(_ relation: RelationType, count: Int?) -> Fields {
        [
            "label": label(relation.id), "relationClass": palette.relationClass(relation.id),
            "definition": relation.definitions[texts.language] ?? "",
            "count": optional(count.map { texts.count("edges", $0) }),
        ]
    }

    /// An entity that was found by a name.
    func match(_ match: EntityMatch) -> Fields {
        var fields = entity(match.entity)
        fields["alias"] = optional(match.name == match.entity.name ? nil : name(match.name))
        fields["articles"] = texts.count("articles", match.articleCount)
        return fields
    }

    /// An article in a list.
    func article(_ match: ArticleMatch) -> Fields {
        var fields = article(match.article)
        fields["statements"] = texts.count("statements", match.statementCount)
        fields["excerpt"] = excerpt(match.excerpt)
        return fields
    }

    func article(_ head: ArticleHead) -> Fields {
        let title = head.title.map { Self.clean($0) } ?? ""
        return [
            "href": Route.article(head.sha256).path,
            "title": title.contains { !$0.isWhitespace } ? title : texts["untitled"], "publisher": publisher(head),
            "lang": optional(Self.tag(head.language)), "date": optional(head.published.map { texts.date($0) }),
        ]
    }

    /// A language tag as it may stand in a page.
    static func tag(_ language: String?) -> String? {
        guard let language, (2...20).contains(language.utf8.count),
            language.utf8.allSatisfy({
                ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A || $0 == 0x2D || (0x30...0x39).contains($0)
            })
        else { return nil }
        return language
    }

    /// The marked words of a search as parts.
    private func excerpt(_ text: String) -> [Fields] {
        var parts: [Fields] = []
        var isMention = false
        var part = String.UnicodeScalarView()
        func flush() {
            if !part.isEmpty { parts.append(["text": Self.clean(String(part)), "isMention": isMention]) }
            part = String.UnicodeScalarView()
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case ArticleMatch.openMark:
                flush()
                isMention = true
            case ArticleMatch.closeMark:
                flush()
                isMention = false
            default: part.append(scalar)
            }
        }
        flush()
        return parts
    }
}
