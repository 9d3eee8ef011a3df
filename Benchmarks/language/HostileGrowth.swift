internal import Foundation
internal import LiaisonLanguage
internal import LiaisonModel

/// Time per byte of everything, tags and names included, on texts made to be slow, at growing sizes: what is linear stays
/// level.
struct HostileGrowth {
    let analyzer: Analyzer

    private static let patterns: [(name: String, piece: String)] = [
        ("one word", "a"), ("words on one line", "mot "), ("elisions", "l'"), ("hyphens", "a-"), ("stops", "a."),
        ("nested quotes", "« \" ("), ("grouped digits", "1 000 "), ("combining marks", "e\u{301}"), ("CJK", "日本語"),
        ("emoji", "👩‍👩‍👧"), ("ranges", "entre 1 et "), ("sums", "5 M€ "), ("dates", "lundi 3 mai "), ("items", "\n- x"),
        ("lines", "mot\n"), ("NUL", "\0"), ("mail", "x@y."), ("names", "Arvor Capital "), ("name list", "Arvor, "),
        ("ampersands", "Arvor & "), ("capitals", "A"), ("sentences", "Arvor a dit oui. "), ("right to left", "שלום "),
    ]

    /// - Parameter arguments: the largest size in bytes, four million without it, and the one pattern to try.
    func run(_ arguments: [String]) {
        let largest = arguments.first.flatMap { Int($0) } ?? 4_000_000
        let only = arguments.dropFirst().first
        for (name, piece) in Self.patterns where only == nil || only == name {
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
        var workspace = AnalyzerWorkspace()
        analyzer.annotate(article, into: &text, workspace: &workspace)
        return Double(clock() - start) / Double(CLOCKS_PER_SEC) * 1e9 / Double(size)
    }
}
