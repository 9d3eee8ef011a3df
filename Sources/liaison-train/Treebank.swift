internal import Foundation
internal import LiaisonLanguage

/// A sentence of a treebank as our tokens see it: contractions that French writes as one token stay one.
struct TreebankSentence {
    var words: [String]
    /// Raw values of `Tag`.
    var tags: [UInt8]
    /// How many words of the treebank each token stands for, and their tags, for scores that follow the treebank.
    var goldWords: [[UInt8]]
}

/// Reads CoNLL-U (https://universaldependencies.org/format.html).
enum Treebank {
    /// - Parameter joinsContractions: keep `du` and `aux` as one token, tagged as an adposition; otherwise every
    ///   syntactic word is a token.
    static func read(_ path: String, joinsContractions: Bool) throws -> [TreebankSentence] {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        var sentences: [TreebankSentence] = []
        var words: [String] = [], tags: [UInt8] = [], gold: [[UInt8]] = []
        var joinedUntil = 0
        func close() {
            if !words.isEmpty { sentences.append(TreebankSentence(words: words, tags: tags, goldWords: gold)) }
            words = []
            tags = []
            gold = []
            joinedUntil = 0
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                close()
                continue
            }
            if line.hasPrefix("#") { continue }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count > 3 else { continue }
            let id = fields[0]
            if id.contains(".") { continue }
            if id.contains("-") {
                let ends = id.split(separator: "-").compactMap { Int($0) }
                guard joinsContractions, ends.count == 2 else { continue }
                words.append(String(fields[1]))
                tags.append(Tag.adposition.rawValue)
                gold.append([])
                joinedUntil = ends[1]
                continue
            }
            let tag = Tag(label: String(fields[3])) ?? .other
            if let number = Int(id), number <= joinedUntil {
                gold[gold.count - 1].append(tag.rawValue)
            } else {
                words.append(String(fields[1]))
                tags.append(tag.rawValue)
                gold.append([tag.rawValue])
            }
        }
        close()
        return sentences
    }
}
