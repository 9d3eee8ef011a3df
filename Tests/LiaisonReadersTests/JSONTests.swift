internal import LiaisonModel
internal import LiaisonReaders
internal import Testing

@Suite struct JSONTests {
    private func readings(_ text: String, name: String = "a.jsonl") throws -> [Reading] {
        let folder = try TemporaryFolder()
        return try ArticleReader.readings(of: folder.write(name, text))
    }

    private func line(_ reading: Reading?) -> Int? {
        switch reading {
        case .article(_, let origin): origin.line
        case .refused(let refusal): refusal.line
        case nil: nil
        }
    }

    @Test func `every line is an article with the fields it has`() throws {
        let all = try readings(
            """
            {"id": "1", "title": "T", "publisher": "P", "published": "2025-06-17", "language": "fr", "text": "Un."}

            {"id": 2, "url": "https://example.org/2", "text": "Deux.", "extra": [1]}
            """)
        #expect(
            all.map(\.article) == [
                Article(id: "1", title: "T", publisher: "P", published: "2025-06-17", language: "fr", text: "Un."),
                Article(id: "2", url: "https://example.org/2", text: "Deux."),
            ])
        #expect(line(all.last) == 3)
    }

    @Test func `a bad line is refused with its number and the others go on`() throws {
        let all = try readings(
            """
            {"text": "Un."}
            {"text": "De
            {"id": "3"}
            [1, 2]
            {"text": "Cinq."}
            {"text": "Six.
            """)
        #expect(all.map { $0.article?.text } == ["Un.", nil, nil, nil, "Cinq.", nil])
        #expect(all.map(line) == [1, 2, 3, 4, 5, 6])
        guard case .cutOff = all.last?.refusal?.reason else {
            Issue.record("the cut last line: \(String(describing: all.last))")
            return
        }
    }

    @Test func `an article without text is refused as empty`() throws {
        #expect(try readings(#"{"text": " \n\t\u00a0"}"#).first?.refusal?.reason == .empty)
    }

    @Test func `an escaped NUL in the text is refused, in the title dropped`() throws {
        #expect(try readings(#"{"text": "a\u0000b"}"#).first?.refusal?.reason == .nul(offset: 1))
        #expect(try readings(#"{"title": "a\u0000b", "text": "c"}"#).first?.article?.title == "ab")
    }

    @Test func `invalid UTF-8 in a line is refused with its number`() throws {
        let folder = try TemporaryFolder()
        let bytes = Array(#"{"text": "ok"}"#.utf8) + [0x0A] + Array(#"{"text": "a"#.utf8) + [0xFF] + Array(#""}"#.utf8)
        let all = try ArticleReader.readings(of: folder.write("a.jsonl", bytes))
        #expect(all.count == 2)
        #expect(all[0].article?.text == "ok")
        #expect(all[1].refusal?.line == 2)
    }

    @Test func `an empty file holds no article`() throws {
        #expect(try readings("").first?.refusal?.reason == .noArticles(.file))
        #expect(try readings("\n \n").first?.refusal?.reason == .noArticles(.file))
        #expect(try readings("[]", name: "a.json").first?.refusal?.reason == .noArticles(.file))
    }

    @Test func `an array is read element by element`() throws {
        let all = try readings(
            #"[ {"text": "Un, [deux] \"}\""} , {"id": "x"}, 7, {"text": "Quatre."} ]"#, name: "a.json")
        #expect(all.map { $0.article?.text } == ["Un, [deux] \"}\"", nil, nil, "Quatre."])
        #expect(all.map(line) == [1, 2, 3, 4])
    }

    @Test func `an array that is cut off gives what stands before the cut`() throws {
        let all = try readings(#"[{"text": "Un."}, {"text": "De"#, name: "a.json")
        #expect(all.count == 2)
        #expect(all[0].article?.text == "Un.")
        #expect(all[1].refusal?.severity == .badData)
    }

    @Test func `a file with one object over several lines is one article`() throws {
        let all = try readings("{\n  \"title\": \"T\",\n  \"text\": \"Un.\"\n}\n", name: "a.gold.json")
        #expect(all.map(\.article) == [Article(title: "T", text: "Un.")])
    }

    @Test func `a file named JSON with one object a line is read as JSON Lines`() throws {
        let all = try readings("{\"text\": \"Un.\"}\n{\"text\": \"De\n{\"text\": \"Trois.\"}\n", name: "a.json")
        #expect(all.map { $0.article?.text } == ["Un.", nil, "Trois."])
    }

    @Test func `nesting without end is refused`() throws {
        let deep = String(repeating: "[", count: 100_000)
        #expect(try readings("{\"text\": \(deep)\n").first?.refusal?.severity == .badData)
        #expect(try readings(deep, name: "a.json").first?.refusal?.severity == .badData)
    }

    @Test func `a line over the limit is refused and the next one read`() throws {
        let long = "{\"text\": \"" + String(repeating: "x", count: 65 << 20) + "\"}"
        let all = try readings(long + "\n{\"text\": \"Deux.\"}\n")
        #expect(all[0].refusal?.reason == .tooLong(limit: 64 << 20))
        #expect(all[1].article?.text == "Deux.")
    }

    @Test func `a text longer than any article is refused and the next one read`() throws {
        func article(_ length: Int) -> String { "{\"text\": \"" + String(repeating: "x", count: length) + "\"}\n" }
        let all = try readings(article(8 << 20) + article((8 << 20) + 1) + article(4))
        #expect(all.map { $0.article?.text.utf8.count } == [8 << 20, nil, 4])
        #expect(all[1].refusal?.reason == .tooLong(limit: 8 << 20))
    }

    @Test(arguments: [
        ("2025-06-17T19:33:00Z", "2025-06-17"), ("2025-06", "2025-06"), ("2025", "2025"), ("hier", nil),
        ("2025-13-01", nil), ("2025-02-30", nil), ("17/06/2025", nil),
    ])
    func `a date of publication is brought into form or dropped`(given: String, date: String?) throws {
        #expect(try readings("{\"published\": \"\(given)\", \"text\": \"a\"}").first?.article?.published == date)
    }

    @Test func `fields of other names, inside others too, are found by the names given`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(
            "a.jsonl",
            #"{"content": {"body": "Un.", "head": "T"}, "by": ["Anne Roy"], "when": "2024-05-02", "text": 1}"#)
        var fields = FieldNames()
        fields.text = "content.body"
        fields.title = "content.head"
        fields.authors = "by"
        fields.published = "when"
        let all = Array(try ArticleReader.standard(fields: fields).readings(of: [path]))
        #expect(
            all.map(\.article) == [Article(title: "T", authors: ["Anne Roy"], published: "2024-05-02", text: "Un.")])
    }
}
