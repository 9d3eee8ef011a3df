internal import LiaisonLanguage
internal import LiaisonModel

/// Mends English names that the recogniser has cut short, run on too far or taken for something else, by the words around them.
struct EnglishNames {
    let extractor: Extractor
    private let knowledge: LanguageKnowledge?

    /// How sure of a place or product the recogniser must be for words that nothing else calls one.
    private static let sure: Float = 0.75
    /// The same for a place of one word.
    private static let surePlace: Float = 0.55

    init(extractor: Extractor) {
        self.extractor = extractor
        knowledge = extractor.knowledge(.english)
    }

    /// Mends the names of all English sentences of a text.
    func mend(_ text: inout AnnotatedText) {
        guard let knowledge, text.sentences.contains(where: { text.language(of: $0) == .english }) else { return }
        addSmall(&text, knowledge)
        joinTitles(&text, knowledge)
        dropCounts(&text, knowledge)
        keepGenitives(&text, knowledge)
        addressPersons(&text, knowledge)
        // What one mention says is a product is one wherever the text names it.
        var things: Set<[WordID]> = []
        for mention in text.names where mention.kind == .product && mention.entry == nil {
            let range = sentence(mention, text)
            if mention.score >= Self.sure || range == nil { things.insert(words(of: mention, text)) }
            if let range, isThing(mention, range, text, knowledge) { things.insert(words(of: mention, text)) }
        }
        for index in text.names.indices where text.names[index].entry == nil {
            let mention = text.names[index]
            if mention.kind == .product, things.contains(words(of: mention, text)) { continue }
            if let kind = kind(ofName: index, text, knowledge) { text.names[index].kind = kind }
        }
    }

    private func words(of mention: NameMention, _ text: AnnotatedText) -> [WordID] {
        mention.tokens.map { text.tokens[$0].word }
    }

    private func sentence(_ mention: NameMention, _ text: AnnotatedText) -> Range<Int>? {
        guard let sentence = text.sentence(of: mention.tokens.lowerBound),
            text.language(of: text.sentences[sentence]) == .english
        else { return nil }
        return text.sentences[sentence].tokens
    }

    // MARK: Names without a capital

