import LiaisonModel
import Testing

/// Ends that stand further away than the words that name them: who holds a post, gets an option, is named in the next sentence.
@Suite struct HolderTests {
    @Test(arguments: [
        (
            "Clélia Darvant, sœur du PDG de Quorin Basile Darvant, rejoint Tavrin.", "fr",
            "Basile Darvant sibling-of Clélia Darvant"
        ),
        (
            "Clélia Darvant, directrice générale de Quorin, et Basile Darvant, le président du groupe, ont parlé.",
            "fr",
            "Basile Darvant leads Quorin"
        ),
        (
            "« Quorin grandit vite », dit Clélia Darvant, présidente de l'entreprise.",
            "fr", "Clélia Darvant leads Quorin"
        ),
        (
            "Quorin will supply Tavrin with chips and give Tavrin the option to buy 10% of Jovrel.", "en",
            "Tavrin invests-in Jovrel"
        ),
        (
            "A Halifax firm that makes sensors has secured £750,000 from Halmont Partners. Tavrin, which employs 14 people, is hiring.",
            "en", "Halmont Partners invests-in Tavrin"
        ),
        (
            "Quorin rachète une start-up lyonnaise. Fondée en 2019, Tavrin emploie vingt personnes.", "fr",
            "Quorin acquires Tavrin"
        ),
        ("Quorin, through its Tavrin unit, has bought Jovrel.", "en", "Tavrin subsidiary-of Quorin"),
        (
            "Former Quorin chairman Basile Darvant is the main investor in Tavrin.", "en",
            "Basile Darvant invests-in Tavrin"
        ),
        (
            "Le lanceur Nimbrix, que développe à Reims la société Tavrin, ne volera pas.", "fr", "Tavrin makes Nimbrix"
        ),
        (
            "Basile Darvant, who runs Quorin, hates meetings. Basile Darvant unveiled Étoilium.", "en",
            "Quorin makes Étoilium"
        ),
        (
            "Tavrin has raised $45 million. Halmont Partners led the round; Quorin signed up.", "en",
            "Quorin invests-in Tavrin"
        ),
    ])
    func `an end is found where it stands`(text: String, language: String, expected: String) throws {
        let found = try Sample.edges(text, language)
        #expect(found.contains(expected), "\(found.sorted())")
    }

    @Test(arguments: [
        (
            "Jovrel is buying Tavrin, days after Quorin hired the latter's chief executive, Basile Darvant.", "en",
            "Basile Darvant leads Quorin"
        ),
        ("Quorin, fresh off buying Tavrin and Jovrel, is hiring.", "en", "Tavrin acquires Jovrel"),
        ("Former Quorin chairman Basile Darvant invests in Tavrin.", "en", "Basile Darvant leads Former Quorin"),
        (
            "Tavrin has raised $45 million. Halmont Partners led the round; Quorin signed up.", "en",
            "Tavrin contracts-with Quorin"
        ),
        (
            "Avant de fonder Tavrin, Clélia Darvant a dirigé la filiale espagnole de Quorin.", "fr",
            "Tavrin subsidiary-of Quorin"
        ),
        (
            "A Texas firm has sued Quorin. Microsoft, which has no part in it, is silent.", "en",
            "Microsoft rival-of Quorin"
        ),
    ])
    func `nor is it taken from beside`(text: String, language: String, wrong: String) throws {
        #expect(try !Sample.edges(text, language).contains(wrong))
    }
}
