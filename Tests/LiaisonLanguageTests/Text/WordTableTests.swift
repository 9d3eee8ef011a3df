import LiaisonLanguage
import Testing

/// Words are interned by their bytes, short ones by what their slot holds.
struct WordTableTests {
    /// Words that share their first bytes, around the length at which a slot no longer holds all of them.
    private static let words = [
        "", "a", "\0", "a\0", "arvor", "arvors", "arvorsa", "arvorsa\0", "arvorsab", "arvorsac", "arvorsabl", "é", "e",
        "éa",
        "orvanelumenor", "orvanelumenos",
    ]

    @Test func `Words with the same beginning are different words`() {
        var table = WordTable()
        let ids = Self.words.map { table.add($0) }
        #expect(ids == Self.words.indices.map { WordID($0) })
        #expect(Self.words.map { table.id(of: $0) } == ids)
        #expect(ids.map { table.text(of: $0) } == Self.words)
        #expect(ids.map { table.byteCount(of: $0) } == Self.words.map(\.utf8.count))
    }

    @Test func `A word that was not added has no id`() {
        var table = WordTable()
        for word in Self.words where word != "arvorsa" && word != "arvorsac" { _ = table.add(word) }
        #expect(table.id(of: "arvorsa") == nil)
        #expect(table.id(of: "arvorsac") == nil)
    }

    @Test func `Ids stay when the table grows`() {
        var table = WordTable()
        let words = (0..<20_000).map { "mot\($0)" }
        let ids = words.map { table.add($0) }
        #expect(words.map { table.add($0) } == ids)
        #expect(table.count == words.count)
        #expect(words.map { table.id(of: $0) } == ids)
    }
}