    /// "plumbr has …": a word in small letters that no data knows at the head of a sentence, and "halfmoon.io" anywhere, name a firm;
    /// so does the same word elsewhere in the text.
    private func addSmall(_ text: inout AnnotatedText, _ knowledge: LanguageKnowledge) {
        var found: Set<WordID> = []
        for sentence in text.sentences where text.language(of: sentence) == .english {
            var first = sentence.tokens.lowerBound
            while sentence.tokens.contains(first), text.tokens[first].shape.contains(.isPunctuation) { first += 1 }
            if sentence.tokens.contains(first + 1), opensAsName(first, text, knowledge) {
                found.insert(text.tokens[first].word)
            }
            for token in sentence.tokens where isAddress(token, text) {
                found.insert(text.tokens[token].word)
            }
        }
        guard !found.isEmpty else { return }
        var taken: Set<Int> = []
        for mention in text.names { taken.formUnion(mention.tokens) }
        for token in text.tokens.indices
        where found.contains(text.tokens[token].word) && !taken.contains(token)
            && text.tokens[token].shape.isDisjoint(with: [.initialCapital, .allCapitals])
        {
            text.names.append(
                NameMention(tokens: token..<token + 1, kind: .company, entry: nil, origin: .document, score: Self.sure))
        }
        text.names.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// Whether a sentence that opens with a word in small letters goes on with its verb.
    private func opensAsName(_ token: Int, _ text: AnnotatedText, _ knowledge: LanguageKnowledge) -> Bool {
        let word = text.tokens[token]
        guard word.shape.contains(.hasLetter),
            word.shape.isDisjoint(with: [.initialCapital, .innerCapital, .allCapitals, .hasDigit, .isPunctuation]),
            word.tag == .noun || word.tag == .properNoun || word.tag == .other || word.tag == .adjective,
            word.end - word.start > 3, knowledge.grammar.readings(word.word).isEmpty,
            knowledge.grammar.kinds(word.word).isEmpty, knowledge.types.phrases.value(of: word.word) == nil,
            token == 0 || text.text(token - 1..<token).last.map({ ".!?•*-–".contains($0) }) ?? true
        else { return false }
        // "U.S. officials": behind an abbreviation the sentence goes on.
        if token > 1, text.text(token - 1..<token).dropLast().contains(".") { return false }
        let next = text.tokens[token + 1]
        guard next.tag == .auxiliary || next.tag == .verb else { return false }
        return knowledge.grammar.readings(next.word).contains(where: \.form.isFinite)
    }

    /// "halfmoon.io": the address of a site as the name of a firm.
    private func isAddress(_ token: Int, _ text: AnnotatedText) -> Bool {
        let bytes = Int(text.tokens[token].start)..<Int(text.tokens[token].end)
        // Nearly no word holds a point before its end.
        guard bytes.count > 5, bytes.dropFirst(3).dropLast(2).contains(where: { text.bytes[$0] == UInt8(ascii: ".") })
        else { return false }
        let word = text.text(token..<token + 1)
        guard let point = word.lastIndex(of: "."), point != word.startIndex, word.count < 24 else { return false }
        let head = word[..<point]
        let tail = word[word.index(after: point)...]
        return extractor.names.endsAddress(tail)
            && head.allSatisfy { $0.isLetter && $0.isLowercase || $0.isNumber } && head.count > 2
    }

    // MARK: Where a name begins and ends

    /// "Keurig Dr Pepper": between a firm's name and one more word of it.
    private func joinTitles(_ text: inout AnnotatedText, _ knowledge: LanguageKnowledge) {
        var out: [NameMention] = []
        for mention in text.names {
            let joint = mention.tokens.lowerBound - 1
            if let last = out.last, last.tokens.upperBound == joint, last.entry == nil, mention.entry == nil,
                last.kind.family == .organisation, mention.kind == .person, mention.tokens.count == 1,
                knowledge.grammar.is(text.tokens[joint].word, .honorific),
                text.tokens[joint].shape.contains(.initialCapital)
            {
                out[out.count - 1].tokens = last.tokens.lowerBound..<mention.tokens.upperBound
                continue
            }
            out.append(mention)
        }
        text.names = out
    }

    /// "Fenland Mutual 30 years ago": the number counts the years.
    private func dropCounts(_ text: inout AnnotatedText, _ knowledge: LanguageKnowledge) {
        for index in text.names.indices where text.names[index].entry == nil && text.names[index].tokens.count > 1 {
            let tokens = text.names[index].tokens
            let last = tokens.upperBound - 1
            guard text.tokens[last].tag == .numeral, text.tokens[last].shape.contains(.isNumber),
                sentence(text.names[index], text)?.contains(last + 1) ?? false,
                text.tokens[last + 1].tag == .noun,
                knowledge.grammar.readings(text.tokens[last + 1].word).contains(where: { $0.form == .plural })
            else { continue }
            text.names[index].tokens = tokens.lowerBound..<last
        }
    }

    /// "paid $30m for Hatch's, which": what the mark has nothing to own behind it is the end of the name, where the text never
    /// names the firm without it.
    private func keepGenitives(_ text: inout AnnotatedText, _ knowledge: LanguageKnowledge) {
        let grammar = knowledge.grammar
        func words(_ mention: NameMention) -> [WordID] { mention.tokens.map { text.tokens[$0].word } }
        func isGenitive(_ token: Int) -> Bool {
            text.tokens.indices.contains(token) && grammar.is(text.tokens[token].word, .genitive)
        }
        var sure: Set<[WordID]> = []
        var bare: Set<[WordID]> = []
        for mention in text.names where mention.entry == nil {
            guard let sentence = sentence(mention, text) else { continue }
            let mark = mention.tokens.upperBound
            guard sentence.contains(mark), isGenitive(mark) else {
                // "the Hatch family" is no firm.
                if !sentence.contains(mark) || text.tokens[mark].tag != .noun { bare.insert(words(mention)) }
                continue
            }
            if endsName(mark, sentence, mention, text, grammar) { sure.insert(words(mention)) }
        }
        sure.subtract(bare)
        guard !sure.isEmpty else { return }
        for index in text.names.indices where text.names[index].entry == nil {
            let mention = text.names[index]
            guard isGenitive(mention.tokens.upperBound), sure.contains(words(mention)) else { continue }
            text.names[index].tokens = mention.tokens.lowerBound..<mention.tokens.upperBound + 1
            if mention.kind == .person || mention.kind == .place { text.names[index].kind = .company }
        }
    }

    /// Whether nothing that could be owned follows the mark, and nothing before the name leaves out what is.
    private func endsName(
        _ mark: Int, _ sentence: Range<Int>, _ mention: NameMention, _ text: AnnotatedText, _ grammar: Grammar
    ) -> Bool {
        let before = mention.tokens.lowerBound - 1
        let next = mark + 1
        // "Hatch's has", "Hatch's sells".
        if sentence.contains(next), text.tokens[next].tag == .auxiliary || text.tokens[next].tag == .verb {
            let readings = grammar.readings(text.tokens[next].word)
            return text.tokens[mark].tag != .auxiliary && readings.contains(where: \.form.isFinite)
                && !readings.contains { $0.form == .participle || $0.form == .gerund || !$0.form.isVerb }
        }
        guard
            !sentence.contains(next) || [",", ".", ";", ":", ")", "?", "!"].contains(text.text(next..<next + 1))
                || text.tokens[next].tag == .adposition
        else { return false }
        guard sentence.contains(before) else { return false }
        let word = text.tokens[before].word
        switch text.tokens[before].tag {
        // "has bought Hatch's", "for Hatch's": but "is Orvane's", "a friend of Orvane's", "like Orvane's".
        case .verb: return !grammar.readings(word).contains { $0.lemma == grammar.auxiliaries.be }
        case .adposition:
            return !grammar.genitives.contains(word) && !grammar.is(word, .examples)
                && !grammar.is(word, .echo) && grammar.is(word, .preposition)
        default: return false
        }
    }

    // MARK: Of which kind it is

    /// "Mr Hatch": what is addressed so is a person, whatever firm is called the same.
    private func addressPersons(_ text: inout AnnotatedText, _ knowledge: LanguageKnowledge) {
        for index in text.names.indices
        where text.names[index].kind.family == .organisation && text.names[index].tokens.count == 1 {
            guard let sentence = sentence(text.names[index], text) else { continue }
            var before = text.names[index].tokens.lowerBound - 1
            if sentence.contains(before - 1), text.text(before..<before + 1) == "." { before -= 1 }
            guard sentence.contains(before), knowledge.grammar.is(text.tokens[before].word, .address),
                !knowledge.grammar.is(text.tokens[before].word, .definite)
            else { continue }
            text.names[index].kind = .person
            text.names[index].entry = nil
            text.names[index].origin = .model
        }
    }

    private func kind(ofName index: Int, _ text: AnnotatedText, _ knowledge: LanguageKnowledge) -> EntityKind? {
        let mention = text.names[index]
        guard mention.kind == .person || mention.kind == .place || mention.kind == .product,
            let sentence = sentence(mention, text)
        else { return nil }
        switch mention.kind {
        case .person: return isFirm(mention, sentence, text, knowledge) ? .company : nil
        case .place:
            guard mention.score < (mention.tokens.count > 1 ? Self.sure : Self.surePlace),
                !isWhere(index, sentence, text, knowledge)
            else { return nil }
            return .company
        default:
            guard mention.score < Self.sure, !isWhere(index, sentence, text, knowledge),
                !isThing(mention, sentence, text, knowledge)
            else { return nil }
            return .company
        }
    }

    /// "in Sonora", "Danish": the preposition of a place before a name, or the name of a people.
    private func isWhere(
        _ index: Int, _ sentence: Range<Int>, _ text: AnnotatedText, _ knowledge: LanguageKnowledge
    ) -> Bool {
        let mention = text.names[index]
        let first = mention.tokens.lowerBound
        if mention.tokens.contains(where: { token in
            knowledge.demonyms[text.tokens[token].word] != nil
                || extractor.analyzer.reader.cues[text.tokens[token].word].contains(.demonym)
        }) {
            return true
        }
        guard sentence.contains(first - 1) else { return false }
        if text.tokens[first - 1].tag == .adposition || text.tokens[first - 1].tag == .determiner { return true }
        // "Quesnel, Canada": behind a comma where another place stands before it, or the other way round.
        return [index - 1, index + 1].contains { neighbor in
            guard text.names.indices.contains(neighbor) else { return false }
            let other = text.names[neighbor]
            return other.kind == .place
                && (other.tokens.upperBound == first - 1 || other.tokens.lowerBound == mention.tokens.upperBound + 1)
                && text.text(min(first - 1, mention.tokens.upperBound)..<min(first - 1, mention.tokens.upperBound) + 1)
                    == ","
        }
    }

    /// "Orvane's Lumia", "the Lumia", "Lumia 3": somebody's product, or one with an article.
    private func isThing(
        _ mention: NameMention, _ sentence: Range<Int>, _ text: AnnotatedText, _ knowledge: LanguageKnowledge
    ) -> Bool {
        let first = mention.tokens.lowerBound
        if mention.tokens.contains(where: { text.tokens[$0].shape.contains(.hasDigit) }) { return true }
        guard sentence.contains(first - 1) else { return false }
        let word = text.tokens[first - 1].word
        let next = mention.tokens.upperBound
        // "Lumia, a chatbot", "Lumia is a 2014 film".
        if sentence.contains(next + 1), text.text(next..<next + 1) == "," || text.tokens[next].tag == .auxiliary,
            (next + 1..<min(next + 7, sentence.upperBound)).contains(where: { token in
                extractor.analyzer.reader.cues[text.tokens[token].word].contains(.productType)
                    || knowledge.grammar.is(text.tokens[token].word, .thingNoun)
            })
        {
            return true
        }
        return [.genitive, .definite, .indefinite, .possessive, .demonstrative].contains {
            knowledge.grammar.is(word, $0)
        }
            || extractor.analyzer.reader.cues[word].contains(.productType)
    }

    /// "who ran Rockwell", "chief executive at Rockwell", "Rockwell, the insurer, …": what is led, founded or bought, where
    /// somebody has a post, or what is called a firm, is no person.
    private func isFirm(
        _ mention: NameMention, _ sentence: Range<Int>, _ text: AnnotatedText, _ knowledge: LanguageKnowledge
    ) -> Bool {
        let first = mention.tokens.lowerBound
        let isOwner =
            sentence.contains(mention.tokens.upperBound)
            && knowledge.grammar.is(text.tokens[mention.tokens.upperBound].word, .genitive)
        if sentence.contains(first - 1), !isOwner {
            if isLed(behind: first - 1, text, knowledge) { return true }
            if sentence.contains(first - 2), isPlaceOfPost(first - 1, text, knowledge) { return true }
        }
        let hasGivenName =
            mention.tokens.count > 1
            && extractor.analyzer.reader.cues[text.tokens[first].word].contains(.firstName)
        return !hasGivenName && isCalledFirm(mention, sentence, text, knowledge)
    }

    /// A form of a verb whose object is what somebody leads or founds, and never a person.
    private func isLed(behind token: Int, _ text: AnnotatedText, _ knowledge: LanguageKnowledge) -> Bool {
        guard text.tokens[token].tag == .verb else { return false }
        let readings = knowledge.grammar.readings(text.tokens[token].word).filter(\.form.isVerb)
        guard !readings.isEmpty else { return false }
        return readings.allSatisfy { reading in
            (knowledge.frames.verbs[reading.lemma] ?? []).contains { index in
                let frame = knowledge.frames.frames[index]
                return (frame.relation == "leads" || frame.relation == "founder-of" || frame.relation == "acquires")
                    && frame.from == [.subject] && frame.to.first == .object && frame.with.isEmpty
                    && frame.particles.isEmpty && frame.particlePhrases.isEmpty && frame.confidence >= 0.9
            }
        }
    }

    /// "chief executive at", "a director of": a post and its preposition.
    private func isPlaceOfPost(_ preposition: Int, _ text: AnnotatedText, _ knowledge: LanguageKnowledge) -> Bool {
        let word = text.tokens[preposition].word
        guard text.tokens[preposition].tag == .adposition, knowledge.grammar.is(word, .placePreposition),
            !knowledge.grammar.genitives.contains(word), !knowledge.grammar.is(word, .infinitiveMark)
        else { return false }
        return extractor.analyzer.reader.cues[text.tokens[preposition - 1].word].contains(.role)
    }

    /// "Rockwell, the Leeds dredging group, …": an article and a noun for a firm behind the comma.
    private func isCalledFirm(
        _ mention: NameMention, _ sentence: Range<Int>, _ text: AnnotatedText, _ knowledge: LanguageKnowledge
    ) -> Bool {
        let comma = mention.tokens.upperBound
        guard sentence.contains(comma + 2), text.text(comma..<comma + 1) == ",",
            knowledge.grammar.is(text.tokens[comma + 1].word, .definite)
                || knowledge.grammar.is(text.tokens[comma + 1].word, .indefinite)
        else { return false }
        var last: Int?
        var index = comma + 2
        while sentence.contains(index), index < comma + 8 {
            let token = text.tokens[index]
            switch token.tag {
            case .noun: last = index
            case .adjective, .properNoun, .verb, .numeral: break
            case .punctuation where text.text(index..<index + 1) == "-": break
            default: index = sentence.upperBound
            }
            index += 1
        }
        // "After the death of Ines Marchal, the group has": what runs on into a verb is its subject.
        // "Rory Haskell, the company's chief executive": what owns is not what is called so.
        guard let last, sentence.contains(last + 1), text.tokens[last + 1].tag != .verb,
            text.tokens[last + 1].tag != .auxiliary, !knowledge.grammar.is(text.tokens[last + 1].word, .genitive)
        else { return false }
        let word = knowledge.grammar.canon(text.tokens[last].word)
        guard let meaning = knowledge.types.phrases.value(of: word), !knowledge.grammar.is(word, .personNoun),
            !extractor.analyzer.reader.cues[word].contains(.role)
        else { return false }
        return meaning.kinds.contains(.company) || meaning.kinds.contains(.fund)
    }
}
