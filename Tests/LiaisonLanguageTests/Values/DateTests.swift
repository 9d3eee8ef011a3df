import LiaisonLanguage
import Testing

/// All anchored on Tuesday, 17 June 2025.
struct DateTests {
    @Test(arguments: [
        ("lundi", "at 2025-06-16"), ("mardi", "at 2025-06-17"), ("vendredi dernier", "at 2025-06-13"),
        ("hier", "at 2025-06-16"), ("17 juin 2024", "at 2024-06-17"), ("1er mars 2023", "at 2023-03-01"),
        ("lundi 16 juin", "at 2025-06-16"), ("3 novembre", "at 2024-11-03"), ("avril", "at 2025-04"),
        ("juin dernier", "at 2025-06"), ("octobre", "at 2024-10"), ("janvier 2024", "at 2024-01"),
        ("mi-avril", "at 2025-04"), ("la semaine dernière", "at 2025-06"), ("le mois dernier", "at 2025-05"),
        ("l'an dernier", "at 2024"), ("il y a trois ans", "at 2022"), ("17/06/2024", "at 2024-06-17"),
        ("depuis mars 2021", "since 2021-03"), ("depuis 2019", "since 2019"), ("d'ici à 2027", "by 2027"),
        ("jusqu'en 2028", "until 2028"), ("premier trimestre 2024", "at 2024-33"), ("été 2023", "at 2023-22"),
    ])
    func `French dates`(_ date: String, _ value: String) throws {
        #expect(try Annotation.values("Orvane signe cela \(date), selon elle.", "fr").first == "\(date) = \(value)")
    }

    @Test(arguments: [
        ("Monday", "at 2025-06-16"), ("last Tuesday", "at 2025-06-10"), ("yesterday", "at 2025-06-16"),
        ("June 17, 2024", "at 2024-06-17"), ("17 June 2024", "at 2024-06-17"), ("December 3", "at 2024-12-03"),
        ("Monday, June 16", "at 2025-06-16"), ("June 2023", "at 2023-06"), ("last May", "at 2025-05"),
        ("last week", "at 2025-06"), ("last month", "at 2025-05"), ("last year", "at 2024"),
        ("three years ago", "at 2022"), ("since March 2021", "since 2021-03"), ("by 2027", "by 2027"),
        ("until June 2028", "until 2028-06"), ("November last year", "at 2024-11"), ("mid-2024", "at 2024"),
    ])
    func `English dates`(_ date: String, _ value: String) throws {
        #expect(try Annotation.values("Orvane signed it \(date), it said.", "en").first == "\(date) = \(value)")
    }

    @Test func `A month after a preposition is the latest one not after the publication`() throws {
        #expect(
            try Annotation.values("They met in May and in August.", "en") == [
                "May = at 2025-05", "August = at 2024-08",
            ])
    }

    @Test func `A month that is announced lies ahead`() throws {
        #expect(try Annotation.values("L'usine ouvrira en octobre.", "fr") == ["octobre = at 2025-10"])
    }

    @Test func `The verbs may and march are no months`() throws {
        #expect(try Annotation.values("They may march. May they win? It may not.", "en").isEmpty)
    }

    @Test func `Without a publication date weekdays stay out and months have no year`() throws {
        #expect(
            try Annotation.values("Signé lundi, le 3 avril, puis en mai.", "fr", published: nil)
                == ["3 avril = at XXXX-04-03", "mai = at XXXX-05"])
    }

    @Test func `A number of four digits is a year only where the words say so`() throws {
        #expect(
            try Annotation.values("En 2022, elle comptait 2000 salariés.", "fr") == [
                "2022 = at 2022", "2000 = count 2000",
            ])
    }

    @Test func `A day that does not exist is no date`() throws {
        #expect(try Annotation.values("Le 31 février 2024", "fr") == ["31 = count 31", "février 2024 = at 2024-02"])
    }
}
