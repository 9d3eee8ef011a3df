internal import LiaisonModel
internal import LiaisonReaders
internal import Testing

@Suite struct GzipTests {
    private func gzip(_ bytes: [UInt8]) throws -> [UInt8] { try TemporaryFolder().gzip(bytes) }

    private func readings(_ bytes: [UInt8], name: String) throws -> [Reading] {
        let folder = try TemporaryFolder()
        return try ArticleReader.readings(of: folder.write(name, bytes))
    }

    @Test func `a gzip file is read as what is inside it`() throws {
        let bytes = try gzip(Array("{\"text\": \"Un.\"}\n{\"text\": \"Deux.\"}\n".utf8))
        let all = try readings(bytes, name: "a.jsonl.gz")
        #expect(all.map { $0.article?.text } == ["Un.", "Deux."])
        guard case .article(_, let origin) = all.first else { return }
        #expect(origin.isCompressed)
        #expect(try readings(gzip(Array("Un texte.".utf8)), name: "note.txt.gz").first?.article?.id == "note")
    }

    @Test func `several members are read one after another`() throws {
        let bytes = try gzip(Array("{\"text\": \"Un.\"}\n".utf8)) + gzip(Array("{\"text\": \"Deux.\"}\n".utf8))
        #expect(try readings(bytes, name: "a.jsonl.gz").map { $0.article?.text } == ["Un.", "Deux."])
    }

    @Test func `a gzip file that is cut off gives what stands before the cut and one refusal`() throws {
        let lines = (1...2000).map { "{\"id\": \"\($0 * 7919 % 2003)\", \"text\": \"Texte.\"}\n" }.joined()
        let bytes = try gzip(Array(lines.utf8))
        let all = try readings(Array(bytes.prefix(bytes.count / 2)), name: "a.jsonl.gz")
        #expect(all.count > 100)
        #expect(all.first?.article?.text == "Texte.")
        #expect(all.count { $0.refusal != nil } == 1)
        #expect(all.last?.refusal?.reason == .damaged("the gzip data ends too early"))
    }

    @Test func `a gzip file that is broken is refused`() throws {
        var bytes = try gzip(Array(String(repeating: "Un texte qui dit des choses. ", count: 100).utf8))
        for index in 20..<40 { bytes[index] ^= 0x5A }
        #expect(try readings(bytes, name: "a.txt.gz").first?.refusal?.severity == .badData)
    }

    @Test func `a small file of very many zeros does not fill the memory`() throws {
        let bytes = try gzip([UInt8](repeating: 0, count: 65 << 20))
        #expect(bytes.count < 200_000)
        #expect(try readings(bytes, name: "a.txt.gz").first?.refusal?.reason == .tooLong(limit: 64 << 20))
        #expect(try readings(bytes, name: "a.jsonl.gz").first?.refusal?.reason == .tooLong(limit: 64 << 20))
        #expect(try readings(bytes, name: "a.json.gz").count == 1)
    }
}
