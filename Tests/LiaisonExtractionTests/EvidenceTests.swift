import LiaisonModel
import Testing

@Suite struct EvidenceTests {
    private func slice(_ text: String, _ range: CodePointRange) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(range.start).prefix(range.end - range.start)))
    }

    @Test(arguments: [
        "🚀 L'été fut long. Sélunor a racheté Tavrin.",
        "Très cher : 👩‍🚀👩🏽‍🚀 d’après l’équipe…\n\nSélunor a racheté Tavrin.\n",
        "Cafe\u{301} ferme\u{301}. Sélunor a racheté Tavrin à Évry. 🇫🇷",
    ])
    func `offsets count code points whatever stands before`(text: String) throws {
        let evidence = try #require(try Sample.only("acquires", in: text, "fr")?.evidence)
        #expect(evidence.part == .text)
        #expect(slice(text, evidence.range) == evidence.quote)
        #expect(slice(text, evidence.subject) == "Sélunor")
        #expect(slice(text, evidence.object) == "Tavrin")
    }

    @Test func `evidence in the title counts in the title`() throws {
        let title = "🛰️ Défense : Sélunor a racheté Tavrin"
        let statements = try Sample.statements("Le marché s'étonne.", "fr", title: title).filter {
            $0.relation == "acquires"
        }
        let evidence = try #require(statements.first?.evidence)
        #expect(evidence.part == .title)
        #expect(slice(title, evidence.range) == evidence.quote)
        #expect(slice(title, evidence.object) == "Tavrin")
    }

    @Test func `evidence in the text under a title counts in the text`() throws {
        let text = "Hier, Sélunor a racheté Tavrin."
        let statements = try Sample.statements(text, "fr", title: "Éclaircie 🌤").filter { $0.relation == "acquires" }
        let evidence = try #require(statements.first?.evidence)
        #expect(evidence.part == .text)
        #expect(slice(text, evidence.subject) == "Sélunor")
    }
}
