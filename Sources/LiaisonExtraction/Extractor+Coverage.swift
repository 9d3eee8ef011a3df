internal import LiaisonLanguage
public import LiaisonModel

extension Extractor {
    /// What the frames make of an article, for those who write frames.
    public func coverage(of article: Article) -> CoverageArticle {
        var reading = ArticleReading(extractor: self, text: analyzer.annotate(article))
        reading.read()
        // The text as it was read: some of the recogniser's names are cut or left out.
        let text = reading.text
        var found: [Int: Set<String>] = [:]
        for finding in reading.findings { found[finding.sentence, default: []].insert(finding.frame.id) }

        var out = CoverageArticle()
        for (index, sentence) in text.sentences.enumerated() {
            let fired = found[index] ?? []
            for id in fired { out.fired[id, default: 0] += 1 }
            let paragraph = text.paragraphs[sentence.paragraph]
            guard paragraph.role != .boilerplate, let knowledge = knowledge(paragraph.language) else { continue }
            out.languages.insert(paragraph.language.code)
            let wakings = Waking.all(in: sentence.tokens, text, reading.resolver.entities, knowledge, vocabulary)
            for id in Set(wakings.map { knowledge.frames.frames[$0.frame].id }) { out.woken[id, default: 0] += 1 }
            guard fired.isEmpty, let best = wakings.max(by: { ($0.promise, $1.frame) < ($1.promise, $0.frame) }) else {
                continue
            }
            out.silences.append(
                CoverageArticle.Silence(
                    article: article.id, sentence: text.text(sentence.tokens), names: best.names.map { text.text($0) },
                    trigger: text.text(best.trigger), frame: knowledge.frames.frames[best.frame].id,
                    promise: best.promise))
        }
        return out
    }

    /// All frames, in the order of their files.
    public var frameList: [Coverage.FrameName] {
        [french, english].flatMap { knowledge in
            knowledge.frames.frames.map { Coverage.FrameName(id: $0.id, language: $0.language.code) }
        }
    }
}

/// A word that wakes a frame in a sentence where two names could be its ends.
private struct Waking {
    var frame: Int
    var trigger: Range<Int>
    var names: [Range<Int>]
    var promise: Double

    /// Everything in a sentence that could have become a statement.
    static func all(
        in tokens: Range<Int>, _ text: AnnotatedText, _ entities: DocumentEntities, _ knowledge: LanguageKnowledge,
        _ vocabulary: Vocabulary
    ) -> [Waking] {
        let names = text.names.indices.filter {
            tokens.contains(text.names[$0].tokens.lowerBound) && entities.itemOfName[$0] >= 0
        }
        guard Set(names.map { entities.itemOfName[$0] }).count > 1 else { return [] }
        var out: [Waking] = []
        for (trigger, frames) in triggers(in: tokens, text, knowledge)
        where !names.contains(where: { text.names[$0].tokens.overlaps(trigger) })
            && !trigger.allSatisfy({ text.tokens[$0].tag == .auxiliary })
        {
            for index in frames {
                let frame = knowledge.frames.frames[index]
                guard let relation = vocabulary[frame.relation], hasCompanion(frame, in: tokens, text, knowledge) else {
                    continue
                }
                var best: (span: Int, names: [Range<Int>])?
                for a in names
                where relation.subjectKinds.contains(entities.items[entities.itemOfName[a]].reference.kind) {
                    for b in names where entities.itemOfName[a] != entities.itemOfName[b] {
                        guard relation.objectKinds.contains(entities.items[entities.itemOfName[b]].reference.kind)
                        else { continue }
                        let ranges = [text.names[a].tokens, text.names[b].tokens]
                        let low = (ranges + [trigger]).map(\.lowerBound).min() ?? 0
                        let high = (ranges + [trigger]).map(\.upperBound).max() ?? 0
                        if best.map({ high - low < $0.span }) ?? true { best = (high - low, ranges) }
                    }
                }
                // A dozen words between the three halve the promise.
                if let best {
                    out.append(
                        Waking(
                            frame: index, trigger: trigger, names: best.names,
                            promise: frame.confidence * 12 / (12 + Double(best.span))))
                }
            }
        }
        return out
    }

    private static func triggers(
        in tokens: Range<Int>, _ text: AnnotatedText, _ knowledge: LanguageKnowledge
    ) -> [(Range<Int>, [Int])] {
        var out: [(Range<Int>, [Int])] = []
        let words = tokens.map { knowledge.grammar.canon(text.tokens[$0].word) }
        for (offset, token) in tokens.enumerated() {
            if let phrase = knowledge.frames.phrases.longest(in: words[offset...]) {
                out.append((token..<token + phrase.length, phrase.value))
            }
            let word = text.tokens[token].word
            guard knowledge.frames.wakes.contains(word) else { continue }
            var frames = knowledge.frames.compounds[word] ?? []
            for reading in knowledge.grammar.readings(word) {
                frames +=
                    (reading.form.isVerb
                        ? knowledge.frames.verbs[reading.lemma] : knowledge.frames.nouns[reading.lemma]) ?? []
            }
            if !frames.isEmpty { out.append((token..<token + 1, Set(frames).sorted())) }
        }
        return out
    }

    /// Whether the noun stands in the sentence without which a frame means nothing: "win" and "contract".
    private static func hasCompanion(
        _ frame: Frame, in tokens: Range<Int>, _ text: AnnotatedText, _ knowledge: LanguageKnowledge
    ) -> Bool {
        if frame.with.isEmpty { return true }
        let values = text.values.lazy.filter { tokens.overlaps($0.tokens) }
        if frame.with.contains(knowledge.frames.percent),
            values.contains(where: { if case .percent = $0.value { true } else { false } })
        {
            return true
        }
        if frame.with.contains(knowledge.frames.money),
            values.contains(where: { if case .money = $0.value { true } else { false } })
        {
            return true
        }
        return tokens.contains { token in
            let word = text.tokens[token].word
            return frame.with.contains(word)
                || knowledge.grammar.readings(word).contains { frame.with.contains($0.lemma) }
        }
    }
}
