internal import Foundation
internal import Testing

@Suite struct IngestTests {
    private static let articles = (1...40).map { number in
        "{\"id\": \"\(number)\", \"text\": \"Microsoft has invested $\(number) million in OpenAI. Apple acquired Beats.\"}\n"
    }.joined()

    @Test func `the same articles again change nothing`() throws {
        let program = try Program()
        try program.write("a.jsonl", Self.articles)
        let first = try program.run("ingest", "a.jsonl")
        #expect(first.code == 0)
        #expect(first.errors.contains("40 articles: 40 added\n"))
        let second = try program.run("ingest", "a.jsonl")
        #expect(second.code == 0)
        #expect(second.errors.contains("40 articles: 0 added, 40 unchanged\n"))
        let forced = try program.run("ingest", "--again", "a.jsonl")
        #expect(forced.errors.contains("40 articles: 0 added, 40 unchanged\n"))
    }

    @Test func `a changed article replaces its own statements`() throws {
        let program = try Program()
        try program.write("a.jsonl", Self.articles)
        try program.run("ingest", "a.jsonl")
        try program.write("a.jsonl", Self.articles.replacingOccurrences(of: "$7 million", with: "$8 million"))
        #expect(
            try program.run("ingest", "a.jsonl").errors.contains("40 articles: 0 added, 39 unchanged, 1 replaced\n"))
    }

    @Test func `the summary as JSON counts the same`() throws {
        let program = try Program()
        try program.write("a.jsonl", Self.articles)
        let run = try program.run("ingest", "--json", "a.jsonl", "none.txt")
        #expect(run.code == 1)
        let summary = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(summary["added"] as? Int == 40)
        #expect(summary["refused"] as? Int == 1)
        let refusals = try #require(summary["refusals"] as? [[String: Any]])
        #expect(refusals.first?["path"] as? String == "none.txt")
    }

    @Test func `a dry run shows what each input is taken for and makes no store`() throws {
        let program = try Program()
        try program.write("a.txt", "Un titre\nPublié le 3 mars 2025\n\nUn texte.\n")
        let run = try program.run("ingest", "--dry-run", "a.txt")
        #expect(run.code == 0)
        #expect(
            run.output == "a.txt · plain text, UTF-8 (from its bytes) · 2025-03-03 · 33 characters · \"Un titre\"\n")
        #expect(!program.exists("liaison.sqlite"))
    }

    @Test func `the store is the one named, else that of the environment`() throws {
        let program = try Program()
        try program.write("a.txt", "Un texte.")
        try program.run("ingest", "a.txt", "--store", "one.sqlite")
        try program.run("ingest", "a.txt", environment: ["LIAISON_STORE": "two.sqlite"])
        #expect(program.exists("one.sqlite"))
        #expect(program.exists("two.sqlite"))
        #expect(!program.exists("liaison.sqlite"))
    }

    @Test func `statements that extract wrote give the same store as the articles`() throws {
        let program = try Program()
        try program.write("a.jsonl", Self.articles)
        let extracted = try program.run("extract", "--all", "a.jsonl")
        try program.write("statements.jsonl", extracted.output)
        let run = try program.run("ingest", "--statements", "statements.jsonl")
        #expect(run.code == 0)
        #expect(run.errors.contains("40 articles: 40 added\n"))
        let again = try program.run("ingest", "--statements", "statements.jsonl")
        #expect(again.errors.contains("40 articles: 0 added, 40 unchanged\n"))
    }

    @Test func `a store that is not a store is left as it is`() throws {
        let program = try Program()
        try program.write("a.txt", "Un texte.")
        try program.write("liaison.sqlite", "These are notes, not a database. They must stay.")
        let run = try program.run("ingest", "a.txt")
        #expect(run.code == 65)
        #expect(run.errors.split(separator: "\n").count == 1)
        let kept = try String(contentsOfFile: program.folder + "/liaison.sqlite", encoding: .utf8)
        #expect(kept == "These are notes, not a database. They must stay.")
    }

    @Test func `a folder that is not there cannot hold a store`() throws {
        let program = try Program()
        try program.write("a.txt", "Un texte.")
        let run = try program.run("ingest", "a.txt", "--store", "none/liaison.sqlite")
        #expect(run.code == 74)
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    @Test(.enabled(if: getuid() != 0, "root may write in every folder"))
    func `a read-only folder is said in one sentence`() throws {
        let program = try Program()
        try program.write("a.txt", "Un texte.")
        try program.write("locked/keep", "")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o500], ofItemAtPath: program.folder + "/locked")
        let run = try program.run("ingest", "a.txt", "--store", "locked/liaison.sqlite")
        #expect(run.code == 74)
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    @Test(arguments: [["none.txt"], ["--statements", "bad.jsonl"], ["--statements", "none.jsonl"], ["binary.pdf"]])
    func `inputs that are all refused leave no store behind`(arguments: [String]) throws {
        let program = try Program()
        try program.write("bad.jsonl", "{\"article\": 1}\nno JSON\n")
        try program.write("binary.pdf", "%PDF-1.7 nothing to read")
        let run =
            arguments.count == 1
            ? try program.run("ingest", arguments[0]) : try program.run("ingest", arguments[0], arguments[1])
        #expect(run.code != 0)
        #expect(!program.exists("liaison.sqlite"))
    }

    @Test func `bad lines of statements are named by number and the rest is stored`() throws {
        let program = try Program()
        try program.write("a.jsonl", Self.articles)
        let lines = try program.run("extract", "--all", "a.jsonl").output.split(separator: "\n")
        try program.write(
            "statements.jsonl",
            "\n" + lines[0] + "\nnot a statement\n" + lines[1...].joined(separator: "\n") + "\n{\"arti")
        let run = try program.run("ingest", "--statements", "statements.jsonl")
        #expect(run.code == 1)
        #expect(run.errors.contains("40 articles: 40 added, 2 refused\n"))
        #expect(run.errors.contains("statements.jsonl:3: not a statement"))
        #expect(run.errors.contains("cut off"))
    }

    @Test func `what a changed article states otherwise is told`() throws {
        let program = try Program()
        try program.write("a.jsonl", Self.articles)
        try program.run("ingest", "a.jsonl")
        try program.write(
            "a.jsonl",
            Self.articles.replacingOccurrences(
                of: "$7 million in OpenAI. Apple acquired Beats.", with: "$7 million in OpenAI. Apple acquired Shazam.")
        )
        let run = try program.run("ingest", "a.jsonl")
        #expect(run.errors.contains("39 unchanged, 1 replaced"))
        #expect(run.errors.contains("  + Apple acquires Shazam\n"))
        #expect(run.errors.contains("  − Apple acquires Beats"))
    }
}
