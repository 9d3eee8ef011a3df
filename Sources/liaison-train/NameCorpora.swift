internal import Foundation
internal import LiaisonLanguage
internal import LiaisonModel

/// Reads the labelled texts that names are learned from.
struct NameCorpora {
    let data: TrainingData

    typealias Kinds = LabelledText.Kinds

    /// Articles with lists of entities and their names.
    func articles(_ name: String, weight: Float = 1) throws -> [LabelledText] {
        try data.objects("articles/\(name).jsonl").map { object in
            var names: [(String, EntityKind)] = []
            for entity in object["entities"]?.array ?? [] {
                guard let kind = EntityKind(rawValue: entity["kind"]?.string ?? "") else { continue }
                for text in entity["names"]?.array ?? [] {
                    if let text = text.string.map(Self.withoutTitle), !text.isEmpty { names.append((text, kind)) }
                }
            }
            names.sort { ($1.0.utf8.count, $0.0) < ($0.0.utf8.count, $1.0) }
            return LabelledText(
                article: Article(
                    id: object["id"]?.string, title: object["title"]?.string,
                    published: object["published"]?.string, language: object["language"]?.string,
                    text: object["text"]?.string ?? ""),
                names: names, unmarked: .outsideOrPlace, weight: weight)
        }
    }

    /// The lists have a few names with their titles and many without; a title is never part of a name.
    private static func withoutTitle(_ name: String) -> String {
        for title in ["M.", "Mme", "Mr.", "Mr", "Ms.", "Ms", "Mrs.", "Mrs", "Dr", "Dr.", "Dame", "Sir"] {
            if name.hasPrefix(title + " ") { return String(name.dropFirst(title.count + 1)) }
        }
        return name
    }

    /// Wikipedia texts with typed mentions.
    func redocred() throws -> [LabelledText] {
        let kinds: [String: Kinds] = [
            "ORG": .organisations, "PER": Kinds(.person), "LOC": Kinds(.place), "MISC": [Kinds(.product), .outside],
            "TIME": .outside, "NUM": .outside,
        ]
        return try data.objects("entities/redocred.dev.en.jsonl").map { object in
            let text = object["text"]?.string ?? ""
            let offsets = ByteOffsets(text)
            var spans: [(Range<Int>, Kinds)] = []
            for entity in object["entities"]?.array ?? [] {
                if let range = offsets.range(entity), let kind = kinds[entity["type"]?.string ?? ""] {
                    spans.append((range, kind))
                }
            }
            return LabelledText(
                article: Article(id: object["id"]?.string, language: "en", text: text), spans: spans)
        }
    }

    /// French texts with the names that another recogniser saw, from lists of offsets; see `silver.py` beside them. It is
    /// believed on persons and places; on the rest only that something is a name of some sort.
    func silver(_ list: String, language: String, weight: Float) throws -> [LabelledText] {
        var files: [String: [JSONValue]] = [:]
        var texts: [LabelledText] = []
        for line in list.split(separator: "\n") {
            let fields = line.split(separator: "\t").map(String.init)
            guard fields.count == 3, let number = Int(fields[1]) else { continue }
            if files[fields[0]] == nil { files[fields[0]] = try data.objects(fields[0]) }
            guard let objects = files[fields[0]], objects.indices.contains(number) else { continue }
            let text = objects[number]["text"]?.string ?? ""
            let offsets = ByteOffsets(text)
            var spans: [(range: Range<Int>, kinds: Kinds)] = []
            for field in fields[2].split(separator: " ") {
                let parts = field.split(separator: "-")
                guard parts.count == 3, let start = Int(parts[0]), let end = Int(parts[1]),
                    let range = offsets.range(start, end)
                else { continue }
                switch parts[2] {
                case "PER": spans.append((range, Kinds(.person)))
                case "LOC": spans.append((range, Kinds(.place)))
                default: continue
                }
            }
            texts.append(
                LabelledText(
                    article: Article(language: language, text: text), spans: spans, unmarked: .unknown, weight: weight))
        }
        return texts
    }

    /// French reports with mentions of all sorts, of which those with a capital are names.
    func popcorn() throws -> [LabelledText] {
        let persons: Set<String> = ["CIVILIAN", "TERRORIST_OR_CRIMINAL", "MILITARY"]
        let governments: Set<String> = ["NON_MILITARY_GOVERNMENT_ORGANISATION", "MILITARY_ORGANISATION"]
        let others: Set<String> = ["NON_GOVERNMENTAL_ORGANISATION", "INTERGOVERNMENTAL_ORGANISATION"]
        let pronouns: Set<String> = [
            "il", "elle", "ils", "elles", "un", "une", "ces", "ce", "cette", "certains", "ceux",
        ]
        guard
            case .object(let reports) = try JSONValue(parsing: Array(data.text("entities/popcorn.train.fr.json").utf8))
        else { return [] }
        return reports.map { report in
            let text = report.value["text"]?.string ?? ""
            let offsets = ByteOffsets(text)
            var spans: [(Range<Int>, Kinds)] = []
            for entity in report.value["entities"]?.array ?? [] {
                let type = entity["type"]?.string ?? ""
                var kinds: Kinds = []
                if persons.contains(type) { kinds = Kinds(.person) }
                if governments.contains(type) { kinds = Kinds(.government) }
                if others.contains(type) { kinds = .organisations }
                if type == "PLACE" { kinds = Kinds(.place) }
                if kinds.isEmpty { continue }
                for mention in entity["mentions"]?.array ?? [] {
                    let value = mention["value"]?.string ?? ""
                    let words = value.split { " '’-".contains($0) }
                    guard words.contains(where: { $0.first?.isUppercase == true }),
                        let first = words.first, !pronouns.contains(first.lowercased()),
                        let range = offsets.range(mention)
                    else { continue }
                    spans.append((range, kinds))
                }
            }
            return LabelledText(
                article: Article(id: report.name, language: "fr", text: text), spans: spans, weight: 0.5)
        }
    }

