import LiaisonModel
import LiaisonStore
import Testing

@Suite struct EditTests {
    private let arvor = EntityKey("org:arvor-capital")
    private let lumenor = EntityKey("org:lumenor")

    private func fill(_ store: Store, _ change: (inout Qualifiers) -> Void = { _ in }) throws {
        for number in 1...2 {
            let article = Samples.article(
                ["Arvor Capital put \(number) million into Lumenor."], url: "https://news\(number).example/a")
            let statement = Samples.statement(
                article, "Arvor Capital", "invests-in", "Lumenor", kinds: (.fund, .company), confidence: 0.8, change)
            try store.ingest(article, Samples.extraction([statement]), version: "1")
        }
    }

    private func edge(_ store: Store) throws -> Edge? { try store.edges(between: arvor, and: lumenor).first }

    @Test func `a correction of an edge holds for all its statements and survives their articles`() throws {
        let temporary = try TemporaryStore()
        try fill(temporary.store)
        let before = try #require(try edge(temporary.store))
        let made = try temporary.store.record(Judgement(edit: QualifierEdit("time=ended"), edge: before))
        try temporary.store.record(
            Judgement(edit: QualifierEdit("amount=12.5e6 EUR at-most ceiling"), edge: before, author: "ana"))
        for number in 1...2 { try temporary.store.remove(article: "https://news\(number).example/a") }
        try fill(temporary.store)
        let after = try #require(try edge(temporary.store))
        #expect(after.state == .ended)
        let expected = Amount(value: ExactDecimal(12_500_000), currency: "EUR", bound: .atMost, scope: .ceiling)
        #expect(after.statements.map(\.qualifiers.amount) == [expected, expected])
        try temporary.store.record(Judgement(undo: made.number))
        #expect(try edge(temporary.store)?.state == .current)
        #expect(try edge(temporary.store)?.statements.first?.qualifiers.amount == expected)
    }

    @Test func `a correction of one statement leaves the others`() throws {
        let temporary = try TemporaryStore()
        try fill(temporary.store)
        let statement = try #require(try temporary.store.statements(of: "https://news1.example/a").first)
        try temporary.store.record(Judgement(edit: QualifierEdit("factuality=denied"), statement: statement.id))
        let disputed = try #require(try edge(temporary.store))
        #expect((disputed.state, disputed.belief, disputed.statements.count) == (.disputed, 0.4, 1))
        // It is known by its stored identifier still.
        try temporary.store.record(Judgement(.reject, statement: statement.id))
        #expect(try edge(temporary.store)?.state == .current)
        #expect(try temporary.store.statements(of: "https://news1.example/a").first == statement)
    }

    @Test func `a statement that was stored as denied links entities once it is corrected`() throws {
        let temporary = try TemporaryStore()
        try fill(temporary.store) { $0.negated = true }
        #expect(try temporary.store.paths(from: arvor, to: lumenor).isEmpty)
        #expect(try temporary.store.reach(of: arvor, depth: 1) == [])
        var view = GraphView()
        view.includesSuppressed = true
        let hidden = try #require(try temporary.store.edges(between: arvor, and: lumenor, view: view).first)
        try temporary.store.record(Judgement(edit: QualifierEdit("negated=false"), edge: hidden))
        #expect(try temporary.store.paths(from: arvor, to: lumenor).count == 1)
        #expect(try temporary.store.reach(of: arvor, depth: 1) == [lumenor])
    }

    @Test func `a later correction wins, and one without a value takes the qualifier away`() throws {
        let temporary = try TemporaryStore()
        try fill(temporary.store) { $0.role = "lead" }
        let before = try #require(try edge(temporary.store))
        for text in ["role=participant", "date=2025-03", "role=", "date=2025-04-01"] {
            try temporary.store.record(Judgement(edit: QualifierEdit(text), edge: before))
        }
        let qualifiers = try #require(try edge(temporary.store)?.statements.first?.qualifiers)
        #expect(qualifiers.role == nil)
        #expect(qualifiers.date == "2025-04-01")
    }

    @Test func `corrections go over to another store as JSON`() throws {
        let (one, two) = (try TemporaryStore(), try TemporaryStore())
        try fill(one.store)
        try fill(two.store)
        let before = try #require(try edge(one.store))
        try one.store.record(Judgement(edit: QualifierEdit("stake=0.490"), edge: before, reason: "the register"))
        let lines = try one.store.judgements().map { judgement in
            var json = JSONWriter()
            judgement.write(to: &json)
            return try Judgement(json: JSONValue(parsing: json.bytes))
        }
        #expect(try two.store.importJudgements(lines) == 1)
        #expect(try two.store.importJudgements(lines) == 0)
        #expect(try edge(two.store)?.statements.first?.qualifiers.stake == ExactDecimal("0.49"))
    }

    @Test(arguments: [
        "time", "time=never", "colour=red", "negated=perhaps", "stake=1.5", "stake=much", "date=tomorrow",
        "date=2025-6-1", "amount=13", "amount=13 dollars", "amount=x USD", "amount=1 USD nearly", "amount=1..x USD",
        "=",
    ])
    func `what cannot be a correction is refused`(text: String) {
        #expect(throws: StoreError.self) { try QualifierEdit(text) }
    }

    @Test(arguments: [
        ("time = ended", "time=ended"), ("amount=1.30e10 USD", "amount=13000000000 USD"),
        ("amount=1..2 EUR round", "amount=1..2 EUR round"), ("amount=5 EUR about exact", "amount=5 EUR"),
        ("source=", "source="), ("source= a = b ", "source=a = b"), ("date=XXXX-05", "date=XXXX-05"),
    ])
    func `a correction has one spelling`(text: String, spelling: String) throws {
        #expect(try QualifierEdit(text).text == spelling)
        #expect(try QualifierEdit(spelling) == QualifierEdit(text))
    }

    @Test(arguments: ["date=2024-99", "start=2024-02-30", "end=2025-00", "date=soon"])
    func `a date that the calendar does not have is refused`(edit: String) {
        #expect(throws: StoreError.self) { try QualifierEdit(edit) }
    }

    @Test(arguments: ["date=2024-21", "start=XXXX-06", "date=2024-02-29"])
    func `seasons and dates without a year are dates`(edit: String) throws {
        #expect(try QualifierEdit(edit).text == edit)
    }
}
