internal import LiaisonLanguage
internal import LiaisonModel

extension NameSwap {
    /// Fills the pools from the training articles, the marked pairs, the lexicon's people and the treebanks.
    init(articles: [LabelledText], pairs: [LabelledText], treebank: [TreebankSentence], lexicon: Lexicon) {
        var firsts: Set<String> = [], lasts: Set<String> = [], singles: Set<String> = []
        var endings: [EntityKind: [String]] = [:]
        func addPerson(_ name: String) {
            let words = name.split(separator: " ").map(String.init)
            guard words.count == 2, words.allSatisfy({ $0.first?.isUppercase == true && $0.count > 2 }) else { return }
            firsts.insert(words[0])
            lasts.insert(words[1])
        }
        for article in articles {
            for name in article.names {
                let words = name.text.split(separator: " ").map(String.init)
                if name.kind == .person { addPerson(name.text) }
                if words.count == 1 { singles.insert(name.text) }
                if words.count > 1, let last = words.last, [.company, .fund, .product].contains(name.kind) {
                    endings[name.kind, default: []].append(last)
                }
            }
        }
        for entry in lexicon.entries {
            if entry.entity.kind == .person { addPerson(entry.entity.name) }
            if !entry.entity.name.contains(" ") { singles.insert(entry.entity.name) }
        }
        for text in pairs {
            let bytes = Array(text.article.text.utf8)
            for span in text.spans {
                let name = String(decoding: bytes[span.range], as: UTF8.self)
                if span.kinds == LabelledText.Kinds(.person) { addPerson(name) }
                if !name.contains(" ") { singles.insert(name) }
            }
        }
        var nouns: Set<String> = []
        for sentence in treebank {
            for (word, tag) in zip(sentence.words, sentence.tags)
            where tag == Tag.noun.rawValue && word.count > 3 && word.count < 10 && word.allSatisfy(\.isLetter)
                && word.first?.isLowercase == true && word.last != "s"
            { nouns.insert(word.prefix(1).uppercased() + word.dropFirst()) }
        }
        self.init(
            inventor: NameInventor(words: singles.sorted()), firstNames: firsts.sorted(), lastNames: lasts.sorted(),
            nouns: nouns.sorted(), endings: endings)
    }
}
