import LiaisonLanguage
import LiaisonModel
import Testing

/// What holds of every annotation, whatever the text.
struct OffsetTests {
    /// Pieces that hostile texts are made of.
    private static let pieces = [
        "a", "É", "e\u{301}", "\u{AD}", "\u{FEFF}", "\0", " ", "\n", "\r\n", "\u{A0}", "\u{202F}", "'", "’", "l'", "-",
        "–", ".",
        "...", ",", "\"", "«", "»", "(", ")", "$", "€", "%", "1", "2 000", "1.5", "M", "bn", "million", "juin",
        "Monday", "entre",
        "et", "à", "up to", "série", "Series", "@", "#", "https://", "www.", "U.S.", "J.-C.", "日本", "مرحبا", "👩‍👩‍👧", "🇫🇷",
        "\u{301}",
        "\u{10FFFF}", "ﬁ", "İ", "ẞ", "Ⱥ", "n't", "-t-il", "Sachs-backed", "17/06/2025", "9999999999999999999999",
        "half a", "il y a",
    ]

    @Test(arguments: 0..<40)
    func `No offset lies outside the text or inside a code point`(_ seed: UInt64) throws {
        var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
        var text = ""
        for _ in 0..<400 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            text += Self.pieces[Int(state >> 33) % Self.pieces.count]
            if state & 3 == 0 { text += " " }
        }
        let annotated = try Annotation.of(
            text, language: ["fr", "en", nil][Int(seed % 3)], title: seed & 1 == 0 ? "Titre \(seed)" : nil,
            published: "2025-06-17")
        try check(annotated)
    }

    @Test func `Sentences cover all tokens, and values lie inside sentences in order`() throws {
        let text = try Annotation.of(
            "Orvane lève 12 M€. Lundi, Halcyon a pris 30 % pour 3 M€ !\n\nSuite en mai.", language: "fr",
            published: "2025-06-17")
        try check(text)
        #expect(text.sentences.count == 3)
        #expect(text.values.count == 5)
    }

    @Test func `An empty text has nothing in it`() throws {
        for blank in ["", " \n\n\t ", "\u{FEFF}", "\u{AD}\u{200B}"] {
            let text = try Annotation.of(blank)
            #expect(text.tokens.isEmpty && text.sentences.isEmpty && text.paragraphs.isEmpty)
        }
    }

    @Test func `The same text gives the same annotation, whatever was annotated before`() throws {
        let annotation = try Annotation.shared.get()
        let article = Article(published: "2025-06-17", text: "Zyxtral a levé 12 M€ lundi. Brouvane aussi.")
        var workspace = TextWorkspace()
        var (first, second) = (AnnotatedText(), AnnotatedText())
        annotation.analyzer.annotate(article, words: annotation.words, into: &first, workspace: &workspace)
        annotation.analyzer.annotate(
            Article(text: "Others wrote of Quantrel and Nexalis."), words: annotation.words, into: &second,
            workspace: &workspace)
        annotation.analyzer.annotate(article, words: annotation.words, into: &second, workspace: &workspace)
        #expect(first.tokens == second.tokens && first.sentences == second.sentences)
        #expect(first.values == second.values && first.ownWords == second.ownWords)
    }

    @Test(arguments: [
        String(repeating: "a", count: 200_000), String(repeating: "l'", count: 100_000),
        String(repeating: "a-", count: 100_000),
        String(repeating: "a.", count: 100_000), String(repeating: "\"«(", count: 60_000),
        String(repeating: "1 000 ", count: 40_000),
        String(repeating: "e\u{301}\u{AD}", count: 50_000), String(repeating: "entre 1 et ", count: 20_000),
        String(repeating: "x@y.", count: 50_000), String(repeating: "\n- ", count: 50_000),
        String(repeating: "un ", count: 60_000),
    ])
    func `Long runs of one thing are annotated whole`(_ text: String) throws {
        let annotated = try Annotation.of(text, language: "fr", published: "2025-06-17")
        try check(annotated)
        #expect(annotated.bytes.count == text.utf8.count)
    }

    private func check(_ text: AnnotatedText) throws {
        func isBoundary(_ offset: Int) -> Bool {
            offset == text.bytes.count || offset < text.bytes.count && text.bytes[offset] & 0xC0 != 0x80
        }
        let offsets = text.tokens.flatMap { [Int($0.start), Int($0.end)] }
        #expect(offsets.allSatisfy(isBoundary))
        #expect(zip(offsets, offsets.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(text.tokens.allSatisfy { $0.start < $0.end })
        #expect(text.paragraphs.allSatisfy { isBoundary($0.range.lowerBound) && isBoundary($0.range.upperBound) })
        #expect(text.sentences.flatMap(\.tokens) == Array(text.tokens.indices))
        for sentence in text.sentences {
            let range = text.paragraphs[sentence.paragraph].range
            #expect(sentence.tokens.allSatisfy { range.contains(Int(text.tokens[$0].start)) })
        }
        var end = 0
        for value in text.values {
            #expect(value.tokens.lowerBound >= end)
            #expect(
                text.sentences.contains {
                    $0.tokens.contains(value.tokens.lowerBound) && $0.tokens.contains(value.tokens.upperBound - 1)
                })
            end = value.tokens.upperBound
        }
    }
}
