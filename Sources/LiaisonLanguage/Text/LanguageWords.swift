internal import LiaisonSchemas

/// The small words by which languages are told apart.
struct LanguageWords: Sendable {
    /// Codes of the languages; French and English come first, all others only say that a text is neither.
    private(set) var codes = ["fr", "en"]
    /// The bits of the first two.
    static let frenchOrEnglish: UInt32 = 0b11
    /// A bit per language of ``codes``, by word.
    private var masks: [UInt32] = []

    mutating func load(_ files: [SchemaSet.File], _ words: inout WordTable) throws(SchemaError) {
        for file in files {
            for member in try file.root().members {
                var place = codes.firstIndex(of: member.key)
                if place == nil {
                    guard codes.count < 32 else {
                        throw SchemaError(
                            file: file.displayPath, line: member.line, message: "there are more than 32 languages")
                    }
                    place = codes.count
                    codes.append(member.key)
                }
                for word in member.value.strings {
                    let id = words.add(WordFolder.fold(word))
                    if id.index >= masks.count {
                        masks.append(contentsOf: repeatElement(0, count: id.index + 1 - masks.count))
                    }
                    masks[id.index] |= 1 << UInt32(place ?? 0)
                }
            }
        }
    }

    /// The languages that have the word among their small ones.
    func mask(of word: WordID) -> UInt32 {
        word.index < masks.count ? masks[word.index] : 0
    }
}
