internal import Foundation
internal import LiaisonModel
internal import LiaisonReaders
internal import Testing

@Suite struct PathTests {
    @Test func `a folder is read in the bytewise order of whole paths`() throws {
        let folder = try TemporaryFolder()
        for name in ["b.txt", "a/z.txt", "a-b.txt", "a.txt", "É.txt", "Z.txt"] { try folder.write(name, "Texte.") }
        let ids = try ArticleReader.readings(of: folder.path).map { $0.article?.id }
        #expect(ids == ["Z", "a-b", "a", "a/z", "b", "É"])
    }

    @Test func `files that hold no articles and hidden ones are passed over in a folder`() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "Texte.")
        try folder.write("b.png", [0x89, 0x50])
        try folder.write(".hidden.txt", "Texte.")
        try folder.write("LICENSE", "Texte.")
        #expect(try ArticleReader.readings(of: folder.path).map { $0.article?.id } == ["a"])
    }

    @Test func `a folder without articles is refused`() throws {
        let folder = try TemporaryFolder()
        try folder.write("sub/b.png", [0x89, 0x50])
        let all = try ArticleReader.readings(of: folder.path)
        #expect(all.map(\.refusal) == [Refusal(path: folder.path, reason: .noArticles(.folder))])
    }

    @Test func `a missing path is refused and the next one read`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write("a.txt", "Texte.")
        let all = Array(try ArticleReader.standard().readings(of: [folder.path + "/none.txt", path]))
        #expect(all.first?.refusal?.reason == .missing)
        #expect(all.first?.refusal?.severity == .notFound)
        #expect(all.last?.article?.text == "Texte.")
    }

    @Test func `a link back to its folder does not go round`() throws {
        let folder = try TemporaryFolder()
        try folder.write("sub/a.txt", "Texte.")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/sub/loop", withDestinationPath: folder.path)
        #expect(try ArticleReader.readings(of: folder.path).count == 1)
    }

    @Test func `a pipe in a folder is passed over`() throws {
        let folder = try TemporaryFolder()
        try folder.write("a.txt", "Texte.")
        #expect(mkfifo(folder.path + "/b.txt", 0o600) == 0)
        #expect(try ArticleReader.readings(of: folder.path).count == 1)
    }

    @Test func `an empty file is an empty article`() throws {
        let folder = try TemporaryFolder()
        #expect(try ArticleReader.readings(of: folder.write("a.txt", "")).first?.refusal?.reason == .empty)
    }

    @Test func `a file without an extension is read for what it looks like`() throws {
        let folder = try TemporaryFolder()
        let lines = try folder.write("lines", "{\"text\": \"Un.\"}\n{\"text\": \"Deux.\"}\n")
        let plain = try folder.write("plain", "Un texte.")
        #expect(try ArticleReader.readings(of: lines).map { $0.article?.text } == ["Un.", "Deux."])
        #expect(try ArticleReader.readings(of: plain).map { $0.article?.text } == ["Un texte."])
    }

    @Test(arguments: [
        ("*.txt", ["a", "b"]), ("?.txt", ["a", "b"]), ("[b-z].txt", ["b"]), ("*/*.txt", ["one/c", "two/d"]),
        ("**/*.txt", ["a", "b", "one/c", "one/deep/e", "two/d"]), ("one/**", ["one/c", "one/deep/e"]),
        ("t*", ["two/d"]),
    ])
    func `a pattern names the files that fit it`(pattern: String, expected: [String]) throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b", "one/c", "two/d", "one/deep/e", ".hidden"] { try folder.write(name + ".txt", name) }
        let all = try ArticleReader.readings(of: folder.path + "/" + pattern)
        #expect(all.map { $0.article?.text } == expected)
    }

    @Test func `a pattern that fits nothing is refused, and a file whose name looks like one is read`() throws {
        let folder = try TemporaryFolder()
        #expect(try ArticleReader.readings(of: folder.path + "/*.md").map { $0.refusal?.reason } == [.noMatch])
        let path = try folder.write("deal[1].txt", "Texte.")
        #expect(try ArticleReader.readings(of: path).first?.article?.text == "Texte.")
    }

    @Test func `a link back to a folder does not hold a pattern for ever`() throws {
        let folder = try TemporaryFolder()
        try folder.write("sub/a.txt", "Texte.")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/sub/back", withDestinationPath: folder.path)
        #expect(try ArticleReader.readings(of: folder.path + "/**/*.txt").map { $0.article?.text } == ["Texte."])
    }
}
