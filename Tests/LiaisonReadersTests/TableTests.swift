internal import LiaisonModel
internal import LiaisonReaders
internal import Testing

@Suite struct TableTests {
    private func readings(
        _ bytes: some Sequence<UInt8>, name: String = "a.csv", fields: FieldNames = FieldNames()
    ) throws -> [Reading] {
        let folder = try TemporaryFolder()
        let path = try folder.write(name, bytes)
        return Array(try ArticleReader.standard(fields: fields).readings(of: [path]))
    }

    @Test func `a row is an article, quotations may hold commas, quotes and lines`() throws {
        let all = try readings(
            "id,Title,published,text,more\r\n1,\"A \"\"big\"\" deal\",2024-05-02,\"One, two.\nThree.\",x\r\n2,B,,Four.\r\n"
                .utf8)
        #expect(
            all.map(\.article) == [
                Article(id: "1", title: "A \"big\" deal", published: "2024-05-02", text: "One, two.\nThree."),
                Article(id: "2", title: "B", text: "Four."),
            ])
        guard case .article(_, let origin) = all.last else { return }
        #expect(origin.line == 4)
    }

    @Test func `semicolons and tabs separate too`() throws {
        #expect(try readings("id;text\n1;Un, deux.\n".utf8).map { $0.article?.text } == ["Un, deux."])
        #expect(try readings("id\ttext\n1\tUn; deux.\n".utf8, name: "a.tsv").map { $0.article?.text } == ["Un; deux."])
    }

    @Test func `fields may have other names`() throws {
        var fields = FieldNames()
        fields.text = "body"
        fields.published = "day"
        let table = try readings("body,day\nUn.,12/31/2024\n".utf8, fields: fields)
        #expect(table.map(\.article) == [Article(published: "2024-12-31", text: "Un.")])
        let json = try readings("{\"body\": \"Un.\", \"text\": 7}\n".utf8, name: "a.jsonl", fields: fields)
        #expect(json.map { $0.article?.text } == ["Un."])
    }

    @Test func `a table without a column of text is refused with the columns it has`() throws {
        let reason = try readings("id,body\n1,Un.\n".utf8).first?.refusal?.reason
        #expect(reason == .columns(wanted: "text", found: ["id", "body"]))
    }

    @Test func `a quotation without end is refused with its line and what was before it stays`() throws {
        let all = try readings("text\nUn.\n\"Deux.\nTrois.\n".utf8)
        #expect(all.first?.article?.text == "Un.")
        #expect(all.last?.refusal?.line == 3)
    }

    @Test func `an empty cell of text is an empty article`() throws {
        #expect(try readings("id,text\n1,\n2,Deux.\n".utf8).map { $0.refusal?.reason } == [.empty, nil])
    }

    @Test func `a cell in Windows-1252 is decoded`() throws {
        let bytes = Array("text\nL'".utf8) + [0xE9] + Array("t".utf8) + [0xE9] + Array(" dernier.\n".utf8)
        guard case .article(let article, let origin) = try readings(bytes).first else {
            Issue.record("refused")
            return
        }
        #expect(article.text == "L'été dernier.")
        #expect(origin.encoding == .windows1252)
    }
}
