internal import Foundation
internal import Testing

/// Questions put to a store by the built program, as people type them.
@Suite struct QuestionTests {
    private func program() throws -> Program {
        let program = try Program()
        try program.write(
            "a.jsonl",
            """
            {"id": "1", "publisher": "Wire", "published": "2024-05-02", "text": "Microsoft has invested $10 million in OpenAI. Thales has not acquired Mistral AI."}
            {"id": "2", "publisher": "Wire", "published": "2024-10-24", "text": "Microsoft a investi 20 millions de dollars dans OpenAI au printemps 2024."}

            """)
        try program.run("ingest", "a.jsonl")
        return program
    }

    @Test func `denials that are kept are hinted at, and called denied`() throws {
        let program = try program()
        let plain = try program.run("relations", "Thales", "Mistral AI")
        #expect(plain.code == 0)
        #expect(plain.output.isEmpty)
        #expect(
            plain.errors
                == "nothing between Thales and Mistral AI is said to hold, but 1 edge is denied or only supposed; see --all\n"
        )
        let all = try program.run("relations", "Thales", "Mistral AI", "--all")
        #expect(all.output.contains("belief 0.00 · denied"))
    }

    @Test(arguments: ["invests-in", "invests in", "Investit dans"])
    func `relations are known by their identifiers and by the words that are shown`(name: String) throws {
        let program = try program()
        #expect(try program.run("why", "Microsoft \(name) OpenAI").code == 0)
        #expect(try program.run("why", "Microsoft", name, "OpenAI").code == 0)
        #expect(try program.run("relations", "Microsoft", "--relation", name).output.contains("OpenAI"))
        #expect(try program.run("neighbors", "Microsoft", "--relation", name).output.contains("OpenAI"))
    }

    @Test(arguments: [
        ["relations", "Microsoft", "--relation", "invest-in"], ["neighbors", "Microsoft", "--relation", "foo"],
        ["export", "--format", "dot", "--relation", "foo"], ["timeline", "Microsoft", "--relation", "foo"],
    ])
    func `a relation that there is not is refused with the list of all`(arguments: [String]) throws {
        let program = try program()
        let process = try program.start(arguments)
        process.waitUntilExit()
        #expect(process.terminationStatus == 64)
        let errors = try String(contentsOfFile: program.folder + "/.errors", encoding: .utf8)
        #expect(errors.contains("is no relation; there are invests-in, "))
    }

    @Test(arguments: ["2024-13-45", "2024-02-30", "2024-21", "24"])
    func `a date that the calendar does not have is refused`(date: String) throws {
        let program = try program()
        for option in ["--since", "--as-of"] {
            #expect(try program.run("relations", "Microsoft", option, date).code == 64)
        }
        #expect(try program.run("diff", "--since", date).code == 64)
    }

    @Test func `a timeline says dates in words and has spring before October`() throws {
        let lines = try program().run("timeline", "Microsoft").lines.filter { $0.contains("OpenAI") }
        #expect(lines.first?.contains("spring 2024") == true)
        #expect(!lines.contains { $0.contains("2024-21") })
    }

    @Test func `what cannot be asked is said`() throws {
        let program = try program()
        #expect(try program.run("relations", "OpenAI", "OpenAI").errors.contains("is both ends"))
        #expect(try program.run("relations", "OpenAI", "--limit", "0").code == 64)
        #expect(try program.run("why", "9d").errors.contains("at least four digits"))
        #expect(try program.run("frames", "explain", "").code == 64)
        #expect(try program.run("frames", "explain", "A sentence.", "--language", "de").code == 64)
        #expect(try program.run("export", "--format", "dot", "--language", "de").code == 64)
    }

    @Test func `an explanation has values in words`() throws {
        let run = try program().run(
            "frames", "explain", "Orvane a investi 80 millions d'euros dans Lumenor.", "--language", "fr")
        #expect(run.output.contains("80 millions d'euros = sum 80000000 EUR exact"))
        #expect(run.output.contains("subject “Orvane”"))
        #expect(!run.output.contains("LiaisonModel"))
    }

    @Test func `a name given twice is pointed out`() throws {
        let run = try program().run("rename", "Microsoft", "OpenAI")
        #expect(run.code == 0)
        #expect(run.errors.contains("is called OpenAI too"))
    }
}
