import LiaisonData
import LiaisonLanguage
import LiaisonModel
import LiaisonSchemas

/// The analyser with the shipped data, loaded once for all tests.
struct Annotation {
    static let shared = Result { try Annotation() }

    let words: WordTable
    let analyzer: TextAnalyzer

    init() throws {
        var words = WordTable()
        analyzer = try TextAnalyzer(schemas: SchemaSet.embedded(), words: &words)
        self.words = words
    }

    /// An annotated text.
    static func of(
        _ text: String, language: String? = nil, title: String? = nil, published: String? = nil
    ) throws -> AnnotatedText {
        let annotation = try shared.get()
        var annotated = AnnotatedText()
        annotation.analyzer.annotate(
            Article(title: title, published: published, language: language, text: text), words: annotation.words,
            into: &annotated)
        return annotated
    }

    /// The tokens of a text, parted by spaces that no token of these tests has.
    static func tokens(_ text: String, _ language: String) throws -> String {
        let annotated = try of(text, language: language)
        return annotated.tokens.indices.map { annotated.text($0..<$0 + 1) }.joined(separator: "·")
    }

    /// The sentences of a text as written.
    static func sentences(_ text: String, _ language: String) throws -> [String] {
        let annotated = try of(text, language: language)
        return annotated.sentences.map { annotated.text($0.tokens) }
    }

    /// The values of a text, one a line: what stands there and what it means.
    static func values(_ text: String, _ language: String, published: String? = "2025-06-17") throws -> [String] {
        let annotated = try of(text, language: language, published: published)
        return annotated.values.map { "\(annotated.text($0.tokens)) = \(describe($0.value))" }
    }

    private static func describe(_ value: Value) -> String {
        switch value {
        case .money(let amount):
            "\(amount.bound.rawValue) \(amount.value)\(amount.maximum.map { "..\($0)" } ?? "") \(amount.currency)"
        case .percent(let share, let bound): "\(bound.rawValue) \(share)"
        case .date(let date, let role): "\(role) \(date)"
        case .duration(let duration): duration
        case .round(let round): round
        case .count(let count): "count \(count)"
        }
    }

    /// The folded form of a token.
    static func word(_ text: AnnotatedText, _ index: Int) throws -> String {
        let words = try shared.get().words
        let id = text.tokens[index].word
        return id.index < words.count ? words.text(of: id) : text.ownWords[id.index - words.count]
    }
}
