internal import Foundation
internal import LiaisonLanguage
internal import LiaisonModel

/// Time per byte on texts made to be slow, at growing sizes: what is linear stays level.
struct HostileGrowth {
    let analyzer: TextAnalyzer
    let words: WordTable

    private static let patterns: [(name: String, piece: String)] = [
        ("one word", "a"), ("words on one line", "mot "), ("elisions", "l'"), ("hyphens", "a-"), ("stops", "a."),
        ("nested quotes", "« \" ("), ("grouped digits", "1 000 "), ("combining marks", "e\u{301}"), ("CJK", "日本語"),
        ("emoji", "👩‍👩‍👧"), ("ranges", "entre 1 et "), ("sums", "5 M€ "), ("dates", "lundi 3 mai "), ("items", "\n- x"),
        ("lines", "mot\n"), ("NUL", "\0"), ("mail", "x@y."),
    ]

    /// - Parameter arguments: the largest size in bytes, four million without it.
    func run(_ arguments: [String]) {
        let largest = arguments.first.flatMap { Int($0) } ?? 4_000_000
        for (name, piece) in Self.patterns {
            let rates = [largest / 4, largest / 2, largest].map { nanosecondsPerByte(piece, $0) }
            let line = rates.map { String(format: "%.0f", $0) }.joined(separator: ", ")
            print("\(name): \(line) ns a byte at a quarter, a half and all of \(largest) bytes")
        }
    }

    private func nanosecondsPerByte(_ piece: String, _ size: Int) -> Double {
        let article = Article(
            published: "2025-06-17", language: "fr", text: String(repeating: piece, count: size / piece.utf8.count))
        var text = AnnotatedText()
        let start = clock()
        analyzer.annotate(article, words: words, into: &text)
        return Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1e9 / Double(size)
    }
}
