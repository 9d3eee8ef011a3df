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
            for part in parts(mention, text, knowledge) where isName(part, text, knowledge) { out.append(part) }
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
            return hasMark && knowledge.grammar.kinds(text.tokens[token].word).isDisjoint(with: [.definite, .indefinite, .possessive, .demonstrative])
        }
    }

    /// "Quantrel et Veltrix" is two names, unless both halves are one word of a firm of partners that the lexicon knows.
    private func parts(_ mention: NameMention, _ text: AnnotatedText, _ knowledge: LanguageKnowledge) -> [NameMention] {
        guard mention.kind != .product, mention.kind != .government,
            let joint = mention.tokens.first(where: { text.tokens[$0].tag == .coordinator && !text.tokens[$0].shape.contains(.isPunctuation) }),
            joint > mention.tokens.lowerBound, joint + 1 < mention.tokens.upperBound
        else { return [mention] }
        var (left, right) = (mention, mention)
        left.tokens = mention.tokens.lowerBound..<joint
        right.tokens = joint + 1..<mention.tokens.upperBound
        return [left, right]
    }
}
