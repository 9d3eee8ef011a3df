/// Cuts a text into paragraphs: joins lines that were only wrapped, and tells headings, list items and lines that are
/// no article from running text.
struct ParagraphReader {
    let text: UnsafeBufferPointer<UInt8>
    let cues: BoilerplateCues
    private let table = CharacterTable.shared
    private var folder = WordFolder()
    private(set) var paragraphs: [Paragraph]
    /// Whether an author box or the like is open.
    private var inSection = false

    /// Wrapped lines have at least and at most so many bytes.
    private static let wrapWidths = 40...130

    init(text: UnsafeBufferPointer<UInt8>, cues: BoilerplateCues, paragraphs: [Paragraph]) {
        self.text = text
        self.cues = cues
        self.paragraphs = paragraphs
    }

    /// Appends the paragraphs of the bytes from `start`; languages are filled in later.
    mutating func read(from start: Int) {
        var position = start
        var block: [Range<Int>] = []
        while position < text.count {
            let lineEnd = self.lineEnd(from: position)
            let line = trimmed(position..<lineEnd)
            if line.isEmpty {
                append(block: block)
                block.removeAll(keepingCapacity: true)
            } else {
                block.append(line)
            }
            let isPair = lineEnd + 1 < text.count && text[lineEnd] == 0x0D && text[lineEnd + 1] == 0x0A
            position = lineEnd + (isPair ? 2 : 1)
        }
        append(block: block)
    }

    /// Appends the title.
    mutating func readTitle(_ range: Range<Int>) {
        let line = trimmed(range)
        if !line.isEmpty { paragraphs.append(Paragraph(range: line, language: .other, role: .title)) }
    }

    private func lineEnd(from position: Int) -> Int {
        var position = position
        while position < text.count, text[position] != 0x0A, text[position] != 0x0D { position += 1 }
        return position
    }

    /// The range without white space and invisible marks at its ends.
    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end {
            let (value, length) = UTF8Reader.scalar(text, at: start, end: end)
            guard isBlank(value) else { break }
            start += length
        }
        while end > start {
            let last = UTF8Reader.previous(text, before: end, start: start)
            guard isBlank(UTF8Reader.scalar(text, at: last, end: end).value) else { break }
            end = last
        }
        return start..<end
    }

    private func isBlank(_ value: UInt32) -> Bool {
        let found = table.class(of: value)
        return found == .space || found == .ignorable
    }

    // MARK: Blocks of lines

    private mutating func append(block: [Range<Int>]) {
        guard var current = block.first else { return }
        let width = block.lazy.map(\.count).max() ?? 0
        for next in block.dropFirst() {
            if isWrapped(current, next, width: width) {
                current = current.lowerBound..<next.upperBound
            } else {
                append(current)
                current = next
            }
        }
        append(current)
    }

    /// Whether a line goes on in the next: it was broken for want of room, or in the middle of a sentence.
    private func isWrapped(_ line: Range<Int>, _ next: Range<Int>, width: Int) -> Bool {
        guard Self.wrapWidths.contains(width), !startsListItem(next) else { return false }
        var lineStart = line.upperBound
        while lineStart > line.lowerBound, text[lineStart - 1] != 0x0A, text[lineStart - 1] != 0x0D { lineStart -= 1 }
        let length = line.upperBound - lineStart
        var wordEnd = next.lowerBound
        while wordEnd < next.upperBound, text[wordEnd] != 0x20, wordEnd - next.lowerBound <= 60 { wordEnd += 1 }
        let overflows = length + 1 + (wordEnd - next.lowerBound) > width
        if endsSentence(line) { return overflows && length > 50 && startsLower(next) }
        return startsLower(next) && length >= 40 || overflows && length > 50
    }

    private func startsLower(_ range: Range<Int>) -> Bool {
        table.class(of: UTF8Reader.scalar(text, at: range.lowerBound, end: range.upperBound).value) == .lower
    }

    private func endsSentence(_ range: Range<Int>) -> Bool {
        var end = range.upperBound
        // Closing quotes and brackets stand after the mark.
        for _ in 0..<3 where end > range.lowerBound {
            let last = UTF8Reader.previous(text, before: end, start: range.lowerBound)
            switch UTF8Reader.scalar(text, at: last, end: end).value {
            case 0x2E, 0x21, 0x3F, 0x3A, 0x3B, 0x2026: return true
            case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x201D, 0x2019, 0xA0, 0x202F, 0x20: end = last
            default: return false
            }
        }
        return false
    }

    /// A bullet or a number with a stop or bracket, then a space.
    private func startsListItem(_ range: Range<Int>) -> Bool {
        let (value, length) = UTF8Reader.scalar(text, at: range.lowerBound, end: range.upperBound)
        var after = range.lowerBound + length
        switch value {
        case 0x2D, 0x2A, 0x2B, 0x2022, 0x2013, 0x2014, 0x25CF, 0x25E6, 0x25AA, 0x2023, 0xB7: break
        case 0x30...0x39:
            while after < range.upperBound, text[after] &- 0x30 < 10, after - range.lowerBound < 3 { after += 1 }
            guard after < range.upperBound, text[after] == 0x2E || text[after] == 0x29 else { return false }
            after += 1
        default: return false
        }
        guard after < range.upperBound else { return false }
        return table.class(of: UTF8Reader.scalar(text, at: after, end: range.upperBound).value) == .space
    }

    // MARK: Roles

    private mutating func append(_ range: Range<Int>) {
        paragraphs.append(Paragraph(range: range, language: .other, role: role(of: range)))
    }

    private mutating func role(of range: Range<Int>) -> Paragraph.Role {
        let start = firstLetter(range)
        guard start < range.upperBound else { return .boilerplate }
        var cut = min(range.upperBound, start + 72)
        while cut > start, cut < range.upperBound, text[cut] & 0xC0 == 0x80 { cut -= 1 }
        _ = folder.fold(text, from: start, to: cut)
        switch cues.match(folder.bytes, length: range.upperBound - start) {
        case .section:
            inSection = true
            return .boilerplate
        case .line: return .boilerplate
        case .none: break
        }
        if inSection {
            if range.count < 400 { return .boilerplate }
            inSection = false
        }
        if isByline(start..<range.upperBound) { return .boilerplate }
        if startsListItem(range) { return .listItem }
        return range.count <= 120 && !endsSentence(range) ? .heading : .running
    }

    private func firstLetter(_ range: Range<Int>) -> Int {
        var position = range.lowerBound
        while position < range.upperBound {
            let (value, length) = UTF8Reader.scalar(text, at: position, end: range.upperBound)
            if table.class(of: value).isWord { return position }
            position += length
        }
        return position
    }

    /// "Par Prénom Nom": the cue, then nothing but two to eight words with capitals.
    private mutating func isByline(_ range: Range<Int>) -> Bool {
        guard range.count < 80 else { return false }
        var count = 0
        var position = range.lowerBound
        while position < range.upperBound {
            let (value, _) = UTF8Reader.scalar(text, at: position, end: range.upperBound)
            var wordEnd = position
            while wordEnd < range.upperBound, text[wordEnd] != 0x20 { wordEnd += 1 }
            if count == 0 {
                _ = folder.fold(text, from: position, to: wordEnd)
                guard cues.opensByline(Array(folder.bytes)) else { return false }
            } else if table.class(of: value) != .upper {
                return false
            }
            count += 1
            position = wordEnd + 1
        }
        return count >= 3 && count <= 8 && !endsSentence(range)
    }
}
