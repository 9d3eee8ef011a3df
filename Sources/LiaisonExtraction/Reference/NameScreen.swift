internal import LiaisonLanguage
internal import LiaisonModel

/// Sorts out names that cannot be: "La maison" at the beginning of a sentence, an article alone; and cuts what is two names.
struct NameScreen {
    let extractor: Extractor

    func screen(_ text: inout AnnotatedText) {
        var out: [NameMention] = []
        for mention in text.names {
            if mention.origin == .lexicon {
                out.append(mention)
                continue
            }
            let language = language(of: mention, text)
            guard let knowledge = extractor.knowledge(language) else { continue }
            for part in parts(mention, text, knowledge).map({ trimmed($0, text, knowledge) })
            where isName(part, text, knowledge) {
                out += persons(part, text)
            }
        }
        text.names = out
    }

    private func language(of mention: NameMention, _ text: AnnotatedText) -> Language {
        let start = mention.tokens.lowerBound
        // The last sentence that begins at or before the name.
        var (low, high) = (0, text.sentences.count)
        while low < high {
            let middle = (low + high) / 2
            if text.sentences[middle].tokens.lowerBound <= start { low = middle + 1 } else { high = middle }
        }
        guard low > 0, text.sentences[low - 1].tokens.contains(start) else { return .other }
        return text.language(of: text.sentences[low - 1])
    }

    /// A learned name must have a capital or a digit in a word that is no function word.
    private func isName(_ mention: NameMention, _ text: AnnotatedText, _ knowledge: LanguageKnowledge) -> Bool {
        mention.tokens.contains { token in
            let shape = text.tokens[token].shape
            let hasMark = !shape.isDisjoint(with: [.initialCapital, .innerCapital, .allCapitals, .hasDigit])
            return hasMark
                && knowledge.grammar.kinds(text.tokens[token].word).isDisjoint(with: [
                    .definite, .indefinite, .possessive, .demonstrative,
                ])
        }
    }

    /// "Siblings Dario": a noun that persons are called by is no part of the name.
    private func trimmed(_ mention: NameMention, _ text: AnnotatedText, _ knowledge: LanguageKnowledge) -> NameMention {
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
    private func persons(_ mention: NameMention, _ text: AnnotatedText) -> [NameMention] {
        func isFirstName(_ token: Int) -> Bool {
            extractor.analyzer.reader.cues[text.tokens[token].word].contains(.firstName)
        }
        let first = mention.tokens.lowerBound
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

    /// "Quantrel et Veltrix" is two names, unless both halves are one word of a firm of partners that the lexicon knows.
    private func parts(_ mention: NameMention, _ text: AnnotatedText, _ knowledge: LanguageKnowledge) -> [NameMention] {
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
