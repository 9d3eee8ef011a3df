internal import Foundation
internal import Testing

/// Every input that cannot be read: one sentence that names it, the right exit code, and the others go on.
@Suite struct BadInputTests {
    private static let good = "{\"id\": \"good\", \"text\": \"Microsoft has invested $1 billion in OpenAI.\"}\n"

    /// Runs `ingest` on one bad input alone and then beside a good one.
    private func expect(_ path: String, says sentence: String, code: Int32, in program: Program) throws {
        let alone = try program.run("ingest", path)
        #expect(alone.code == code)
        #expect(alone.errors.contains(sentence))
        #expect(alone.output.isEmpty)
        try program.write("good.jsonl", Self.good)
        let both = try program.run("ingest", path, "good.jsonl")
        #expect(both.code == 1)
        #expect(both.errors.contains(sentence))
        #expect(both.errors.contains("1 article: 1 added, 1 refused"))
    }

    @Test func `a missing file`() throws {
        try expect(
            "none.txt", says: "liaison: none.txt: there is no such file or folder\n", code: 66, in: Program())
    }

    @Test func `a folder without articles`() throws {
        let program = try Program()
        try program.write("empty/picture.png", [0x89])
        try expect(
            "empty", says: "liaison: empty: the folder holds no articles; files ending in ", code: 66, in: program)
    }

    @Test func `a binary file`() throws {
        let program = try Program()
        try program.write("paper.txt", "%PDF-1.4\n%\u{1}\u{2}")
        try expect(
            "paper.txt", says: "liaison: paper.txt: this is a PDF file, not text; save the article as text first\n",
            code: 65, in: program)
    }

    @Test func `an empty article`() throws {
        let program = try Program()
        try program.write("empty.txt", "\n \n")
        try expect("empty.txt", says: "liaison: empty.txt: the article is empty\n", code: 65, in: program)
    }

    @Test func `invalid UTF-8`() throws {
        let program = try Program()
        try program.write("broken.txt", Array("Été à Lyon : ".utf8) + [0xFF, 0xFE] + Array(" et fin.".utf8))
        try expect(
            "broken.txt", says: "liaison: broken.txt: not valid UTF-8 from byte 17 on, ", code: 65, in: program)
    }

    @Test func `a JSON line cut in half`() throws {
        let program = try Program()
        try program.write("cut.jsonl", "{\"text\": \"The first li")
        try expect(
            "cut.jsonl", says: "liaison: cut.jsonl:1: the line is cut off before its end ", code: 65, in: program)
    }

    @Test func `a bad line among good ones`() throws {
        let program = try Program()
        try program.write(
            "mixed.jsonl", Self.good + "{\"text\": 7}\n{\"id\": 2, \"text\": \"A second article.\"}\n[]\n")
        let run = try program.run("ingest", "mixed.jsonl")
        #expect(run.code == 1)
        #expect(run.errors.contains("liaison: mixed.jsonl:4: not an article in JSON: "))
        #expect(run.errors.contains("3 articles: 3 added, 1 refused"))
    }

    @Test func `a declared language that is neither French nor English`() throws {
        let program = try Program()
        try program.write("german.jsonl", "{\"language\": \"de\", \"text\": \"Ein Satz.\"}\n")
        try expect(
            "german.jsonl",
            says: "liaison: german.jsonl:1: the article is in neither French nor English (its language is de)\n",
            code: 65, in: program)
    }

    @Test func `a text that is neither French nor English`() throws {
        let program = try Program()
        try program.write(
            "note.txt",
            """
            Das Unternehmen hat am Montag mitgeteilt, dass es seinen größten Konkurrenten übernehmen wird. Der Kaufpreis \
            beträgt rund achtzehn Millionen Euro, wie ein Sprecher sagte. Die Behörden müssen dem Geschäft noch zustimmen.
            """)
        try expect(
            "note.txt", says: "liaison: note.txt: the article is in neither French nor English", code: 65, in: program)
    }

    @Test(.enabled(if: getuid() != 0, "root may read every file"))
    func `a file that may not be read`() throws {
        let program = try Program()
        try program.write("secret.txt", "Un texte.")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o000], ofItemAtPath: program.folder + "/secret.txt")
        try expect(
            "secret.txt", says: "liaison: secret.txt: cannot be read: Permission denied\n", code: 74, in: program)
    }

    @Test func `no path at all is a mistake of usage`() throws {
        #expect(try Program().run("ingest").code == 64)
    }

    @Test func `a number of threads that makes no sense is a mistake of usage`() throws {
        #expect(try Program().run("ingest", "--jobs", "0", "a.txt").code == 64)
    }

    @Test func `a folder of schemas that is not there`() throws {
        let run = try Program().run("ingest", "--schemas", "nowhere", "a.txt")
        #expect(run.code == 66)
        #expect(run.errors == "liaison: --schemas nowhere: there is no such folder\n")
    }
}
