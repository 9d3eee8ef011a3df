/// Takes away attributes that no page has, before libxml2 compares each with all before it: 200,000 of them would take it minutes.
///
/// Tags are found as libxml2 finds them: not in comments, scripts and styles, and with `>` inside quoted values.
struct TagGuard {
    /// Attributes of one element that are kept.
    private static let mostAttributes = 512
    /// A shorter page has no room for so many that it would take long.
    private static let harmless = 64 << 10

    private var bytes: [UInt8]
    private var isChanged = false

    /// The page with blanks for the attributes of an element after the first few hundred.
    static func guarded(_ page: String) -> String {
        guard page.utf8.count > harmless else { return page }
        var tags = TagGuard(bytes: Array(page.utf8))
        tags.walk()
        return tags.isChanged ? String(decoding: tags.bytes, as: UTF8.self) : page
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func walk() {
        var index = 0
        while let open = next(UInt8(ascii: "<"), from: index) {
            index = open + 1
            guard index < bytes.count else { return }
            if starts("!--", at: index) {
                index = end(of: "-->", from: index + 3)
            } else if isLetter(bytes[index]) {
                let isRaw = starts("script", at: index) || starts("style", at: index)
                let name = starts("script", at: index) ? "</script" : "</style"
                index = passTag(from: index)
                if isRaw { index = end(of: name, from: index) }
            }
        }
    }

    /// Goes through a tag, and returns the index after it.
    private mutating func passTag(from start: Int) -> Int {
        var index = start
        var attributes = 0
        var isValue = false
        var wasBlank = false
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            let byte = bytes[index]
            let isBlank = byte <= 0x20 || byte == UInt8(ascii: "/")
            if isValue, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                let close = next(byte, from: index + 1) ?? bytes.count - 1
                if attributes > Self.mostAttributes { blank(index...close) }
                index = close + 1
                isValue = false
                wasBlank = true
                continue
            }
            if byte == UInt8(ascii: "=") {
                isValue = true
            } else if !isBlank {
                if wasBlank, !isValue { attributes += 1 }
                isValue = false
            }
            wasBlank = isBlank
            if attributes > Self.mostAttributes { blank(index...index) }
            index += 1
        }
        return min(index + 1, bytes.count)
    }

    private mutating func blank(_ range: ClosedRange<Int>) {
        isChanged = true
        for index in range { bytes[index] = 0x20 }
    }

    private func next(_ byte: UInt8, from index: Int) -> Int? {
        index < bytes.count ? bytes[index...].firstIndex(of: byte) : nil
    }

    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// Whether a word in lower case stands at an index, in any case.
    private func starts(_ word: String, at index: Int) -> Bool {
        index + word.utf8.count <= bytes.count
            && zip(bytes[index...], word.utf8).allSatisfy { byte, letter in
                byte == letter || isLetter(letter) && byte | 0x20 == letter
            }
    }

    /// The index after the next place of a word in lower case; the end where there is none.
    private func end(of word: String, from start: Int) -> Int {
        guard let first = word.utf8.first else { return start }
        var index = start
        while let found = next(first, from: index) {
            if starts(word, at: found) { return found + word.utf8.count }
            index = found + 1
        }
        return bytes.count
    }
}
