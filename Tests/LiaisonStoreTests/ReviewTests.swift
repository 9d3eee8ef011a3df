import LiaisonModel
import LiaisonStore
import Testing

/// What people are asked first.
struct ReviewTests {
    /// A store with many doubtful edges, of which each matters as much as its ends are written about.
    private func doubtful(_ count: Int) throws -> TemporaryStore {
        let temporary = try TemporaryStore()
        var readings: [Reading] = []
        for number in 0..<count {
            // Some investors are named in many articles; every seventh edge is denied elsewhere.
            let (investor, company) = ("Orvane\(number % 23)", "Nexalis\(number)")
            for denies in number.isMultiple(of: 7) ? [false, true] : [false] {
                let article = Samples.article(
                    ["In story \(number), \(denies ? "it is denied that " : "")\(investor) invests in \(company)."],
                    url: "https://news.example/\(number)/\(denies)")
                readings.append(
                    Reading(
                        article,
                        Samples.extraction([
                            Samples.statement(
                                article, investor, "invests-in", company,
                                confidence: 0.3 + Double(number * 37 % 60) / 100
                            ) { if denies { $0.factuality = .denied } }
                        ]), version: "1"))
            }
        }
        _ = try temporary.store.ingest(readings)
        return temporary
    }

    @Test(arguments: [1, 7, 60]) func `the first questions are the first of all questions`(limit: Int) throws {
        let store = try doubtful(900).store
        let all = try store.reviewQueue(limit: 5000)
        #expect(all.count > 600)
        #expect(all.map(\.priority) == all.map(\.priority).sorted(by: >))
        #expect(try store.reviewQueue(limit: limit) == Array(all.prefix(limit)))
    }

    @Test func `a denied edge comes before one that is little believed`() throws {
        let store = try doubtful(40).store
        let first = try #require(try store.reviewQueue(limit: 1).first)
        guard case .edge(let edge, let reason) = first.question else { return #expect(Bool(false)) }
        #expect(reason == .disputed)
        #expect(edge.state == .disputed)
    }

    @Test func `a question that was answered makes room for the next`() throws {
        let store = try doubtful(300).store
        let before = try store.reviewQueue(limit: 4)
        guard case .edge(let edge, _) = before[0].question else { return #expect(Bool(false)) }
        _ = try store.record([
            Judgement(
                number: 0, verb: .accept, subject: edge.subject.key.text, relation: edge.relation.text,
                object: edge.object.key.text, madeAt: "")
        ])
        #expect(Array(try store.reviewQueue(limit: 4).prefix(3)) == Array(before.dropFirst()))
    }
}
