internal import Foundation
internal import Testing

@Suite struct InterruptionTests {
    private static let count = 400

    @Test func `Ctrl-C leaves whole articles, and the same command goes on from there`() throws {
        let program = try Program()
        let filler = String(repeating: "Microsoft has invested in OpenAI, and Apple acquired Beats. ", count: 2)
        let articles = (1...Self.count).map { "{\"id\": \"\($0)\", \"text\": \"\(filler)\"}\n" }
        try program.write("a.jsonl", articles.joined())
        let process = try program.start(["ingest", "a.jsonl"])
        while process.isRunning, !program.exists("liaison.sqlite") { usleep(1000) }
        process.interrupt()
        process.waitUntilExit()
        let code = process.terminationStatus
        // A machine that was through before the signal came has nothing to go on with.
        #expect(code == 130 || code == 0)
        let errors = try String(contentsOfFile: program.folder + "/.errors", encoding: .utf8)
        #expect((code == 130) == errors.hasSuffix("liaison: stopped; the same command goes on from here\n"))
        let first = try #require(added(errors))
        let rest = try program.run("ingest", "a.jsonl")
        #expect(rest.code == 0)
        #expect(added(rest.errors) == Self.count - first)
    }

    /// The number before "added" in a summary.
    private func added(_ errors: String) -> Int? {
        guard let end = errors.range(of: " added") else { return nil }
        let digits = errors[..<end.lowerBound].reversed().prefix { $0.isNumber || $0 == "," }
        return Int(String(digits.reversed()).replacingOccurrences(of: ",", with: ""))
    }
}
