internal import Foundation
internal import LiaisonExtraction

/// Reads `Models/source/vectors.*.tsv`, which `vectors.py` writes, into the bytes of ``ScorerVectors``.
struct VectorSource {
    /// The folder of the models.
    let models: String

    /// The vectors of French, then those of English.
    func bytes() throws -> [UInt8] { try bytes("fr") + bytes("en") }

    private func bytes(_ language: String) throws -> [UInt8] {
        var words: [(form: UInt32, share: UInt8, parts: [Int8])] = []
        var classes: [[Int8]] = []
        let text = try String(contentsOfFile: "\(models)/source/vectors.\(language).tsv", encoding: .utf8)
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: "\t")
            guard fields.count == 2, let data = Data(base64Encoded: String(fields[1])), let share = data.first else {
                continue
            }
            let parts = data.dropFirst().map { Int8(bitPattern: $0) }
            if fields[0].count > 1, fields[0].first == "#", let number = Int(fields[0].dropFirst()), number > 0 {
                while classes.count < number { classes.append([]) }
                classes[number - 1] = parts
            } else {
                words.append((HabitCounter.form(String(fields[0])), share, parts))
            }
        }
        return ScorerVectors.encoded(words: words, classes: classes)
    }
}
