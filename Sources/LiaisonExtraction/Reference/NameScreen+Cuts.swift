internal import LiaisonLanguage
internal import LiaisonModel

/// Where a name begins and ends, and what several names run together are.
extension NameScreen {
    /// "Orvane's" before what it owns: the clitic is no part of the name, as it is in "Levi's makes jeans".
    private func owner(_ mention: NameMention, _ text: AnnotatedText, _ knowledge: LanguageKnowledge) -> NameMention {
        let last = mention.tokens.upperBound - 1
        guard mention.tokens.count > 1, last + 1 < text.tokens.count,
            knowledge.grammar.kinds(text.tokens[last].word).contains(.genitive)
        else { return mention }
        switch text.tokens[last + 1].tag {
        case .noun, .adjective, .properNoun, .adverb, .numeral:
            var rest = mention
            rest.tokens = mention.tokens.lowerBound..<last
            return rest
        default: return mention
        }
    }

    /// "Orvane Inc. Lumenor has …": what stands behind a legal form with a full stop begins the next sentence.
    private func beforeFullStop(_ mention: NameMention, _ text: AnnotatedText) -> NameMention {
        func isForm(_ token: Int) -> Bool {
            extractor.analyzer.reader.cues[text.tokens[token].word].contains(.legalForm)
        }
        let inner = mention.tokens.dropFirst().dropLast()
        guard let form = inner.first(where: { isForm($0) && text.text($0..<$0 + 1).hasSuffix(".") && !isForm($0 + 1) }),
            text.tokens[form + 1].shape.contains(.initialCapital)
        else { return mention }
        var rest = mention
        rest.tokens = mention.tokens.lowerBound..<form + 1
        return rest
    }

    /// "Orvane,": commas and the like at the end are no part of a name.
    private func withoutMarks(_ mention: NameMention, _ text: AnnotatedText) -> NameMention {
        var rest = mention
        while rest.tokens.count > 1,
            [",", ";", ":", "."].contains(text.text(rest.tokens.upperBound - 1..<rest.tokens.upperBound))
        {
            rest.tokens = rest.tokens.lowerBound..<rest.tokens.upperBound - 1
        }
        return rest
    }

    /// "Former Orvane chairman X": at the beginning of a sentence, what says that something is over looks like a part of the name.
    private func withoutFormer(
        _ mention: NameMention, _ text: AnnotatedText, _ knowledge: LanguageKnowledge
    ) -> NameMention {
        let first = mention.tokens.lowerBound
        guard mention.tokens.count > 1, mention.entry == nil, knowledge.grammar.is(text.tokens[first].word, .former)
        else { return mention }
        var rest = mention
        rest.tokens = first + 1..<mention.tokens.upperBound
        return rest
    }

    /// "Siblings Dario": a noun that persons are called by is no part of the name.
    func trimmed(_ mention: NameMention, _ text: AnnotatedText, _ knowledge: LanguageKnowledge) -> NameMention {
        let mention = withoutFormer(
            withoutMarks(beforeFullStop(owner(mention, text, knowledge), text), text), text, knowledge)
        let first = mention.tokens.lowerBound
        guard mention.kind == .person, mention.tokens.count > 1,
            knowledge.grammar.readings(text.tokens[first].word).contains(where: { !$0.form.isVerb }),
            !extractor.analyzer.reader.cues[text.tokens[first].word].contains(.firstName)
        else { return mention }
        var rest = mention
        rest.tokens = first + 1..<mention.tokens.upperBound
        return rest
    }

