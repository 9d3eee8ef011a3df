internal import LiaisonModel

/// The main text of a page: the block with the densest text, without what is beside the article.
///
/// The choice follows Readability and trafilatura: paragraphs give points for their length and commas to the blocks around
/// them, links take points away, names of classes tip the balance; then lines inside the chosen block are sifted one by one.
struct PageText {
    /// The paragraphs, with an empty line between them.
    private(set) var text = ""
    /// Short lines of the chosen block and before it, where datelines stand, and whether each is beside the article.
    private(set) var lines: [(text: String, isAside: Bool)] = []

    /// Whether the chosen block holds most of the text that reads like an article's, and no article inside it.
    private(set) var isMost = false

    private let outline: PageOutline
    private var elements: [PageElement]
    private let parts: PageParts
    private let words: PartWords

    /// How many characters of the chosen block read like an article's, where they are too few for one; else 0.
    private(set) var tooShort = 0

    /// A chosen block with fewer bytes of text is no article.
    private static let shortest = 140
    /// In the only article that a page marks as one, so many are enough: a news flash.
    private static let shortestMarked = 60

    init(_ outline: PageOutline, title: String?, parts: PageParts, words: PartWords, dates: DatelineWords) {
        self.words = words
        self.outline = outline
        self.parts = parts
        elements = outline.elements
        guard let root = chosenBlock() else { return }
        let range = root..<elements[root].end
        isMost =
            elements[root].goodLength * 5 > elements[0].goodLength * 3
            && !elements[(root + 1)..<elements[root].end].contains {
                if case .article = $0.role { true } else { false }
            }
        var kept: [(text: String, isHeading: Bool)] = []
        var isBegun = false
        for paragraph in outline.paragraphs {
            let isBefore = paragraph.element < root && kept.isEmpty
            if paragraph.length <= 160, isBefore || range.contains(paragraph.element) {
                lines.append((paragraph.text, elements[paragraph.element].isDropped))
            }
            guard range.contains(paragraph.element), !elements[paragraph.element].isDropped else { continue }
            guard isWanted(paragraph, title: title) else {
                // A heading above a list that is left out goes with it: "Summary", "Key points".
                if case .item = elements[paragraph.element].role, kept.last?.isHeading == true { kept.removeLast() }
                continue
            }
            // Above the text stand its place, date and authors, and the way to it: "Home > Companies > Orvane hires".
            if !isBegun {
                if Dateline.isDateline(paragraph.text[...], words: dates) { continue }
                if let title, paragraph.length <= title.utf8.count + 80, paragraph.text.hasSuffix(title) { continue }
                isBegun = paragraph.isGood
            }
            var isHeading = false
            if case .heading = elements[paragraph.element].role { isHeading = true }
            // A heading above another one or above nothing belongs to what was left out.
            if isHeading, let last = kept.last, last.isHeading { kept.removeLast() }
            kept.append((paragraph.text, isHeading))
        }
        while let last = kept.last, last.isHeading { kept.removeLast() }
        let whole = kept.map(\.text).joined(separator: "\n\n")
        guard kept.contains(where: { !$0.isHeading }) else { return }
        let isMarked = outline.articles == 1 && isArticle(root)
        if whole.utf8.count >= (isMarked ? Self.shortestMarked : Self.shortest) {
            text = whole
        } else {
            tooShort = whole.unicodeScalars.count
        }
    }

    /// The block that holds the article.
    private mutating func chosenBlock() -> Int? {
        if let marked = elements.indices.first(where: {
            elements[$0].isMarkedBody && elements[$0].goodLength >= Self.shortest
        }) {
            return marked
        }
        for paragraph in outline.paragraphs where paragraph.isGood && !elements[paragraph.element].isDropped {
            let points = 1 + Double(paragraph.commas) + min(Double(paragraph.length) / 100, 3)
            var index = paragraph.element
            // A paragraph's points go to the block around it; text that stands in a block directly, to that block.
            if case .block = elements[index].role {} else { index = elements[index].parent }
            var share = 1.0
            while index != 0, share > 0.2 {
                elements[index].score += points * share
                index = elements[index].parent
                share /= 2
            }
            if index == 0 { elements[0].score += points * share }
        }
        var best: (index: Int, score: Double)?
        for index in elements.indices where !elements[index].isDropped && elements[index].score > 0 {
            let score = weighted(index)
            if best.map({ score > $0.score }) ?? true { best = (index, score) }
        }
        return best.map { climb($0.index) }
    }

    private func weighted(_ index: Int) -> Double {
        let element = elements[index]
        var score = element.score * (1 - Double(element.linkLength) / Double(max(element.length, 1)))
        if element.isNamedBody { score *= 1.25 }
        if case .article = element.role { score *= 1.25 }
        if case .page = element.role { score *= 0.5 }
        return score
    }

    /// The block around a chosen one, as long as it holds much more of the text.
    private func climb(_ start: Int) -> Int {
        var index = start
        while index != 0 {
            let parent = elements[index].parent
            if case .page = elements[parent].role { break }
            guard wantedLength(parent) * 100 >= wantedLength(index) * (isArticle(parent) ? 112 : 135) else {
                // One step may add nothing and the next one much: sections inside a wrapper each.
                if wantedLength(parent) == wantedLength(index), parent != 0 {
                    index = parent
                    continue
                }
                break
            }
            index = parent
        }
        return index
    }

    /// Whether a block is an article or inside one: then what stands beside the chosen text belongs to it more likely.
    private func isArticle(_ start: Int) -> Bool {
        var index = start
        while index != 0 {
            if case .article = elements[index].role { return true }
            index = elements[index].parent
        }
        return false
    }

    /// Bytes of good paragraphs in a block that are not beside the article.
    private func wantedLength(_ root: Int) -> Int {
        var length = elements[root].goodLength
        var index = root + 1
        while index < elements[root].end {
            if elements[index].isDropped, !elements[root].isDropped {
                length -= elements[index].goodLength
                index = elements[index].end
            } else {
                index += 1
            }
        }
        return length
    }

    private func isWanted(_ paragraph: PageParagraph, title: String?) -> Bool {
        if paragraph.linkShare > 0.6 { return false }
        if paragraph.length <= 220, startsElsewhere(paragraph.text) { return false }
        switch elements[paragraph.element].role {
        case .heading(let level): return level > 1 && paragraph.text != title
        case .paragraph: return paragraph.length >= 25 || paragraph.endsSentence && paragraph.linkShare == 0
        case .item: return paragraph.linkShare < 0.4 && (paragraph.length >= 25 || paragraph.endsSentence)
        default:
            return paragraph.text != title
                && (paragraph.length >= 80 || paragraph.length >= 30 && paragraph.endsSentence)
        }
    }

    /// Whether a line begins with words that lead elsewhere.
    private func startsElsewhere(_ text: String) -> Bool {
        guard words.mayStartElsewhere(text) else { return false }
        let begin = NameFolding.fold(String(text.prefix(48))).split(separator: " ")
        return parts.lines.contains { phrase in
            guard phrase.count <= begin.count, zip(phrase, begin).allSatisfy({ $0 == $1 }) else { return false }
            // One word alone begins many a sentence; as a label it has a colon, or nothing, after it.
            if phrase.count > 1 || begin.count == 1 || phrase == ["©"] { return true }
            return text.prefix(24).contains(":")
        }
    }
}
