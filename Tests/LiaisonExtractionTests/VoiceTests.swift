import LiaisonModel
import Testing

/// For whom quotations speak: "we", "us", "our", "I" and "my".
@Suite struct VoiceTests {
    private static let speakers = [
        "said Ines Marchal, chief executive of Siemens.",
        "said Siemens chief executive Ines Marchal.",
        "said Siemens's chief executive, Ines Marchal.",
    ]

    @Test(arguments: speakers) func `the firm beside the speaker is meant`(_ speaker: String) throws {
        #expect(try Sample.edges("\"We have bought Quorin,\" \(speaker)", "en").contains("Siemens acquires Quorin"))
        #expect(
            try Sample.edges("\"Nokia has ordered 40 machines from us,\" \(speaker)", "en")
                .contains("Siemens contracts-with Nokia"))
        #expect(
            try Sample.edges("\"Our closest competitor is Nokia,\" \(speaker)", "en").contains("Nokia rival-of Siemens")
        )
    }

    @Test func `who ends a quotation speaks for all of it`() throws {
        let edges = try Sample.edges(
            "Siemens is growing. \"We bought Nokia. It was cheap,\" says Joe Kaeser, the chief executive.", "en")
        #expect(edges.contains("Siemens acquires Nokia"))
    }

    @Test func `somebody of another firm speaks for that firm`() throws {
        let edges = try Sample.edges(
            "Siemens is growing. \"We bought Quorin,\" said Ines Marchal, chief executive of Nokia.", "en")
        #expect(edges.contains("Nokia acquires Quorin"))
        #expect(!edges.contains("Siemens acquires Quorin"))
    }

    @Test func `a former post gives no firm`() throws {
        let edges = try Sample.edges(
            "\"We bought Quorin,\" said Ines Marchal, former chief executive of Nokia.", "en")
        #expect(!edges.contains("Nokia acquires Quorin"))
    }

    @Test func `without a speaker nobody is meant`() throws {
        #expect(try Sample.edges("We bought Quorin in May.", "en").isEmpty)
    }

    @Test func `a country in capitals is no pronoun`() throws {
        let edges = try Sample.edges(
            "Siemens is growing. \"The US ordered 40 machines,\" said Ines Marchal, chief executive of Siemens.", "en")
        #expect(!edges.contains("Siemens contracts-with Siemens"))
    }

    @Test func `persons speak of themselves`() throws {
        let edges = try Sample.edges("Joe Kaeser is 40. \"I founded Nokia in a garage,\" says Joe Kaeser.", "en")
        #expect(edges == ["Joe Kaeser founder-of Nokia"])
        let kin = try Sample.edges("\"My brother Max is older,\" says Joe Kaeser.", "en")
        #expect(kin == ["Joe Kaeser sibling-of Max Kaeser"])
    }
}
