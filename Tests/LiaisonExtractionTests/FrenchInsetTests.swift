import LiaisonModel
import Testing

/// French sentences in which commas set something apart: in a list, behind a verb, behind a noun.
@Suite struct FrenchInsetTests {
    @Test func `a list goes on behind what is said of its members`() throws {
        let edges = try Sample.edges(
            "Tavrin a levé 12 millions d'euros auprès de Brivane Capital, chef de file du tour, de Jovrel et de "
                + "Halmont Partners.", "fr")
        #expect(
            edges == [
                "Brivane Capital invests-in Tavrin", "Jovrel invests-in Tavrin", "Halmont Partners invests-in Tavrin",
            ])
    }

    @Test func `a participle between commas parts no list`() throws {
        let edges = try Sample.edges(
            "Jovrel a racheté Tavrin, Mirandel, installé à Lyon, et Pelvaux, basé à Lille.", "fr")
        #expect(edges == ["Jovrel acquires Tavrin", "Jovrel acquires Mirandel", "Jovrel acquires Pelvaux"])
    }

    @Test func `a date between et and the last member parts no list`() throws {
        let edges = try Sample.edges("Tavrin est soutenue par Jovrel, Mirandel et, depuis 2024, par Pelvaux.", "fr")
        #expect(
            edges == ["Jovrel invests-in Tavrin", "Mirandel invests-in Tavrin", "Pelvaux invests-in Tavrin"])
    }

    @Test func `what a verb takes may stand behind a phrase between commas`() throws {
        #expect(
            try Sample.edges("Tavrin a signé, avec Jovrel, un accord de coopération.", "fr") == [
                "Jovrel partners-with Tavrin"
            ])
        let edges = try Sample.edges("Tavrin a remporté, face à Jovrel, l'appel d'offres de Mirandel.", "fr")
        #expect(edges == ["Tavrin contracts-with Mirandel", "Jovrel rival-of Tavrin"])
    }

    @Test func `a date may part a noun from what it is of`() throws {
        for inset in ["en 2018", "pour 30 millions d'euros"] {
            let edges = try Sample.edges("Le rachat, \(inset), de Jovrel par Tavrin avait surpris.", "fr")
            #expect(edges == ["Tavrin acquires Jovrel"])
        }
    }

    @Test func `a clitic behind et belongs to a verb`() throws {
        let edges = try Sample.edges("Basile Darvant, qui a fondé Tavrin en 2012 et la dirige, se tait.", "fr")
        #expect(edges == ["Basile Darvant founder-of Tavrin", "Basile Darvant leads Tavrin"])
    }

    @Test func `a possessive may stand for what a preposition ends with`() throws {
        #expect(
            try Sample.edges("Tavrin annonce l'entrée de Jovrel à son capital.", "fr") == ["Jovrel invests-in Tavrin"])
        #expect(
            try Sample.edges("Tavrin compte Brivane Capital à son capital.", "fr") == [
                "Brivane Capital invests-in Tavrin"
            ])
    }

    @Test func `a relative may say who has set up a subsidiary`() throws {
        let edges = try Sample.edges("Tavrin, la filiale que Jovrel a créée à Brest, recrute.", "fr")
        #expect(edges.contains("Tavrin subsidiary-of Jovrel"))
    }

    @Test func `a post without owner may have a duration`() throws {
        let edges = try Sample.edges("Tavrin recrute. Basile Darvant reste directeur général pendant deux ans.", "fr")
        #expect(edges == ["Basile Darvant leads Tavrin"])
    }

    @Test func `brother and sister are one noun for two names`() throws {
        let edges = try Sample.edges("Basile Darvant et Clélia Darvant, frère et sœur, dirigent Tavrin.", "fr")
        #expect(edges.contains("Basile Darvant sibling-of Clélia Darvant"))
    }

    @Test func `an adverb may stand before the second of two posts`() throws {
        let edges = try Sample.edges("Basile Darvant, fondateur et de nouveau patron de Tavrin, se tait.", "fr")
        #expect(edges == ["Basile Darvant founder-of Tavrin", "Basile Darvant leads Tavrin"])
    }

    @Test func `rivals still to be beaten are not one another's`() throws {
        let edges = try Sample.edges(
            "Tavrin recrute. Jovrel et Mirandel demeurent les deux concurrents à battre.", "fr")
        #expect(!edges.contains("Jovrel rival-of Mirandel"))
    }

    @Test func `a verb that looks like a noun stands before a share`() throws {
        let edges = try Sample.edges("Le fonds Brivane Capital contrôle 44 % de Tavrin.", "fr")
        #expect(edges == ["Brivane Capital invests-in Tavrin"])
    }

    @Test func `what stands behind one of several is said of that one`() throws {
        let edges = try Sample.edges(
            "Jovrel affronte Tavrin, soutenue par Brivane Capital, Mirandel, coté à Londres, et Pelvaux.", "fr")
        #expect(
            edges == [
                "Jovrel rival-of Tavrin", "Jovrel rival-of Mirandel", "Jovrel rival-of Pelvaux",
                "Brivane Capital invests-in Tavrin",
            ])
    }

    @Test func `the owner in a fronted phrase is no subject`() throws {
        let edges = try Sample.edges("Selon Jovrel, filiale de Pelvaux, Tavrin et Mirandel négocient une fusion.", "fr")
        #expect(edges == ["Jovrel subsidiary-of Pelvaux", "Mirandel merges-with Tavrin"])
    }

    @Test func `respectively gives each his post`() throws {
        let edges = try Sample.edges(
            "Basile Darvant et Odile Trémont, respectivement fondateur et directrice générale de Tavrin, se taisent.",
            "fr")
        #expect(edges == ["Basile Darvant founder-of Tavrin", "Odile Trémont leads Tavrin"])
    }

    @Test func `several things of several firms are all equipped`() throws {
        let edges = try Sample.edges(
            "Les capteurs de Tavrin équipent les trains de Jovrel et les bus de Mirandel.", "fr")
        #expect(edges.isSuperset(of: ["Tavrin contracts-with Jovrel", "Tavrin contracts-with Mirandel"]))
    }
}
