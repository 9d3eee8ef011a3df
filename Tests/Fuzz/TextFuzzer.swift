import LiaisonData
import LiaisonLanguage
import LiaisonModel
import LiaisonSchemas

/// The analyser is loaded once; a failure to load is a failure of the build, not of an input.
nonisolated(unsafe) private var state: (analyzer: Analyzer, workspace: AnalyzerWorkspace)? = {
    guard let schemas = try? SchemaSet.embedded(), let analyzer = try? Analyzer(schemas: schemas) else { return nil }
    return (analyzer, AnalyzerWorkspace())
}()

/// Annotates any bytes as title, date, language hint and text, and checks what must hold of every annotation.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzText(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    guard let first = bytes.first, var current = state else { return 0 }
    let text = String(decoding: bytes.dropFirst(), as: UTF8.self)
    let article = Article(
        title: first & 1 == 0 ? nil : String(text.prefix(40)),
        published: [nil, "2025-06-17", "2024-02", "1999"][Int(first >> 1 & 3)],
        language: [nil, "fr", "en", "de"][Int(first >> 3 & 3)], text: text)
    var annotated = AnnotatedText()
    current.analyzer.annotate(article, into: &annotated, workspace: &current.workspace)
    state = current
    check(annotated, words: current.analyzer.words)
    return 0
}

private func check(_ text: AnnotatedText, words: WordTable) {
    func isBoundary(_ offset: Int) -> Bool {
        offset == text.bytes.count || offset < text.bytes.count && text.bytes[offset] & 0xC0 != 0x80
    }
    var end = 0
    for paragraph in text.paragraphs {
        precondition(paragraph.range.lowerBound >= end && !paragraph.range.isEmpty)
        precondition(isBoundary(paragraph.range.lowerBound) && isBoundary(paragraph.range.upperBound))
        end = paragraph.range.upperBound
    }
    end = 0
    for token in text.tokens {
        precondition(Int(token.start) >= end && token.start < token.end)
        precondition(isBoundary(Int(token.start)) && isBoundary(Int(token.end)))
        precondition(token.word.index < words.count + text.ownWords.count)
        end = Int(token.end)
    }
    end = 0
    for sentence in text.sentences {
        precondition(sentence.tokens.lowerBound == end && !sentence.tokens.isEmpty)
        let range = text.paragraphs[sentence.paragraph].range
        for index in sentence.tokens {
            precondition(Int(text.tokens[index].start) >= range.lowerBound)
            precondition(Int(text.tokens[index].end) <= range.upperBound)
        }
        end = sentence.tokens.upperBound
    }
    precondition(end == text.tokens.count)
    end = 0
    for value in text.values {
        precondition(value.tokens.lowerBound >= end && !value.tokens.isEmpty)
        end = value.tokens.upperBound
    }
    precondition(end <= text.tokens.count)
    end = 0
    for name in text.names {
        precondition(name.tokens.lowerBound >= end && !name.tokens.isEmpty)
        precondition(name.score >= 0 && name.score <= 1)
        end = name.tokens.upperBound
    }
    precondition(end <= text.tokens.count)
}
