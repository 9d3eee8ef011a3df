internal import Foundation
internal import Testing

@Suite struct ExtractTests {
    @Test func `standard input is read when no path is given`() throws {
        let run = try Program().run("extract", input: "{\"text\": \"Ein Satz.\", \"language\": \"de\"}\n")
        #expect(run.code == 65)
        #expect(run.errors.hasPrefix("liaison: standard input: the article is in neither French nor English"))
    }

    @Test func `a refused input is named and the exit code is 1 beside a good one`() throws {
        let program = try Program()
        try program.write("a.txt", "Microsoft has invested in OpenAI.")
        let run = try program.run("extract", "none.txt", "a.txt")
        #expect(run.code == 1)
        #expect(run.errors == "liaison: none.txt: there is no such file or folder\n")
    }

    @Test func `the output is the same on one thread and on several`() throws {
        let program = try Program()
        let articles = (1...60).map { number in
            "{\"id\": \"\(number)\", \"text\": \"Microsoft has invested $\(number) million in OpenAI. Apple acquired Beats.\"}\n"
        }
        try program.write("a.jsonl", articles.joined())
        let one = try program.run("extract", "--jobs", "1", "a.jsonl")
        let many = try program.run("extract", "--jobs", "7", "a.jsonl")
        #expect(one.code == 0)
        #expect(!one.output.isEmpty)
        #expect(one.output == many.output)
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full here"),
        arguments: ["extract a.txt", "stats"])
    func `a full disk behind standard output is said in one sentence`(command: String) throws {
        let program = try Program()
        try program.write("a.txt", "Microsoft has invested $1 billion in OpenAI.")
        try program.run("ingest", "a.txt")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "'\(Program.products.path)/liaison' \(command) >/dev/full 2>.errors"]
        process.currentDirectoryURL = URL(fileURLWithPath: program.folder)
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 74)
        let errors = try String(contentsOfFile: program.folder + "/.errors", encoding: .utf8)
        #expect(errors == "liaison: standard output cannot be written: No space left on device\n")
    }

    @Test func `a text too short to tell its language is named, and read once the language is said`() throws {
        let program = try Program()
        try program.write("a.txt", "Orvane – Lumenor")
        let run = try program.run("extract", "a.txt")
        #expect(run.code == 0)
        #expect(run.errors.hasPrefix("a.txt: too few words to tell its language"))
        #expect(try program.run("extract", "--language", "fr", "a.txt").errors.isEmpty)
        #expect(try program.run("extract", "--language", "de", "a.txt").code == 64)
    }

    @Test func `sentences of a few words are read`() throws {
        let program = try Program()
        for text in ["Microsoft a racheté Lumenor.", "Microsoft bought Lumenor."] {
            let run = try program.run("extract", input: "{\"text\": \"\(text)\"}\n")
            #expect(run.output.contains("\"acquires\""), "\(text)")
        }
    }

    @Test func `the help says the least confidence there is`() throws {
        #expect(try Program().run("extract", "--help").output.contains("from 0 to 1; 0.25"))
    }
}
