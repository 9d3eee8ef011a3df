internal import LiaisonExport
internal import LiaisonModel
internal import LiaisonStore

extension Site {
    /// Code points of an article on one page: what is longer is shown in parts.
    private static let partLength = 40_000
    /// Statements listed beside a part.
    private static let claimLength = 150

    /// An article with what it states marked in its words.
    func articlePage(_ hash: String, _ request: PageRequest, _ frame: PageFrame) async throws -> PageResponse {
        guard hash.utf8.count == 64, hash.utf8.allSatisfy(Hexadecimal.isDigit) else { throw PageError.notFound }
        let format = try Download.asked(request)
        let presenter = presenter(frame)
        guard let found = try await readers.read({ store in try store.reading(ofArticle: hash) }) else {
            throw PageError.notFound
        }
        if let format {
            let graph = try await readers.read { store in
                try Download.snapshot(
                    try Self.edges(found.statements, in: store), in: store, title: found.head.title ?? "", hidden: 0)
            }
            return try await format.response(graph, name: "article", options: presenter.options, desk: desk)
        }
        let texts = frame.texts
        let body = Array((found.text ?? "").unicodeScalars)
        let parts = max((body.count + Self.partLength - 1) / Self.partLength, 1)
        let number = request.query["part"].map { Int($0) ?? 0 } ?? 1
        guard (1...parts).contains(number) else {
            throw PageError.badField(name: "part", value: request.query["part"] ?? "")
        }
        let range = (number - 1) * Self.partLength..<min(number * Self.partLength, body.count)
        let shown = found.statements.filter { statement in
            statement.evidence.part == .title
                || range.contains(statement.evidence.range.start) || parts == 1
        }.prefix(Self.claimLength)
        let numbered = Array(zip(1..., shown))
        let title = Array((found.head.title ?? "").unicodeScalars)
        let hasText = found.text != nil
        var fields = presenter.article(found.head)
        fields["pageTitle"] = fields["title"]
        // The page has a language of its own.
        fields["textLang"] = fields.removeValue(forKey: "lang")
        fields["url"] = optional(WebAddress.link(found.head.url))
        fields["statementCount"] = texts.count("statements", found.statements.count)
        fields["titleRuns"] =
            title.contains { !$0.properties.isWhitespace }
            ? Highlighting(numbered, part: .title, presenter).runs(title, 0..<title.count)
            : [["isPlain": true, "text": texts["untitled"]] as Fields]
        let marks = Highlighting(numbered, part: .text, presenter)
        fields["paragraphs"] = Self.paragraphs(body, range).map { ["runs": marks.runs(body, $0)] as Fields }
        fields["notice"] = optional(hasText ? nil : texts["no-text"])
        fields["pages"] = optional(parts > 1 ? Self.paging(number, parts, frame) : nil)
        fields["statements"] = numbered.map { number, statement in
            claim(number, statement, presenter, hasText: hasText)
        }
        fields.merge(frame.downloads()) { _, new in new }
        return render("article", frame, fields)
    }

    private func claim(_ number: Int, _ statement: Statement, _ presenter: Presenter, hasText: Bool) -> Fields {
        let edge = Route.edge(
            subject: statement.subject.key, relation: statement.relation, object: statement.object.key)
        return [
            "number": String(number), "anchor": "c-\(number)", "subject": presenter.entity(statement.subject),
            "object": presenter.entity(statement.object), "relation": presenter.label(statement.relation),
            "relationClass": presenter.palette.relationClass(statement.relation),
            "arrow": presenter.arrow(statement.relation), "facts": presenter.qualifiers(statement), "href": edge.path,
            "backHref": optional(hasText ? "#" + Presenter.anchor(statement) : nil),
        ]
    }

    /// The edges that an article's statements belong to, as they are believed.
    private static func edges(_ statements: [Statement], in store: Store) throws -> [Edge] {
        var found: [String: Edge] = [:]
        for statement in statements {
            var view = GraphView()
            view.relations = [statement.relation]
            for edge in try store.edges(between: statement.subject.key, and: statement.object.key, view: view) {
                found[edge.id] = edge
            }
        }
        return Array(found.values)
    }

    /// The lines of a text that are not blank.
    private static func paragraphs(_ text: [Unicode.Scalar], _ range: Range<Int>) -> [Range<Int>] {
        var paragraphs: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where text[index] == "\n" || text[index] == "\r" {
            if start < index { paragraphs.append(start..<index) }
            start = index + 1
        }
        if start < range.upperBound { paragraphs.append(start..<range.upperBound) }
        return paragraphs.filter { text[$0].contains { !$0.properties.isWhitespace } }
    }

    private static func paging(_ number: Int, _ parts: Int, _ frame: PageFrame) -> Fields {
        func target(_ number: Int) -> String { LocalTarget.safe(frame.request.path) + "?part=\(number)" }
        return [
            "text": frame.texts.filled("part-of", ["n": String(number), "all": String(parts)]),
            "previous": optional(number > 1 ? target(number - 1) : nil),
            "next": optional(number < parts ? target(number + 1) : nil),
        ]
    }
}
