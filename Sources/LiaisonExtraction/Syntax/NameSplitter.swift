internal import LiaisonLanguage
internal import LiaisonModel

/// Cuts what the recogniser took for one name where a post stands before it: "le PDG de Kaptio Denis Vial" names a firm and a person;
/// and joins what stands on both sides of the mark in "Apis & Co".
struct NameSplitter {
    let cues: NameCues

    func split(_ text: inout AnnotatedText) {
        joinPartners(&text)
        dropOpeners(&text)
        guard text.names.contains(where: { firstName(in: $0, text) != nil }) else { return }
        var out: [NameMention] = []
        for mention in text.names {
            guard let cut = firstName(in: mention, text) else {
                out.append(mention)
                continue
            }
            var (firm, person) = (mention, mention)
            firm.tokens = mention.tokens.lowerBound..<cut
            firm.kind = .company
            person.tokens = cut..<mention.tokens.upperBound
            person.kind = .person
            out += [firm, person]
        }
        text.names = out
    }

    /// "First Orvane bought …": what a sentence opens with is no part of a name that stands elsewhere without it.
    private func dropOpeners(_ text: inout AnnotatedText) {
        func words(_ tokens: Range<Int>) -> [WordID] { tokens.map { text.tokens[$0].word } }
        let starts = Set(text.sentences.map(\.tokens.lowerBound))
        let opening = text.names.indices.filter { index in
            let tokens = text.names[index].tokens
            return text.names[index].entry == nil && tokens.count > 1 && starts.contains(tokens.lowerBound)
                && [.adverb, .adjective, .subordinator].contains(text.tokens[tokens.lowerBound].tag)
        }
        guard !opening.isEmpty else { return }
        var counts: [[WordID]: Int] = [:]
        for name in text.names { counts[words(name.tokens), default: 0] += 1 }
        for index in opening {
            let tokens = text.names[index].tokens
            let rest = tokens.lowerBound + 1..<tokens.upperBound
            guard counts[words(tokens)] == 1, counts[words(rest)] != nil else { continue }
            counts[words(tokens)] = nil
            counts[words(rest), default: 0] += 1
            text.names[index].tokens = rest
        }
    }

    /// "Apis & Co", "Hartree & Söhne": the mark joins the partners of one firm where no list knows them apart.
    private func joinPartners(_ text: inout AnnotatedText) {
        func isMark(_ token: Int) -> Bool { text.tokens.indices.contains(token) && text.text(token..<token + 1) == "&" }
        guard text.names.contains(where: { isMark($0.tokens.upperBound) || isMark($0.tokens.upperBound - 1) }) else {
            return
        }
        var out: [NameMention] = []
        var index = 0
        while index < text.names.count {
            var mention = text.names[index]
            index += 1
            let mark = isMark(mention.tokens.upperBound - 1) ? mention.tokens.upperBound - 1 : mention.tokens.upperBound
            let sentence = text.sentence(of: mention.tokens.lowerBound).map { text.sentences[$0].tokens }
            guard isMark(mark), mark > mention.tokens.lowerBound, mention.entry == nil, mention.kind != .product,
                let sentence, sentence.contains(mark + 1),
                text.tokens[mark + 1].shape.contains(.initialCapital)
                    || text.tokens[mark + 1].shape.contains(.allCapitals),
                // "X, Y & Z": a list.
                !(out.last.map { $0.tokens.upperBound == mention.tokens.lowerBound - 1 } ?? false)
            else {
                out.append(mention)
                continue
            }
            var end = mark + 2
            if index < text.names.count, text.names[index].tokens.lowerBound == mark + 1 {
                guard text.names[index].entry == nil, text.names[index].kind != .product else {
                    out.append(mention)
                    continue
                }
                end = text.names[index].tokens.upperBound
                index += 1
            }
            mention.tokens = mention.tokens.lowerBound..<end
            if mention.kind == .person || mention.kind == .place { mention.kind = .company }
            out.append(mention)
        }
        text.names = out
    }

    /// Where a given name with a surname behind it begins, inside a name that stands behind a post and a preposition.
    private func firstName(in mention: NameMention, _ text: AnnotatedText) -> Int? {
        let tokens = mention.tokens
        guard mention.entry == nil, mention.kind == .person || mention.kind.family == .organisation,
            tokens.count > 2, tokens.count < 6, tokens.lowerBound > 1,
            text.tokens[tokens.lowerBound - 1].tag == .adposition,
            !cues[text.tokens[tokens.lowerBound].word].contains(.firstName), isBehindPost(tokens.lowerBound - 1, text)
        else { return nil }
        let cut = tokens.dropFirst().dropLast().first { cues[text.tokens[$0].word].contains(.firstName) }
        guard let cut, cut - tokens.lowerBound < 3,
            (tokens.lowerBound..<tokens.upperBound).allSatisfy({
                text.tokens[$0].shape.contains(.initialCapital) || text.tokens[$0].shape.contains(.allCapitals)
                    || text.tokens[$0].shape.contains(.hasDigit)
            }),
            // "la Fondation Louis Vial": a word for a firm takes the name of a person for its own.
            (tokens.lowerBound..<cut).allSatisfy({
                let own = cues[text.tokens[$0].word]
                return own.isDisjoint(with: [.companyWord, .fundWord, .companyType, .organisationHead, .governmentHead])
            })
        else { return nil }
        return cut
    }

    /// Whether a post stands right before a preposition: "PDG d'", "directrice générale de", "cofondateur de".
    private func isBehindPost(_ preposition: Int, _ text: AnnotatedText) -> Bool {
        (max(0, preposition - 3)..<preposition).contains { token in
            cues[text.tokens[token].word].contains(.role)
                && (token + 1..<preposition).allSatisfy {
                    text.tokens[$0].tag == .adjective || text.tokens[$0].tag == .noun
                }
        }
    }
}
