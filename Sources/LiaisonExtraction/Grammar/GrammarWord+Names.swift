extension GrammarWord {
    /// The class with a name of `grammar.yaml`, nil where there is none.
    init?(name: String) {
        guard let word = Self.byName[name] else { return nil }
        self = word
    }

    private static let byName: [String: GrammarWord] = [
        "definite": .definite,
        "person-pronoun": .personPronoun,
        "thing-pronoun": .thingPronoun,
        "plural-owner": .pluralOwner,
        "future-modal": .futureModal,
        "presumptive-modal": .presumptiveModal,
        "possible-modal": .possibleModal,
        "indefinite": .indefinite,
        "possessive": .possessive,
        "demonstrative": .demonstrative,
        "preposition": .preposition,
        "relative-subject": .relativeSubject,
        "relative-object": .relativeObject,
        "relative-any": .relativeAny,
        "relative-of": .relativeOf,
        "relative-possessive": .relativePossessive,
        "relative-oblique": .relativeOblique,
        "hypothetical": .hypothetical,
        "subordinator": .subordinator,
        "coordinator": .coordinator,
        "adversative": .adversative,
        "negation-head": .negationHead,
        "negation": .negation,
        "no-longer": .noLonger,
        "examples": .examples,
        "subject-pronoun": .subjectPronoun,
        "dative-pronoun": .dativePronoun,
        "clitic": .clitic,
        "infinitive-mark": .infinitiveMark,
        "modal": .modal,
        "place-clitic": .placeClitic,
        "genitive-clitic": .genitiveClitic,
        "object-clitic": .objectClitic,
        "person-noun": .personNoun,
        "negative-determiner": .negativeDeterminer,
        "designator": .designator,
        "reflexive": .reflexive,
        "distributive": .distributive,
        "adjective": .adjective,
        "partitive": .partitive,
        "respectively": .respectively,
        "genitive": .genitive,
        "former": .former,
        "future": .future,
    ]
}