    /// Sentences of which the two ends of a relation are marked.
    func pairs(_ name: String, language: String, weight: Float) throws -> [LabelledText] {
        let kinds: [String: Kinds] = [
            "PER": Kinds(.person), "Person": Kinds(.person), "ORG": .organisations,
            "Company": [Kinds(.company), Kinds(.fund)], "Product": Kinds(.product),
        ]
        var texts: [String: LabelledText] = [:]
        var order: [String] = []
        for object in try data.objects("relations/\(name).jsonl") {
            let text = object["text"]?.string ?? ""
            let offsets = ByteOffsets(text)
            if texts[text] == nil {
                order.append(text)
                texts[text] = LabelledText(
                    article: Article(language: language, text: text), unmarked: .unknown, weight: weight)
            }
            for end in ["subject", "object"] {
                guard let mention = object[end], let range = offsets.range(mention),
                    let value = mention["text"]?.string, let first = value.unicodeScalars.first,
                    first.properties.isUppercase || first.properties.numericType != nil,
                    !value.contains("("), value.utf8.count < 60,
                    texts[text]?.spans.contains(where: { $0.range == range }) == false
                else { continue }
                let type = mention["type"]?.string
                texts[text]?.spans.append((range, type.map { kinds[$0] ?? [] } ?? .organisations))
            }
        }
        return order.compactMap { texts[$0] }
    }

    /// Sentences in columns, the word in one and a label such as `B-ORG` in another; some twenty make a text.
    func columns(
        _ name: String, word: Int, label: Int, kinds: [String: Kinds], weight: Float
    ) throws -> [LabelledText] {
        var texts: [LabelledText] = []
        var writer = ColumnWriter()
        var sentences = 0
        func close() {
            if let text = writer.finish(weight: weight) { texts.append(text) }
            sentences = 0
        }
        for line in try data.text("entities/\(name)").split(separator: "\n", omittingEmptySubsequences: false) {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if fields.count <= max(word, label) || fields[word].isEmpty {
                writer.endSentence()
                sentences += 1
                if sentences >= 12 { close() }
                continue
            }
            writer.add(fields[word], fields[label], kinds)
        }
        writer.endSentence()
        close()
        return texts
    }

    static let wikigold: [String: Kinds] = [
        "ORG": .organisations, "PER": Kinds(.person), "LOC": Kinds(.place), "MISC": [Kinds(.product), .outside],
    ]

    static let crossner: [String: Kinds] = {
        var kinds: [String: Kinds] = [
            "organisation": .organisations, "politicalparty": Kinds(.organisation), "university": Kinds(.organisation),
            "academicjournal": [Kinds(.product), Kinds(.organisation), .outside], "location": Kinds(.place),
            "country": Kinds(.place), "product": [Kinds(.product), .outside],
            "programlang": [Kinds(.product), .outside],
        ]
        for person in ["politician", "person", "researcher", "scientist"] { kinds[person] = Kinds(.person) }
        return kinds
    }()
}

/// From code points, which the data counts, to bytes.
struct ByteOffsets {
    private var bytes: [Int] = []

    init(_ text: String) {
        var offset = 0
        for scalar in text.unicodeScalars {
            bytes.append(offset)
            offset += UTF8.width(scalar)
        }
        bytes.append(offset)
    }

    /// The range of an object with `start` and `end`.
    func range(_ object: JSONValue) -> Range<Int>? {
        guard let start = object["start"]?.integer, let end = object["end"]?.integer else { return nil }
        return range(start, end)
    }

    /// The range between two code points.
    func range(_ start: Int, _ end: Int) -> Range<Int>? {
        guard start >= 0, start < end, end < bytes.count else { return nil }
        return bytes[start]..<bytes[end]
    }
}

/// Builds running text from words in columns.
private struct ColumnWriter {
    private var text = ""
    private var spans: [(range: Range<Int>, kinds: LabelledText.Kinds)] = []
    private var open: (start: Int, end: Int, label: String, kinds: LabelledText.Kinds)?
    private var glues = true

    mutating func add(_ word: String, _ label: String, _ kinds: [String: LabelledText.Kinds]) {
        let isClosing = [".", ",", ";", ":", "!", "?", ")", "]", "%", "'s", "'", "n't", "''"].contains(word)
        if !glues && !isClosing { text += " " }
        glues = ["(", "[", "``"].contains(word)
        let start = text.utf8.count
        text += word
        let end = text.utf8.count
        if label.hasPrefix("I-"), let current = open, current.label == label.dropFirst(2) {
            open?.end = end
            return
        }
        closeSpan()
        guard label.count > 2 else { return }
        let name = String(label.dropFirst(2))
        // What is marked as something else is no name that counts here, or a product.
        open = (start, end, name, kinds[name] ?? [LabelledText.Kinds(.product), .outside])
    }

    mutating func endSentence() {
        closeSpan()
        if !text.isEmpty && !text.hasSuffix("\n") { text += "\n\n" }
        glues = true
    }

    mutating func finish(weight: Float) -> LabelledText? {
        defer {
            text = ""
            spans = []
        }
        guard !text.isEmpty else { return nil }
        return LabelledText(article: Article(language: "en", text: text), spans: spans, weight: weight)
    }

    private mutating func closeSpan() {
        if let open { spans.append((open.start..<open.end, open.kinds)) }
        open = nil
    }
}
