internal import Foundation
internal import LiaisonLanguage
internal import LiaisonModel

/// Sentence boundaries against a treebank of Universal Dependencies, read as raw text.
///
/// Paragraphs are those of the treebank (`newdoc`, `newpar`). Where it marks none, a sentence without a full stop, question
/// mark or the like is a heading, a table cell or an item of a list and stands on its own line; the other sentences run on.
struct SentenceScore {
    let analyzer: TextAnalyzer
    let words: WordTable

    func run(_ files: [String]) throws {
        for file in files {
            let treebank = try String(contentsOf: URL(fileURLWithPath: file), encoding: .utf8)
            let hasParagraphs = treebank.contains("# newpar")
            var raw: [UInt8] = []
            var gold: Set<Int> = []
            var isBreak = false
            for line in treebank.split(separator: "\n") {
                if line.hasPrefix("# newdoc") || line.hasPrefix("# newpar") { isBreak = true }
                guard line.hasPrefix("# text = ") else { continue }
                let sentence = line.dropFirst("# text = ".count).utf8
                if !raw.isEmpty {
                    // Quotes and brackets may close behind the mark.
                    let last = raw.last { ![0x22, 0x29, 0xBB, 0xC2, 0x20].contains($0) }
                    let ends = last.map { [0x2E, 0x21, 0x3F, 0xA6].contains($0) } ?? false
                    raw.append(contentsOf: isBreak || (!hasParagraphs && !ends) ? [0x0A, 0x0A] : [0x20])
                }
                raw.append(contentsOf: sentence)
                gold.insert(raw.count)
                isBreak = false
            }
            score(raw, gold, name: file.split(separator: "/").last.map(String.init) ?? file)
        }
    }

    private func score(_ raw: [UInt8], _ gold: Set<Int>, name: String) {
        var text = AnnotatedText()
        let language = name.hasPrefix("fr") ? "fr" : "en"
        analyzer.annotate(
            Article(language: language, text: String(decoding: raw, as: UTF8.self)), words: words, into: &text)
        // A sentence counts when both its ends are right, as in the CoNLL 2018 scorer.
        let found = Set(text.sentences.compactMap { sentence in sentence.tokens.last.map { Int(text.tokens[$0].end) } })
        let right = spans(found).intersection(spans(gold)).count
        let precision = Double(right) / Double(max(1, found.count))
        let recall = Double(right) / Double(max(1, gold.count))
        let f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print("\(name): sentences P \(format(precision)) R \(format(recall)) F1 \(format(f1)) (\(gold.count) gold)")
        guard ProcessInfo.processInfo.environment["MISSES"] != nil else { return }
        for end in found.subtracting(gold).sorted() { print("  false:", context(raw, end)) }
        for end in gold.subtracting(found).sorted() { print("  missed:", context(raw, end)) }
    }

    private func spans(_ ends: Set<Int>) -> Set<Range<Int>> {
        var last = 0
        return Set(
            ends.sorted().map { end in
                defer { last = end }
                return last..<end
            })
    }

    private func context(_ raw: [UInt8], _ end: Int) -> String {
        let text = raw[max(0, end - 50)..<end] + Array(" ⏐ ".utf8) + raw[end..<min(raw.count, end + 40)]
        return String(decoding: text, as: UTF8.self).replacingOccurrences(of: "\n", with: "¶")
    }

    private func format(_ value: Double) -> String { String(format: "%.3f", value) }
}
