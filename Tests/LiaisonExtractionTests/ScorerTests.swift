import Foundation
import LiaisonData
import LiaisonExtraction
import LiaisonLanguage
import LiaisonModel
import LiaisonSchemas
import Testing

@Suite struct ScorerTests {
    /// A pair of the first places of two words of a text.
    private func pair(_ text: String, _ a: String, _ b: String, _ language: String = "en") throws -> MarkedPair {
        func range(_ word: String) throws -> CodePointRange {
            let found = try #require(text.range(of: word))
            let start = text.unicodeScalars.distance(from: text.startIndex, to: found.lowerBound)
            return CodePointRange(start, start + word.unicodeScalars.count)
        }
        return MarkedPair(id: "p", text: text, language: language, a: try range(a), b: try range(b))
    }

    @Test(arguments: [
        (
            "Tavrin was acquired by Corvalis Dynamics in 2019 for 40 million dollars.", "Corvalis Dynamics", "Tavrin",
            "en"
        ),
        (
            "En 2019, Corvalis Dynamics a racheté la société Tavrin pour 40 millions d'euros.", "Corvalis Dynamics",
            "Tavrin", "fr"
        ),
    ])
    func `the subject is found whichever mention comes first`(
        text: String, buyer: String, bought: String, language: String
    )
        throws
    {
        let extractor = try Sample.extractor()
        let plain = extractor.classify(try pair(text, buyer, bought, language))
        #expect(plain.relation == "acquires")
        #expect(!plain.isTurned)
        let turned = extractor.classify(try pair(text, bought, buyer, language))
        #expect(turned.relation == "acquires")
        #expect(turned.isTurned)
        #expect(turned.confidence == plain.confidence)
    }

    @Test func `names tell nothing`() throws {
        let extractor = try Sample.extractor()
        let one = extractor.classify(try pair("Quorin announced that it competes with Mirandel.", "Quorin", "Mirandel"))
        let other = extractor.classify(
            try pair("Pelvaux announced that it competes with Sorvane.", "Pelvaux", "Sorvane"))
        #expect(one.relation == other.relation)
        #expect(abs(one.confidence - other.confidence) < 0.1)
    }

    @Test func `what weighed names the word that says it`() throws {
        let extractor = try Sample.extractor()
        let reasons = extractor.reasons(
            for: try pair("Corvalis Dynamics acquired Tavrin in 2019.", "Corvalis Dynamics", "Tavrin"),
            relation: "acquires", isTurned: false)
        #expect(reasons.contains { $0.what == "“acquired”" && $0.weight > 0 })
    }

    @Test func `mentions without a word between them have no relation and no crash`() throws {
        let extractor = try Sample.extractor()
        let text = "Tavrin"
        let both = MarkedPair(text: text, a: CodePointRange(0, 6), b: CodePointRange(0, 6))
        #expect(extractor.classify(both).relation == nil)
        let outside = MarkedPair(text: text, a: CodePointRange(0, 900), b: CodePointRange(-4, 2))
        #expect(extractor.classify(outside).relation == nil)
    }

    @Test func `a long list of names is read in bounded time and memory`() throws {
        let extractor = try Sample.extractor()
        let names = (0..<3000).map { "Zorvane\($0)" }.joined(separator: ", ")
        let verdict = extractor.classify(try pair("Tavrin, \(names) and Mirandel met.", "Tavrin", "Mirandel"))
        #expect(verdict.confidence >= 0)
    }

    @Test func `a confidence is a probability and the least of it can be chosen`() throws {
        let extractor = try Sample.extractor()
        let article = Article(
            language: "en",
            text: "Apple acquired Beats for $3 billion. Amazon and Microsoft compete with Google.")
        let all = extractor.extract(article, minimumConfidence: 0).statements
        #expect(all.allSatisfy { (0...1).contains($0.confidence) })
        let surest = try #require(all.map(\.confidence).max())
        let kept = extractor.extract(article, minimumConfidence: surest).statements
        #expect(!kept.isEmpty)
        #expect(kept.allSatisfy { $0.confidence >= surest })
        #expect(extractor.extract(article, minimumConfidence: 1).statements.allSatisfy { $0.confidence >= 1 })
    }

    @Test func `what is more often wrong than right is left out unless asked for`() throws {
        let extractor = try Sample.extractor()
        let article = Article(language: "en", text: "Apple acquired Beats. Amazon sold chips to Google.")
        #expect(extractor.extract(article).statements.allSatisfy { $0.confidence >= Extractor.leastConfidence })
    }

    @Test func `damaged bytes are no model`() {
        #expect(ScorerModel(ModelData(keeping: [])) == nil)
        #expect(ScorerModel(ModelData(keeping: Array(repeating: 7, count: 4096))) == nil)
    }
}
