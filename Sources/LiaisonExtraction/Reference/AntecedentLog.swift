package import LiaisonLanguage
package import LiaisonModel

/// What one of the words that take something up was taken for, and what it was weighed against.
package struct AntecedentQuestion: Sendable {
    /// Something that the words may stand for.
    package struct Candidate: Sendable {
        package var entity: EntityReference
        /// A number for each of ``AntecedentLog/features``.
        package var values: [Double]
    }

    /// The way of taking up: a key of `antecedents` in `lexicon/reference.yaml`.
    package var mention: String
    /// Tokens of the text.
    package var tokens: Range<Int>
    /// The end of a relation that is asked for, where it is known: "invests-in object".
    package var role: String?
    /// In no order that means anything; empty where the sentence itself tells.
    package var candidates: [Candidate]
    package var chosen: EntityReference?
}

/// The questions that were put while an article was read, in order.
package final class AntecedentLog {
    /// The names of the signs, in the order of ``AntecedentQuestion/Candidate/values``.
    package static var features: [String] { AntecedentWeights.Feature.allCases.map(\.name) }

    package internal(set) var questions: [AntecedentQuestion] = []
}

extension Extractor {
    /// Reads an article and tells what its pronouns, possessives and descriptions were weighed for.
    package func antecedents(of article: Article) -> (text: AnnotatedText, questions: [AntecedentQuestion]) {
        let log = AntecedentLog()
        var reading = ArticleReading(extractor: self, text: analyzer.annotate(article), log: log)
        reading.read()
        return (reading.text, log.questions)
    }
}
