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

    /// Kills of each way of ingestion. `Benchmarks/stress/kill.py` kills a hundred times, with the release build.
    private static let kills = ProcessInfo.processInfo.environment["LIAISON_KILLS"].flatMap { Int($0) } ?? 3

    @Test(arguments: [false, true])
    func `killed at any moment, a second run ends as if nothing had happened`(loads: Bool) throws {
        let temporary = try TemporaryStore()
        var command = ["ingest", try articles(256, in: temporary.folder)]
        if loads {
            let extracted = try Program.run(["extract", "--all", command[1]])
            command = ["ingest", "--statements", temporary.folder + "/statements.jsonl"]
            // The same of many papers, so that there is something to interrupt.
            let copies = (0..<40).map { extracted.output.replacing("//news.example", with: "//paper\($0).example") }
            try copies.joined().write(toFile: command[2], atomically: true, encoding: .utf8)
        }
        let whole = temporary.folder + "/whole.sqlite"
        let started = ContinuousClock.now
        #expect(try Program.run(command + ["--store", whole]).status == 0)
        let duration = (ContinuousClock.now - started) / .milliseconds(1)
        let expected = try Store(path: whole, mode: .readOnly).dump()
        #expect(!expected.isEmpty)

        let killed = temporary.folder + "/killed.sqlite"
        for _ in 0..<Self.kills {
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: killed + suffix) }
            let process = try Program.start(command + ["--store", killed])
            Thread.sleep(forTimeInterval: duration / 1000 * Double.random(in: 0...1))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            if FileManager.default.fileExists(atPath: killed) {
                #expect(try Store(path: killed, mode: .openExisting).check().problems == [])
            }
            #expect(try Program.run(command + ["--store", killed]).status == 0)
            #expect(try Store(path: killed, mode: .readOnly).dump() == expected)
        }
    }

    @Test func `articles in any order and on any number of workers give one store`() throws {
        let temporary = try TemporaryStore()
        let file = try articles(120, in: temporary.folder)
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        var dumps: Set<String> = []
        for (round, jobs) in [1, 2, 8, 8].enumerated() {
            let input = temporary.folder + "/shuffled.jsonl"
            let order = round == 0 ? lines : lines.shuffled()
            try order.joined(separator: "\n").write(toFile: input, atomically: true, encoding: .utf8)
            let store = temporary.folder + "/workers-\(round).sqlite"
            #expect(try Program("ingest", input, "--jobs", "\(jobs)", "--store", store).status == 0)
            dumps.insert(try Program("dump", "--store", store).output)
        }
        #expect(dumps.count == 1)
        #expect(dumps.first?.contains("invests-in") == true)
    }

    @Test func `every article removed in random order leaves an empty dump`() throws {
        let temporary = try TemporaryStore()
        #expect(try Program("ingest", try articles(40, in: temporary.folder), "--store", temporary.path).status == 0)
        let addresses = (0..<40).map { "https://news.example/\($0)" }.shuffled()
        #expect(try Program.run(["remove"] + addresses + ["--store", temporary.path]).status == 0)
        #expect(try Program("dump", "--store", temporary.path).output == "")
        #expect(try Program("check", "--store", temporary.path).status == 0)
    }

    @Test func `a load that is under way keeps no reader and no other writer out`() throws {
        let temporary = try TemporaryStore()
        let file = try articles(60, in: temporary.folder)
        let extracted = try Program.run(["extract", "--all", file])
        let path = temporary.folder + "/statements.jsonl"
        let copies = (0..<80).map { extracted.output.replacing("//news.example", with: "//paper\($0).example") }
        try copies.joined().write(toFile: path, atomically: true, encoding: .utf8)
        let load = try Program.start(["ingest", "--statements", path, "--store", temporary.path])
        while load.isRunning, try temporary.store.stats().statements == 0 { usleep(2000) }
        let article = Samples.article(["Lumenor is a rival of Brivaux."], url: "https://other.example/1")
        let statement = Samples.statement(article, "Lumenor", "rival-of", "Brivaux")
        try temporary.store.ingest(article, Samples.extraction([statement]), version: "1")
        #expect(try temporary.store.edges(of: EntityKey("org:brivaux")).count == 1)
        load.waitUntilExit()
        #expect(load.terminationStatus == 0)
        #expect(try temporary.store.check().problems == [])
        #expect(try temporary.store.stats().articles == 60 * 80 + 1)
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

    @Test func `a qualifier is corrected, shown, exported, imported and taken back`() throws {
        let temporary = try store()
        let edge = "Arvor Capital invests-in org:lumenor"
        let run = try Program(
            "edit", edge, "--set", "time=ended", "--set", "amount=90e6 EUR", "--reason", "the register", "--store",
            temporary.path)
        #expect(run.status == 0 && run.errors.contains("time of Arvor Capital invests-in Lumenor is now ended"))
        let shown = try Program("relations", "Arvor Capital", "--store", temporary.path).output
        #expect(shown.contains("ended · 90 million EUR"))

        let lines = try Program("undo", "--list", "--json", "--store", temporary.path).output
        let file = temporary.folder + "/judgements.jsonl"
        try lines.write(toFile: file, atomically: true, encoding: .utf8)
        let other = try store()
        #expect(try Program("review", "--import", file, "--store", other.path).status == 0)
        #expect(try Program("relations", "Arvor Capital", "--store", other.path).output == shown)

        #expect(try Program("undo", "--store", temporary.path).status == 0)
        let after = try Program("relations", "Arvor Capital", "--store", temporary.path).output
        #expect(after.contains("ended · 80 million EUR"))
        #expect(try Program("edit", edge, "--set", "time=never", "--store", temporary.path).status == 64)
        let unknown = try Program("edit", "nobody leads nothing", "--set", "time=ended", "--store", temporary.path)
        #expect(unknown.status == 66)
    }

    @Test func `one statement is corrected by its identifier`() throws {
        let temporary = try store()
        let statement = try #require(try temporary.store.statements(of: "https://journal.example/a").first)
        #expect(try Program("edit", statement.id, "--set", "role=lead", "--store", temporary.path).status == 0)
        let why = try Program("why", "Arvor Capital invests-in org:lumenor", "--json", "--store", temporary.path)
        #expect(why.status == 0 && why.output.contains("\"role\":\"lead\""))
    }

    @Test func `what follows from two edges is shown with them, and as derived`() throws {
        let temporary = try store()
        for (number, child) in ["Lumenor", "Brivaux"].enumerated() {
            let article = Samples.article(
                ["\(child) is a unit of Arvor Holding."], url: "https://holding.example/\(number)")
            try temporary.store.ingest(
                article,
                Samples.extraction([Samples.statement(article, child, "subsidiary-of", "Arvor Holding")]), version: "1")
        }
        let run = try Program("relations", "org:lumenor", "org:brivaux", "--store", temporary.path)
        #expect(run.status == 0)
        let (first, second) = ("Lumenor ─ subsidiary of → Arvor Holding", "Brivaux ─ subsidiary of → Arvor Holding")
        #expect(run.output.hasPrefix("derived: Lumenor and Brivaux have the same parent, Arvor Holding (belief 0.81,"))
        #expect(run.output.contains(first) && run.output.contains(second))
        let json = try Program("relations", "org:lumenor", "org:brivaux", "--json", "--store", temporary.path).output
        let derived = try JSONValue(parsing: Array(json.utf8))["derived"]?.array
        #expect(derived?.first?["from"]?.array?.count == 2)
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
