internal import Testing

@Suite struct EvaluateTests {
    private static let statement =
        #"{"subject": "Microsoft", "relation": "acquires", "object": "LinkedIn", "evidence": [0, 36]}"#
    private static let entities =
        #"[{"name": "Microsoft", "kind": "company", "names": []}, {"name": "LinkedIn", "kind": "company", "names": []}]"#

    @Test func `low figures are no failure`() throws {
        let program = try Program()
        try program.write(
            "a.jsonl",
            "{\"id\": \"a\", \"text\": \"Nothing here.\", \"entities\": \(Self.entities), \"statements\": [\(Self.statement)]}\n"
        )
        let run = try program.run("evaluate", "a.jsonl", "--misses")
        #expect(run.code == 0)
        #expect(run.output.contains("MISS  a  Microsoft acquires LinkedIn"))
    }

    @Test func `gold without text scores the text file beside it`() throws {
        let program = try Program()
        try program.write(
            "news.gold.json",
            "{\"id\": \"news\", \"entities\": \(Self.entities),\n \"statements\": [\(Self.statement)]}")
        try program.write(
            "news.txt",
            "A deal for a network\n\nMicrosoft acquired LinkedIn in 2016. The company said that it would keep the name.\n"
        )
        let run = try program.run("evaluate", "news.gold.json", "--json")
        #expect(run.code == 0)
        #expect(run.output.contains(#""name":"acquires","precision":1,"recall":1,"f1":1,"right":1,"said":1,"gold":1"#))
    }

    @Test func `a malformed gold file is bad data, named with its line`() throws {
        let program = try Program()
        try program.write("bad.jsonl", "\n{\"text\": \"a\"}\n")
        let run = try program.run("evaluate", "bad.jsonl")
        #expect(run.code == 65)
        #expect(run.errors == "liaison: bad.jsonl:2: the gold article has no \"statements\"\n")
    }

    @Test func `a gold file that is not there is not found`() throws {
        #expect(try Program().run("evaluate", "none.jsonl").code == 66)
    }
}
