internal import LiaisonModel
internal import LiaisonReaders
internal import Testing

@Suite struct DatelineTests {
    private static let body = "\n\nLe groupe a signé un accord avec son fournisseur. Il vaut dix ans.\n"

    private func article(_ line: String) throws -> Article {
        try #require(try ArticleReader.article(of: "Un accord de dix ans" + "\n" + line + Self.body))
    }

    @Test(arguments: [
        ("Publié le 17 juin 2025", "2025-06-17"),
        ("📅 Article publié le 17 juin 2025 à 19:33", "2025-06-17"),
        ("Publié le mardi 17 juin 2025 à 19h33", "2025-06-17"),
        ("PUBLIÉ LE 1er AOÛT 2024", "2024-08-01"),
        ("Mis en ligne le 03/02/2025 à 08:00", "2025-02-03"),
        ("Publié : 2025-06-17T19:33:00+02:00", "2025-06-17"),
        ("Par Anne Roy | Publié le 9 févr. 2023", "2023-02-09"),
        ("Publié le 17 juin 2025 à 19:33, mis à jour le 24 juin 2025 à 07:10", "2025-06-17"),
        ("Published 17 June 2025", "2025-06-17"),
        ("Published on June 17, 2025 at 10:05 a.m. EST", "2025-06-17"),
        ("Published: Tuesday, June 17th, 2025", "2025-06-17"),
        ("Posted on Sept. 3, 2024 by Ann Roe", "2024-09-03"),
        ("Date: 2025-06-17", "2025-06-17"),
        ("17 June 2025", "2025-06-17"),
        ("June 17, 2025", "2025-06-17"),
        ("2025-06-17", "2025-06-17"),
        ("Le 17 juin 2025", "2025-06-17"),
        ("Lyon, le 17 juin 2025", "2025-06-17"),
        ("Mardi 17 juin 2025, 19h33", "2025-06-17"),
        ("PARIS, 17 juin 2025 (Agence Nord) – Le groupe a signé un accord avec son fournisseur.", "2025-06-17"),
        ("SAN JOSE, Calif., June 17, 2025 -- The group has signed an agreement.", nil),
        ("SAN JOSE, June 17, 2025 (Wire One) -- The group has signed an agreement.", "2025-06-17"),
    ])
    func `the date of publication is found`(line: String, date: String?) throws {
        #expect(try article(line).published == date)
    }

    @Test(arguments: [
        "Mis à jour le 24 juin 2025 à 07:10",
        "Last updated June 24, 2025",
        "Le rapport publié le 12 mars 2024 montre une hausse des ventes.",
        "Publié le 12 mars 2024, le rapport montre une hausse des ventes.",
        "A study published on March 12, 2024 shows rising sales.",
        "Published on March 12, 2024 in the journal of the trade, the study shows rising sales.",
        "Publié le 31 juin 2025",
        "Publié le 17 juin 25",
        "Published 05/06/2025",
        "Publié hier à 10:00",
        "Le 17 juin 2025, le groupe a signé un accord.",
        "Publié le 17 juin 2025\nPublié le 18 juin 2025",
        "The deal of 17 June 2025",
        "Updated June 24, 2025",
        "Updated, June 24, 2025",
        "Deadline 24 June 2025",
        "Copyright 2025",
        "05/06/2025",
    ])
    func `a date that may not be that of publication is not taken`(line: String) throws {
        #expect(try article(line).published == nil)
    }

    @Test func `a date at the bottom counts, and that of the update below it does not`() throws {
        let text = """
            Le groupe a signé un accord. Il vaut dix ans.
            \((1...12).map { "Paragraphe numéro \($0) du texte." }.joined(separator: "\n"))
            À propos de l'auteur
            📅 Article publié le 17 juin 2025 à 19:33
            🔄 Dernière mise à jour le 24 juin 2025 à 07:10
            """
        let article = try #require(try ArticleReader.article(of: text))
        #expect(article.published == "2025-06-17")
        #expect(article.text == text)
    }

    @Test func `a date in the middle of a text is not looked at`() throws {
        let filler = (1...20).map { "Paragraphe numéro \($0) du texte." }.joined(separator: "\n")
        let article = try #require(
            try ArticleReader.article(of: filler + "\nPublié le 17 juin 2025\n" + filler))
        #expect(article.published == nil)
    }

    @Test(arguments: [
        ("Publié le 26 février 2024 – Le Courrier des puces", "Le Courrier des puces"),
        ("Published 26 February 2024 | The Chip Courier", "The Chip Courier"),
        ("Publié le 26 février 2024 à 10:00 — L'Écho du code", "L'Écho du code"),
    ])
    func `a publisher after the date is found`(line: String, publisher: String) throws {
        #expect(try article(line).publisher == publisher)
    }

    @Test(arguments: [
        "Publié le 26 février 2024 – par Anne Roy",
        "Published 26 February 2024 – By Ann Roe",
        "Publié le 26 février 2024 – 3 min de lecture",
        "Publié le 26 février 2024 – Mis à jour le 27 février 2024",
        "26 February 2024 – Ann Roe",
        "Published 26 February 2024 | Ann Roe | The Chip Courier",
    ])
    func `what may not be a publisher is not taken for one`(line: String) throws {
        #expect(try article(line).publisher == nil)
    }
}
