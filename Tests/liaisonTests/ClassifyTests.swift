internal import Testing

@Suite struct ClassifyTests {
    private static let good =
        #"{"id": "x", "text": "Tavrin was acquired by Corvalis Dynamics in 2019.", "language": "en", "a": {"start": 0, "end": 6}, "b": {"start": 23, "end": 40}}"#

    @Test func `a pair is answered with its relation and its subject`() throws {
        let run = try Program().run("classify", input: Self.good + "\n")
        #expect(run.code == 0)
        #expect(run.output.hasPrefix(#"{"id":"x","relation":"acquires","subject":"b","confidence":0."#))
    }

    @Test func `a bad line is named and the others are answered`() throws {
        let bad = #"{"id": "y", "text": "Tavrin", "a": {"start": 0, "end": 6}, "b": {"start": 4, "end": 9}}"#
        let run = try Program().run("classify", input: bad + "\n\n" + Self.good + "\n")
        #expect(run.code == 1)
        #expect(run.output.split(separator: "\n").count == 1)
        #expect(run.errors.contains("standard input:1:"))
        #expect(run.errors.contains(#""b" is not inside the 6 code points of the text"#))
    }

    @Test func `a file that is not there is named`() throws {
        let run = try Program().run("classify", "none.jsonl")
        #expect(run.code == 66)
        #expect(run.errors == "liaison: none.jsonl: there is no such file or folder\n")
    }

    @Test func `the answers are the same on one thread and on several`() throws {
        let program = try Program()
        try program.write("pairs.jsonl", String(repeating: Self.good + "\n", count: 40))
        let one = try program.run("classify", "--jobs", "1", "pairs.jsonl")
        let many = try program.run("classify", "--jobs", "5", "pairs.jsonl")
        #expect(one.output == many.output)
        #expect(one.output.split(separator: "\n").count == 40)
    }
}