    /// "Léa Fournier" begins with a first name: a person, unless the recogniser is sure of something else. "Orvane Karim Vial"
    /// behind a post is a company and a person.
    func persons(_ mention: NameMention, _ text: AnnotatedText) -> [NameMention] {
        func isFirstName(_ token: Int) -> Bool {
            extractor.analyzer.reader.cues[text.tokens[token].word].contains(.firstName)
                || isDoubleFirstName(text.text(token..<token + 1))
        }
        let first = mention.tokens.lowerBound
        let last = extractor.analyzer.reader.cues[text.tokens[mention.tokens.upperBound - 1].word]
        let endsAsFirm =
            mention.tokens.count > 1 && !last.isDisjoint(with: [.companyWord, .fundWord]) && !last.contains(.firstName)
        let isOfFirm =
            mention.tokens.count > 1 && !isFirstName(first)
            && extractor.names.callsFirm(
                first: text.text(first..<first + 1),
                last: text.text(mention.tokens.upperBound - 1..<mention.tokens.upperBound))
        if mention.kind == .person, endsAsFirm || isOfFirm || !isFirstName(first) && isCalledFirm(mention, text) {
            var company = mention
            company.kind = .company
            return [company]
        }
        if mention.kind == .company, mention.tokens.count == 2, mention.score < 0.8, isFirstName(first) {
            var person = mention
            person.kind = .person
            return [person]
        }
        if mention.kind == .person, mention.tokens.count == 3, mention.score < 0.9, !isFirstName(first),
            isFirstName(first + 1), first > 0,
            text.tokens[first - 1].tag == .adposition
        {
            var (company, person) = (mention, mention)
            company.kind = .company
            company.tokens = first..<first + 1
            person.tokens = first + 1..<mention.tokens.upperBound
            return [company, person]
        }
        return [mention]
    }

    /// "Anne-Cécile": two given names with a hyphen between.
    func isDoubleFirstName(_ word: String) -> Bool {
        let parts = word.lowercased().split(separator: "-")
        return parts.count == 2
            && parts.allSatisfy { part in
                var part = String(part)
                return part.withUTF8 { extractor.analyzer.words.id(of: $0) }.map {
                    extractor.analyzer.reader.cues[$0].contains(.firstName)
                } ?? false
            }
    }

    /// "l'allemand Hartmann Sensorik", "le groupe Hartmann Sensorik": a demonym without capital and the noun for a firm stand
    /// before no person in French.
    private func isCalledFirm(_ mention: NameMention, _ text: AnnotatedText) -> Bool {
        var before = mention.tokens.lowerBound - 1
        guard before > 0, language(of: mention, text) == .french, let knowledge = extractor.knowledge(.french),
            !text.tokens[before].shape.contains(.initialCapital)
        else { return false }
        // "l'entreprise familiale Vial", "le groupe toulousain Vial".
        if text.tokens[before].tag == .adjective, before > 1, text.tokens[before - 1].tag == .noun { before -= 1 }
        let word = text.tokens[before].word
        let determiner = text.tokens[before - 1].word
        guard knowledge.grammar.is(determiner, .definite) || knowledge.grammar.isContracted(determiner) else {
            return false
        }
        if knowledge.demonyms[word] != nil || extractor.reference.locals.contains(word) { return true }
        guard let meaning = knowledge.types.phrases.value(of: knowledge.grammar.canon(word)) else { return false }
        // "le groupe Vial"; "le producteur Vial" may be a person.
        let isFirms = meaning.isFeminine || extractor.analyzer.reader.cues[word].contains(.companyWord)
        return isFirms && meaning.kinds.contains(.company) && !knowledge.grammar.is(word, .personNoun)
    }

    /// "Quantrel et Veltrix" is two names, unless both halves are one word of a firm of partners that the lexicon knows.
    func parts(_ mention: NameMention, _ text: AnnotatedText, _ knowledge: LanguageKnowledge) -> [NameMention] {
        guard mention.kind != .product, mention.kind != .government,
            let joint = mention.tokens.first(where: {
                text.tokens[$0].tag == .coordinator && !text.tokens[$0].shape.contains(.isPunctuation)
            }),
            joint > mention.tokens.lowerBound, joint + 1 < mention.tokens.upperBound
        else { return [mention] }
        var (left, right) = (mention, mention)
        left.tokens = mention.tokens.lowerBound..<joint
        right.tokens = joint + 1..<mention.tokens.upperBound
        return [left, right]
    }
}
