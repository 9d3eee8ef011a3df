internal import LiaisonModel

/// Makes the views of a document's tokens: sketches, tags, lexicon hits, and what the document says elsewhere.
package struct DocumentReader: Sendable {
    let lexicon: Lexicon
    package let cues: NameCues
    package let french: LanguageModels
    package let english: LanguageModels
    /// What the name recogniser is not to see.
    package var hidden: ViewGroups = []

    init(lexicon: Lexicon, cues: NameCues, french: LanguageModels, english: LanguageModels) {
        self.lexicon = lexicon
        self.cues = cues
        self.french = french
        self.english = english
    }

    /// Fills the workspace's views and lexicon matches, and the text's tags.
    package func read(_ text: inout AnnotatedText, _ workspace: inout NameWorkspace, usesLexicon: Bool = true) {
        workspace.views.removeAll(keepingCapacity: true)
        workspace.matches.removeAll(keepingCapacity: true)
        workspace.words.reset(capacity: text.tokens.count)
        let sentences = text.sentences
        text.bytes.withUnsafeBufferPointer { bytes in
            for sentence in sentences {
                let language = text.paragraphs[sentence.paragraph].language
                let models = language == .french ? french : english
                workspace.sketches.removeAll(keepingCapacity: true)
                for index in sentence.tokens {
                    let token = text.tokens[index]
                    let sketch = WordSketch(
                        UnsafeBufferPointer(rebasing: bytes[Int(token.start)..<Int(token.end)]), habits: nil)
                    models.habits?.prefetch(sketch.form)
                    workspace.sketches.append(sketch)
                }
                if let habits = models.habits {
                    for index in workspace.sketches.indices {
                        workspace.sketches[index].habit = habits[workspace.sketches[index].form]
                    }
                }
                append(sentence, of: text, language, models, &workspace)
            }
        }
        for (index, view) in workspace.views.enumerated() {
            text.tokens[index].tag = Tag(rawValue: view.tag) ?? .other
        }
        if usesLexicon { findNames(in: text, &workspace) }
        workspace.runs.removeAll(keepingCapacity: true)
        for sentence in sentences { NameRun.find(in: sentence.tokens, &workspace.views, &workspace.runs) }
        noteCapitals(text, &workspace)
        for index in workspace.views.indices {
            guard let place = workspace.words.known(text.tokens[index].word) else { continue }
            let record = workspace.words.records[place]
            workspace.views[index].elsewhere = record.elsewhere
            if !workspace.views[index].word.look.isDisjoint(with: [.initialCapital, .innerCapital]) {
                workspace.views[index].before = record.before
                workspace.views[index].after = record.after
                workspace.views[index].classesBefore = record.classesBefore
                workspace.views[index].classesAfter = record.classesAfter
                workspace.views[index].cuesNear = record.cuesNear
            }
        }
        if !hidden.isEmpty {
            for index in workspace.views.indices { workspace.views[index].hide(hidden) }
            for index in workspace.runs.indices { workspace.runs[index].hide(hidden) }
        }
    }

    private func append(
        _ sentence: Sentence, of text: AnnotatedText, _ language: Language, _ models: LanguageModels,
        _ workspace: inout NameWorkspace
    ) {
        var tags: [UInt8] = []
        if let tagger = models.tagger, language != .other {
            tags = tagger.tags(of: workspace.sketches, &workspace.tagging)
        }
        var capitals = 0, letters = 0
        for sketch in workspace.sketches where sketch.look.contains(.hasLetter) && !sketch.look.contains(.isSingle) {
            letters += 1
            if sketch.look.contains(.initialCapital) { capitals += 1 }
        }
        var traits: NameView.SentenceTraits = language == .french ? .isFrench : []
        if letters > 3 && capitals * 10 > letters * 6 { traits.insert(.isCapitalised) }
        let role = text.paragraphs[sentence.paragraph].role
        if role == .title || role == .heading { traits.insert(.isHeading) }
        var isFirst = true
        for (offset, sketch) in workspace.sketches.enumerated() {
            var view = NameView()
            view.word = sketch
            view.tag = offset < tags.count ? tags[offset] : Tag.other.rawValue
            view.cues = cues[text.tokens[sentence.tokens.lowerBound + offset].word]
            view.sentence = traits
            if isFirst { view.sentence.insert(.isFirst) }
            if !sketch.look.isDisjoint(with: [.hasLetter, .hasDigit]) {
                isFirst = false
            } else if sketch.look.isDisjoint(with: [.hasLetter, .hasDigit]), sketch.suffix1 != 0x2C {
                // A quotation inside a sentence begins like a sentence.
                isFirst = isFirst || workspace.openers.contains(sketch.form)
            }
            workspace.views.append(view)
        }
    }

    private func findNames(in text: AnnotatedText, _ workspace: inout NameWorkspace) {
        for sentence in text.sentences {
            var index = sentence.tokens.lowerBound
            while index < sentence.tokens.upperBound {
                guard var match = lexicon.match(at: index, before: sentence.tokens.upperBound, in: text.tokens) else {
                    index += 1
                    continue
                }
                // An article stands before a name, even where data list it as part of one too.
                if match.tokens.count > 1, workspace.views[index].tag == Tag.determiner.rawValue {
                    let inner = lexicon.match(at: index + 1, before: match.tokens.upperBound, in: text.tokens)
                    if let inner, inner.tokens.upperBound == match.tokens.upperBound, inner.entry == match.entry {
                        match = inner
                    } else if !workspace.views[index].word.look.contains(.initialCapital) {
                        match.tokens = index + 1..<match.tokens.upperBound
                    }
                }
                workspace.matches.append(match)
                let kind = EntityKind.allCases.firstIndex(of: lexicon[match.entry].entity.kind) ?? 0
                for position in match.tokens {
                    let place =
                        match.tokens.count == 1
                        ? NameLabel.unit
                        : position == match.tokens.lowerBound
                            ? NameLabel.begin
                            : position == match.tokens.upperBound - 1 ? NameLabel.last : NameLabel.inside
                    workspace.views[position].hit = NameView.hit(
                        kind: kind, place: place, isAmbiguous: match.isAmbiguous)
                }
                index = match.tokens.upperBound
            }
        }
    }

    /// Two passes: the words with a capital first, then the small ones that are the same words.
    private func noteCapitals(_ text: AnnotatedText, _ workspace: inout NameWorkspace) {
        for sentence in text.sentences {
            for index in sentence.tokens {
                let view = workspace.views[index]
                guard !view.word.look.isDisjoint(with: [.initialCapital, .innerCapital]) else { continue }
                let place = workspace.words.place(of: text.tokens[index].word)
                let left = index > sentence.tokens.lowerBound ? workspace.views[index - 1] : .edge
                let right = index + 1 < sentence.tokens.upperBound ? workspace.views[index + 1] : .edge
                let isInside = view.sentence.isDisjoint(with: [.isFirst, .isCapitalised])
                let run = view.run >= 0 ? workspace.runs[Int(view.run)] : nil
                workspace.words.update(place) { record in
                    if let run {
                        record.cuesNear.formUnion(run.cuesBefore)
                        record.cuesNear.formUnion(run.cuesAfter)
                        if !run.cues.isDisjoint(with: [.legalForm, .companyWord]) {
                            record.elsewhere.insert(.inCompany)
                        }
                        if run.cues.contains(.fundWord) { record.elsewhere.insert(.inFund) }
                        if run.cues.contains(.governmentHead) { record.elsewhere.insert(.inGovernment) }
                        if run.cues.contains(.organisationHead) { record.elsewhere.insert(.inOrganisation) }
                    }
                    if view.cues.contains(.firstName), right.isCapital { record.elsewhere.insert(.beforeLastName) }
                    if isInside { record.elsewhere.insert(.capital) }
                    if view.hit != 0 && (view.hit - 1) & 1 == 0 { record.elsewhere.insert(.inLexicon) }
                    if !left.cues.isDisjoint(with: [.firstName, .title]) { record.elsewhere.insert(.afterFirstName) }
                    if record.places < 4 {
                        record.before[record.places] = left.word.form
                        record.after[record.places] = right.word.form
                        record.classesBefore[record.places] = left.word.habit.coarse
                        record.classesAfter[record.places] = right.word.habit.coarse
                        record.places += 1
                    }
                }
            }
        }
        for (index, view) in workspace.views.enumerated()
        where view.word.look.contains(.hasLetter)
            && view.word.look.isDisjoint(with: [.initialCapital, .innerCapital, .isSingle])
        {
            if let place = workspace.words.known(text.tokens[index].word) {
                workspace.words.update(place) { $0.elsewhere.insert(.small) }
            }
        }
    }
}
