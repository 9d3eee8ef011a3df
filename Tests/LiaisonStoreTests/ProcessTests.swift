import Foundation
import LiaisonModel
import LiaisonStore
import Testing

/// Real processes on one store.
@Suite struct ProcessTests {
    /// A file of articles of one sentence each.
    private func articles(_ count: Int, in folder: String) throws -> String {
        var json = JSONWriter()
        for number in 0..<count {
            Article(
                id: "a\(number)", url: "https://news.example/\(number)", published: "2025-06-17", language: "en",
                text:
                    "Arvor Capital has invested \(number + 1) million euros in Lumenor \(number % 7).\nIt rained on day \(number)."
            )
            .write(to: &json)
            json.newline()
        }
        let path = folder + "/articles-\(count).jsonl"
        try Data(json.bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test func `killed at any moment, a second run ends as if nothing had happened`() throws {
        let temporary = try TemporaryStore()
        let file = try articles(256, in: temporary.folder)
        let whole = temporary.folder + "/whole.sqlite"
        let started = ContinuousClock.now
        #expect(try Program("ingest", "--store", whole, file).status == 0)
        let duration = ContinuousClock.now - started
        let expected = try Store(path: whole, mode: .readOnly).dump()
        #expect(!expected.isEmpty)

        let killed = temporary.folder + "/killed.sqlite"
        for round in 1...6 {
            let process = try Program.start(["ingest", "--store", killed, file])
            Thread.sleep(forTimeInterval: Double(duration.components.seconds * 1000 + 500) / 1000 * Double(round) / 7)
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            if FileManager.default.fileExists(atPath: killed), let store = try? Store(path: killed, mode: .openExisting)
            {
                #expect(try store.check().problems == [])
            }
            if round.isMultiple(of: 3) {
                #expect(try Program("ingest", "--store", killed, file).status == 0)
                #expect(try Store(path: killed, mode: .readOnly).dump() == expected)
                for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: killed + suffix) }
            }
        }
    }

    @Test func `two programs may ingest into one store at once`() throws {
        let temporary = try TemporaryStore()
        let (one, two) = (try articles(40, in: temporary.folder), try articles(120, in: temporary.folder))
        let processes = try [one, two].map { try Program.start(["ingest", "--store", temporary.path, $0]) }
        for process in processes {
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        let alone = temporary.folder + "/alone.sqlite"
        #expect(try Program("ingest", "--store", alone, two).status == 0)
        #expect(try temporary.store.dump() == Store(path: alone, mode: .readOnly).dump())
    }
}

/// The commands as people run them.
@Suite struct CommandTests {
    private func store() throws -> TemporaryStore {
        let temporary = try TemporaryStore()
        let article = Samples.article(
            [
                "Arvor Capital a investi 80 millions d’euros dans Lumenor, qui conçoit à Grenoble des capteurs pour l’aviation et le rail."
            ],
            url: "https://journal.example/a", title: "Une levée", publisher: "Le Journal", published: "2025-06-17")
        var french = article
        french.language = "fr"
        var statement = Samples.statement(
            french, "Arvor Capital", "invests-in", "Lumenor", kinds: (.fund, .company)
        ) {
            $0.amount = Amount(value: ExactDecimal(80_000_000), currency: "EUR", scope: .round)
        }
        statement.rule = "fr.invest.active"
        try temporary.store.ingest(french, Samples.extraction([statement]), version: "1")
        let other = Samples.article(
            ["Lumenor, the product, is a rival of Brivaux."], url: "https://paper.example/b", publisher: "The Paper")
        try temporary.store.ingest(
            other,
            Samples.extraction([
                Samples.statement(other, "Lumenor", "rival-of", "Brivaux", kinds: (.product, .product))
            ]), version: "1")
        return temporary
    }

    @Test func `relations shows the edge, its facts and its quote`() throws {
        let temporary = try store()
        let run = try Program("relations", "arvor capital", "org:lumenor", "--store", temporary.path)
        #expect(run.status == 0)
        #expect(
            run.output == """
                Arvor Capital ─ invests in → Lumenor
                  belief 0.90 · current · 80 million EUR (the whole round)
                  1 article from 1 publisher, 2025-06-17

                    «\u{A0}Arvor Capital a investi 80 millions d’euros dans Lumenor, qui conçoit à
                    Grenoble des capteurs pour l’aviation et le rail.\u{A0}»
                    Le Journal · 2025-06-17

                    liaison why \(Edge.identifier(
                    subject: EntityKey("org:arvor-capital"), relation: "invests-in",
                    object: EntityKey("org:lumenor")).prefix(8))

                """)
    }

