internal import LiaisonModel

/// A piece of a line as dates are looked for in it.
struct LineToken {
    enum Kind: Equatable {
        /// Letters, folded.
        case word(String)
        /// ASCII digits and how many they are.
        case number(Int, digits: Int)
        /// Anything else that is not white space: punctuation, signs, pictures.
        case mark(Unicode.Scalar)
    }

    var kind: Kind
    var range: Range<String.Index>
    /// Whether white space or the start of the line is before it.
    var isSpaced: Bool

    /// The folded letters of a word.
    var word: String? {
        if case .word(let text) = kind { text } else { nil }
    }

    var mark: Unicode.Scalar? {
        if case .mark(let scalar) = kind { scalar } else { nil }
    }

    /// The tokens of a line.
    static func tokens(of line: Substring) -> [LineToken] {
        var tokens: [LineToken] = []
        var isSpaced = true
        var index = line.startIndex
        let scalars = line.unicodeScalars
        while index < scalars.endIndex {
            let scalar = scalars[index]
            var end = scalars.index(after: index)
            if scalar.isASCII ? scalar.value <= 0x20 : scalar.properties.isWhitespace {
                isSpaced = true
                index = end
                continue
            }
            let kind: Kind
            if isDigit(scalar) {
                while end < scalars.endIndex, isDigit(scalars[end]) { end = scalars.index(after: end) }
                let digits = scalars[index..<end]
                kind = .number(Int(String(digits)) ?? .max, digits: digits.count)
            } else if scalar.isASCII ? isASCIILetter(scalar) : scalar.properties.isAlphabetic {
                while end < scalars.endIndex, isWordPart(scalars[end]) { end = scalars.index(after: end) }
                kind = .word(NameFolding.fold(String(scalars[index..<end])))
            } else {
                kind = .mark(scalar)
            }
            tokens.append(LineToken(kind: kind, range: index..<end, isSpaced: isSpaced))
            isSpaced = false
            index = end
        }
        return tokens
    }

    private static func isASCIILetter(_ scalar: Unicode.Scalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return isASCIILetter(scalar) }
        return scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
    }
}
