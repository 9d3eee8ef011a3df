#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Takes away from a page, before libxml2 goes through it letter by letter, what holds no text of an article: comments, styles and
/// scripts, JSON-LD apart, often most of its bytes.
///
/// It also takes away the attributes that nothing here reads, and those after the first few hundred of an element: libxml2 compares each
/// with all before it, and 200,000 of them would take it minutes. Tags are found as libxml2 finds them, with `>` inside quoted values.
struct MarkupSieve {
    /// Attributes of one element that are kept.
    private static let mostAttributes = 512

    private let bytes: UnsafeBufferPointer<UInt8>
    private let output: UnsafeMutablePointer<UInt8>
    private var written = 0
    /// The first byte that is neither written nor left out.
    private var pending = 0

    /// The bytes of a page in UTF-8 that count.
    static func sifted(_ page: String) -> [UInt8] {
        var page = page
        return page.withUTF8 { bytes in
            [UInt8](unsafeUninitializedCapacity: max(bytes.count, 1)) { output, count in
                guard let start = output.baseAddress else { return }
                var sieve = MarkupSieve(bytes: bytes, output: start)
                sieve.walk()
                count = sieve.written
            }
        }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>, output: UnsafeMutablePointer<UInt8>) {
        self.bytes = bytes
        self.output = output
    }

    private mutating func walk() {
        var index = 0
        while let open = next(UInt8(ascii: "<"), from: index) {
            index = open + 1
            guard index < bytes.count else { break }
            if starts("!--", at: index) {
                let end = endOfComment(from: index + 3)
                skip(open..<end)
                index = end
            } else if isLetter(bytes[index]) {
                let raw: StaticString? =
                    names("script", at: index) ? "script" : names("style", at: index) ? "style" : nil
                let tag = index
                index = passTag(from: index)
                guard let raw else { continue }
                let content = index
                index = endOfRaw(raw, from: content)
                if !holds("ld+json", tag..<content) { skip(content..<index) }
            }
        }
        skip(bytes.count..<bytes.count)
    }

    /// Leaves out a range; what stands before it is kept.
    private mutating func skip(_ range: Range<Int>) {
        let length = range.lowerBound - pending
        if length > 0, let start = bytes.baseAddress {
            memcpy(output + written, start + pending, length)
            written += length
        }
        pending = max(pending, range.upperBound)
    }

    /// Goes through a tag, and returns the index after it.
    private mutating func passTag(from start: Int) -> Int {
        var index = start
        while index < bytes.count, !isBlank(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
        let isLink = names("link", at: start)
        var attributes = 0
        while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
            if isBlank(bytes[index]) {
                index += 1
                continue
            }
            let name = index
            while index < bytes.count, !isBlank(bytes[index]), !"=>".utf8.contains(bytes[index]) { index += 1 }
            let isKept = keeps(name..<index) || isLink
            passValue(&index)
            attributes += 1
            if !isKept || attributes > Self.mostAttributes { skip(name..<index) }
        }
        return min(index + 1, bytes.count)
    }

    /// Goes on past what is the value of an attribute, where it has one.
    private func passValue(_ index: inout Int) {
        var value = index
        while value < bytes.count, bytes[value] <= 0x20 { value += 1 }
        guard value < bytes.count, bytes[value] == UInt8(ascii: "=") else {
            // A name without a letter would not let us go on.
            return
        }
        value += 1
        while value < bytes.count, bytes[value] <= 0x20 { value += 1 }
        if value < bytes.count, bytes[value] == UInt8(ascii: "\"") || bytes[value] == UInt8(ascii: "'") {
            index = (next(bytes[value], from: value + 1) ?? bytes.count - 1) + 1
        } else {
            while value < bytes.count, bytes[value] > 0x20, bytes[value] != UInt8(ascii: ">") { value += 1 }
            index = value
        }
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: "/") }

    /// The attributes that are read of any element; those of `link` are kept all.
    private static let kept: [StaticString] = [
        "class", "id", "role", "style", "hidden", "aria-hidden", "itemprop", "rel", "property", "name", "content",
        "http-equiv", "type", "lang", "datetime", "pubdate", "title",
    ]

    private func keeps(_ name: Range<Int>) -> Bool {
        Self.kept.contains { $0.utf8CodeUnitCount == name.count && starts($0, at: name.lowerBound) }
    }

    private func next(_ byte: UInt8, from index: Int) -> Int? {
        guard let start = bytes.baseAddress, index < bytes.count,
            let found = memchr(start + index, Int32(byte), bytes.count - index)
        else { return nil }
        return UnsafeRawPointer(start).distance(to: found)
    }

    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// Whether a word in lower case stands at an index, in any case.
    private func starts(_ word: StaticString, at index: Int) -> Bool {
        guard index + word.utf8CodeUnitCount <= bytes.count else { return false }
        for place in 0..<word.utf8CodeUnitCount {
            let letter = word.utf8Start[place]
            let byte = bytes[index + place]
            guard byte == letter || isLetter(letter) && byte | 0x20 == letter else { return false }
        }
        return true
    }

    /// Whether a tag's name stands at an index, whole.
    private func names(_ name: StaticString, at index: Int) -> Bool {
        let end = index + name.utf8CodeUnitCount
        guard starts(name, at: index), end < bytes.count else { return false }
        return bytes[end] <= 0x20 || bytes[end] == UInt8(ascii: ">") || bytes[end] == UInt8(ascii: "/")
    }

    private func holds(_ word: StaticString, _ range: Range<Int>) -> Bool {
        range.contains { starts(word, at: $0) }
    }

    /// The index after a comment, whose content begins at an index; that index where nothing ends it.
    private func endOfComment(from start: Int) -> Int {
        if starts(">", at: start) { return start + 1 }
        if starts("->", at: start) { return start + 2 }
        var index = start
        while let found = next(UInt8(ascii: "-"), from: index) {
            if starts("-->", at: found) { return found + 3 }
            index = found + 1
        }
        return start
    }

    /// The index of the tag that ends a script or a style; the end of the page where there is none.
    private func endOfRaw(_ name: StaticString, from start: Int) -> Int {
        var index = start
        while let found = next(UInt8(ascii: "<"), from: index) {
            if starts("</", at: found), starts(name, at: found + 2) { return found }
            index = found + 1
        }
        return bytes.count
    }
}