    @Test func `an ambiguous name lists who it may be, an unknown one what it resembles`() throws {
        let temporary = try store()
        let ambiguous = try Program("relations", "Lumenor", "--store", temporary.path)
        #expect(ambiguous.status == 66)
        #expect(ambiguous.output == "")
        #expect(ambiguous.errors.contains("org:lumenor") && ambiguous.errors.contains("product:lumenor"))
        let unknown = try Program("neighbors", "Brivax", "--store", temporary.path)
        #expect(unknown.status == 66)
        #expect(unknown.errors.contains("did you mean") && unknown.errors.contains("Brivaux"))
    }

    @Test func `why marks the mentions and verifies the quote`() throws {
        let temporary = try store()
        let run = try Program("why", "Arvor Capital invests-in org:lumenor", "--store", temporary.path)
        #expect(run.status == 0)
        for part in [
            "[Arvor Capital]", "[Lumenor]", "Le Journal", "https://journal.example/a", "fr.invest.active", "· verified",
        ] {
            #expect(run.output.contains(part), "\(part)")
        }
    }

    @Test(arguments: [
        ["relations", "arvor"], ["neighbors", "brivaux"], ["path", "arvor", "org:lumenor"], ["timeline", "arvor"],
        ["search", "capteurs"], ["entities"], ["stats"], ["why", "arvor invests-in org:lumenor"],
        ["diff", "--since", "2025"],
        ["review"], ["check"],
    ])
    func `every question has its answer in JSON and within eighty columns`(command: [String]) throws {
        let temporary = try store()
        try temporary.store.record(Judgement(rename: EntityKey("org:arvor-capital"), to: "Arvor"))
        let json = try Program.run(command + ["--json", "--store", temporary.path])
        #expect(json.status == 0, "\(json.errors)")
        _ = try JSONValue(parsing: Array(json.output.utf8))
        let plain = try Program.run(command + ["--store", temporary.path])
        #expect(plain.status == 0, "\(plain.errors)")
        for line in plain.output.split(separator: "\n") { #expect(line.unicodeScalars.count <= 80, "\(line)") }
        #expect(!plain.output.contains("\u{1B}"))
    }

    @Test func `judgements are made, listed and taken back`() throws {
        let temporary = try store()
        let edge = "Arvor Capital invests-in org:lumenor"
        #expect(try Program("reject", edge, "--reason", "wrong", "--store", temporary.path).status == 0)
        let after = try Program("relations", "Arvor Capital", "--store", temporary.path)
        #expect(after.output == "" && after.errors.contains("nothing links"))
        #expect(try Program("undo", "--list", "--store", temporary.path).output.contains("wrong"))
        #expect(try Program("undo", "--store", temporary.path).status == 0)
        #expect(try Program("relations", "Arvor Capital", "--store", temporary.path).output.contains("Lumenor"))
        #expect(try Program("undo", "--store", temporary.path).status == 66)
    }

    @Test func `remove takes an article by its address and says so`() throws {
        let temporary = try store()
        let run = try Program("remove", "https://paper.example/b", "--store", temporary.path)
        #expect(run.status == 0 && run.errors.contains("1 statement"))
        #expect(try Program("remove", "https://paper.example/b", "--store", temporary.path).status == 66)
        #expect(try Program("entities", "Brivaux", "--store", temporary.path).status == 66)
    }

    @Test func `a store that is none gives one sentence and the right code`() throws {
        let temporary = try store()
        #expect(try Program("stats", "--store", temporary.folder + "/none.sqlite").status == 66)
        let text = temporary.folder + "/text.sqlite"
        try "hello".write(toFile: text, atomically: true, encoding: .utf8)
        let run = try Program("stats", "--store", text)
        #expect(run.status == 65)
        #expect(run.errors.split(separator: "\n").count == 1)
        #expect(try Program("neighbors", "x", "--since", "yesterday", "--store", temporary.path).status == 64)
    }
}
