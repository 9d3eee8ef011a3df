import LiaisonModel
import Testing

/// Every way in which the press names a firm, in every place of plain sentences: what a frame finds for a bare name it finds for
/// these as well.
@Suite struct NameFormTests {
    @Test func `a French firm may be named by its trade, town, country or an inset`() throws {
        let forms =
            [
                "le fabricant de puces", "l'éditeur de logiciels", "l'opérateur de satellites",
                "la jeune pousse lyonnaise",
                "le spécialiste de la cybersécurité", "le leader européen de la livraison",
                "le fabricant allemand de batteries",
                "la plateforme de réservation", "le groupe", "l'américain", "la société d'ingénierie",
            ].map { "\($0) Tavrin" } + [
                "Tavrin, spécialiste de la cybersécurité,", "Tavrin (Lyon)", "Tavrin, fondé en 2015,",
            ]
        let missed = try missed(
            in: [
                ("acquires", "{} a racheté Quorin."), ("acquires", "Quorin a racheté {}."),
                ("acquires", "{} a annoncé l'acquisition de Quorin."),
                ("acquires", "Le rachat de {} par Quorin est clos."),
                ("acquires", "Quorin a été racheté par {}."), ("invests-in", "{} détient 12 % de Quorin."),
                ("invests-in", "Quorin a investi 5 millions d'euros dans {}."),
                ("contracts-with", "Quorin fournira des capteurs à {}."),
                ("contracts-with", "Quorin a confié à {} la maintenance de ses usines."),
                ("subsidiary-of", "Quorin appartient à {}."), ("rival-of", "Quorin est un concurrent de {}."),
                ("partners-with", "{} et Quorin ont signé un partenariat."),
                ("merges-with", "La fusion entre Quorin et {} est finalisée."),
            ], forms, "fr")
        #expect(missed.isEmpty, "\(missed.joined(separator: "\n"))")
    }

    @Test func `an English firm may be named by its trade, town, country or an inset`() throws {
        let forms =
            [
                "chipmaker", "software company", "satellite operator", "French startup", "U.S. company",
                "the drone company",
                "private equity firm", "cloud provider",
            ].map { "\($0) Tavrin" } + [
                "Tavrin, which makes drones,", "Tavrin (Lyon)", "Tavrin, the German chipmaker,",
            ]
        let missed = try missed(
            in: [
                ("acquires", "{} has bought Quorin."), ("acquires", "Quorin has bought {}."),
                ("acquires", "{} now plans to buy Quorin."), ("acquires", "The takeover of {} by Quorin is complete."),
                ("acquires", "Quorin was acquired by {}."), ("invests-in", "{} holds 12% of Quorin."),
                ("invests-in", "Quorin invested $5 million in {}."),
                ("contracts-with", "Quorin will deliver 200 trucks to {}."),
                ("contracts-with", "Quorin awarded {} a contract to maintain its plants."),
                ("subsidiary-of", "Quorin is owned by {}."), ("rival-of", "Quorin competes with {}."),
                ("partners-with", "{} has partnered with Quorin."), ("merges-with", "{} and Quorin will merge."),
            ], forms, "en")
        #expect(missed.isEmpty, "\(missed.joined(separator: "\n"))")
    }

    /// The sentences that do not link the two firms by the relation.
    private func missed(
        in sentences: [(relation: RelationID, text: String)], _ forms: [String], _ language: String
    ) throws -> [String] {
        var missed: [String] = []
        for (relation, text) in sentences {
            for form in forms {
                let sentence = Self.sentence(text, with: form, language)
                let found = try Sample.statements(sentence, language).contains {
                    $0.relation == relation && [$0.subject.name, $0.object.name].sorted() == ["Quorin", "Tavrin"]
                }
                if !found { missed.append("\(relation): \(sentence)") }
            }
        }
        return missed
    }

    /// Puts a form into a sentence, with contractions and punctuation as they are written.
    private static func sentence(_ text: String, with form: String, _ language: String) -> String {
        var out = text.replacing("{}", with: form)
        if language == "fr" {
            for (apart, joined) in [(" de le ", " du "), (" à le ", " au ")] {
                out = out.replacing(apart, with: joined)
            }
        }
        out = out.replacing(",.", with: ".")
        return out.prefix(1).uppercased() + out.dropFirst()
    }
}
