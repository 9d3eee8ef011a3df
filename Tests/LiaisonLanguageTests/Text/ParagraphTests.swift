import LiaisonLanguage
import Testing

struct ParagraphTests {
    private func roles(_ text: AnnotatedText) -> [String] {
        text.paragraphs.map { paragraph in
            "\(paragraph.role): \(String(decoding: text.bytes[paragraph.range], as: UTF8.self))"
        }
    }

    @Test func `Title, headings, list items and running text are told apart`() throws {
        let text = try Annotation.of(
            """
            Orvane a levé des fonds mardi auprès de Halcyon.
            Ce que dit Orvane
            - des prototypes ;
            - des essais.
            La suite viendra en juin.
            """, language: "fr", title: "Orvane lève")
        #expect(
            roles(text) == [
                "title: Orvane lève", "running: Orvane a levé des fonds mardi auprès de Halcyon.",
                "heading: Ce que dit Orvane", "listItem: - des prototypes ;", "listItem: - des essais.",
                "running: La suite viendra en juin.",
            ])
        #expect(text.bodyStart == 13)
    }

    @Test func `Author boxes, tags and dates of update are boilerplate`() throws {
        let text = try Annotation.of(
            """
            Par Inès Marchal

            Le groupe Orvane rachète Lumenor.

            🏷️ Tags
            Orvane, Lumenor

            ✍️ À propos de l’auteur
            Inès Marchal suit les jeunes pousses.
            📅 Publié le 3 mai 2025
            """, language: "fr")
        #expect(
            text.paragraphs.map(\.role) == [
                .boilerplate, .running, .boilerplate, .boilerplate, .boilerplate, .boilerplate, .boilerplate,
            ])
        #expect(text.values.isEmpty)
    }

    @Test func `Lines that were only wrapped are one paragraph`() throws {
        let text = try Annotation.of(
            """
            The board of Orvane said on Tuesday that it had agreed to buy the whole
            of Lumenor, a maker of laser parts, for a sum that neither of the firms
            was willing to name. Halcyon, which advised both of them on this matter,
            did not answer.
            """, language: "en")
        #expect(text.paragraphs.count == 1)
        #expect(text.sentences.count == 2)
    }

    @Test func `Line feeds of other systems part lines alike`() throws {
        let text = try Annotation.of("Un deux trois.\r\nQuatre cinq.\rSix sept.", language: "fr")
        #expect(text.paragraphs.count == 3)
    }
}
