public import LiaisonModel
public import LiaisonSchemas

/// Cuts articles into paragraphs, sentences and tokens, and finds the values in them.
///
/// Loaded once; used from any number of threads, each with a ``TextWorkspace`` of its own. For example:
///
///     var words = WordTable()
///     let analyzer = try TextAnalyzer(schemas: schemas, words: &words)
///     var text = AnnotatedText()
///     analyzer.annotate(Article(text: "Lumenor lève 12 M€."), words: words, into: &text)
public struct TextAnalyzer: Sendable {
    let lexicon: TextLexicon

    /// Loads the word lists of `Schemas/lexicon` and adds their words to the table.
    /// - Throws: ``SchemaError`` with file and line.
    public init(schemas: SchemaSet, words: inout WordTable) throws(SchemaError) {
        lexicon = try TextLexicon(schemas: schemas, words: &words)
    }

    /// Fills a text with everything but tags and names, which are left empty.
    /// - Parameter words: the table that was filled when the data was loaded, by this analyzer and by others.
    public func annotate(_ article: Article, words: WordTable, into text: inout AnnotatedText) {
        var workspace = TextWorkspace()
        annotate(article, words: words, into: &text, workspace: &workspace)
    }

    /// Like ``annotate(_:words:into:)``, with buffers that are used again for the next text.
    public func annotate(
        _ article: Article, words: WordTable, into text: inout AnnotatedText, workspace: inout TextWorkspace
    ) {
        cut(article, words: words, into: &text, workspace: &workspace)
        readValues(of: &text, words)
    }

    /// The first half of ``annotate(_:words:into:workspace:)``: paragraphs, sentences and tokens.
    package func cut(
        _ article: Article, words: WordTable, into text: inout AnnotatedText, workspace: inout TextWorkspace
    ) {
        reset(&text, article)
        let hint = article.language.map(Language.init(code:))
        var paragraphs = text.paragraphs
        var tokens = text.tokens
        var sentences = text.sentences
        text.paragraphs = []
        text.tokens = []
        text.sentences = []
        text.bytes.withUnsafeBufferPointer { bytes in
            var reader = ParagraphReader(text: bytes, cues: lexicon.boilerplate, paragraphs: paragraphs)
            if text.bodyStart > 0 { reader.readTitle(0..<text.bodyStart - 1) }
            reader.read(from: text.bodyStart)
            paragraphs = reader.paragraphs
            assignLanguages(&paragraphs, bytes, words, hint: hint)
            var tokenizer = Tokenizer(text: bytes, words: words, lexicon: lexicon)
            // Buffers move in and out: a copy would be made as soon as one side writes.
            swap(&tokenizer.tokens, &tokens)
            swap(&tokenizer.workspace, &workspace)
            let sentenceReader = SentenceReader(text: bytes)
            for (index, paragraph) in paragraphs.enumerated() {
                let first = tokenizer.tokens.count
                tokenizer.tokenize(paragraph.range, language: paragraph.language)
                sentenceReader.read(
                    tokenizer.tokens, from: first, paragraph: index, facts: lexicon.facts(for: paragraph.language),
                    into: &sentences)
            }
            swap(&tokenizer.tokens, &tokens)
            swap(&tokenizer.workspace, &workspace)
        }
        text.paragraphs = paragraphs
        text.tokens = tokens
        text.sentences = sentences
        workspace.ownWords.append(to: &text.ownWords)
        workspace.ownWords.removeAll()
    }

    private func readValues(of text: inout AnnotatedText, _ words: WordTable) {
        var values = text.values
        text.values = []
        text.bytes.withUnsafeBufferPointer { bytes in
            text.tokens.withUnsafeBufferPointer { tokens in
                var reader = ValueReader(
                    text: bytes, tokens: tokens, words: words, published: text.published.flatMap(PublicationDate.init))
                for sentence in text.sentences {
                    let paragraph = text.paragraphs[sentence.paragraph]
                    if paragraph.role == .boilerplate { continue }
                    if paragraph.language != reader.language || reader.isFresh {
                        reader.use(
                            lexicon.values(for: paragraph.language), lexicon.facts(for: paragraph.language),
                            language: paragraph.language)
                    }
                    reader.read(sentence.tokens, into: &values)
                }
            }
        }
        text.values = values
    }

    /// Empties a text and puts an article's bytes into it.
    private func reset(_ text: inout AnnotatedText, _ article: Article) {
        text.bytes.removeAll(keepingCapacity: true)
        text.paragraphs.removeAll(keepingCapacity: true)
        text.sentences.removeAll(keepingCapacity: true)
        text.tokens.removeAll(keepingCapacity: true)
        text.names.removeAll(keepingCapacity: true)
        text.values.removeAll(keepingCapacity: true)
        text.ownWords.removeAll(keepingCapacity: true)
        text.bodyStart = 0
        text.published = article.published
        if let title = article.title, !title.isEmpty {
            text.bytes.append(contentsOf: title.utf8)
            text.bytes.append(0x0A)
            text.bodyStart = text.bytes.count
        }
        text.bytes.append(contentsOf: article.text.utf8)
        // Offsets of tokens are 32 bits wide: what lies beyond them is left unread.
        if text.bytes.count > Int(UInt32.max) { text.bytes.removeSubrange(Int(UInt32.max)...) }
    }

    private func assignLanguages(
        _ paragraphs: inout [Paragraph], _ bytes: UnsafeBufferPointer<UInt8>, _ words: WordTable, hint: Language?
    ) {
        var reader = LanguageReader(text: bytes, words: words, lexicon: lexicon)
        var whole = reader.noVotes
        var undecided: [(index: Int, isUnknown: Bool)] = []
        for index in paragraphs.indices {
            let votes = reader.votes(paragraphs[index].range)
            whole.add(votes)
            if let language = votes.language {
                paragraphs[index].language = language
            } else {
                undecided.append((index, votes.isUnknown))
            }
        }
        var common = whole.language ?? hint ?? whole.likelyLanguage
        if common == nil {
            for paragraph in paragraphs { whole.add(points: reader.votes(paragraph.range, of: .cues)) }
            common = whole.toldLanguage
        }
        for (index, isUnknown) in undecided {
            paragraphs[index].language = hint ?? (isUnknown ? .other : common ?? .other)
        }
    }
}
