internal import LiaisonSchemas

/// What the interface says, in one language.
struct Texts: Sendable {
    /// A tag such as `en`.
    let language: String
    private let words: [String: String]
    private let months: [String]

    /// Reads `texts.yaml`: for each key a text per language.
    /// - Throws: `SchemaError` where a text is missing in a language.
    init(language: String, root: SchemaNode) throws(SchemaError) {
        self.language = language
        var words: [String: String] = [:]
        for member in root.members {
            guard let text = member.value[language]?.scalar else {
                throw SchemaError(file: "texts.yaml", message: "\"\(member.key)\" has no text in \"\(language)\"")
            }
            words[member.key] = text
        }
        self.words = words
        months = (words["months"] ?? "").split(separator: " ").map(String.init)
    }

    /// The text of a key; the key itself where there is none, so that what is missing is seen.
    subscript(key: String) -> String { words[key] ?? key }

    /// The text of a key made of a family and a word of the data; the word itself where there is none.
    func word(_ family: String, _ word: String) -> String { words[family + "-" + word] ?? word }

    /// A financing round: `series-b` as "Series B".
    func round(_ round: String) -> String {
        guard round.hasPrefix("series-"), round.utf8.count <= 9 else { return word("round", round) }
        return filled("round-series", ["letter": round.dropFirst("series-".count).uppercased()])
    }

    /// All texts by key.
    var all: [String: String] { words }

    /// A text with `{name}` replaced by values.
    func filled(_ key: String, _ values: [String: String]) -> String {
        Self.fill(self[key], values)
    }

    private static func fill(_ text: String, _ values: [String: String]) -> String {
        var out = ""
        var rest = text[...]
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")),
            let close = rest.utf8[open...].firstIndex(of: UInt8(ascii: "}"))
        {
            let start = rest.utf8.index(after: open)
            if let value = values[String(rest[start..<close])] {
                out += rest[..<open]
                out += value
                rest = rest[rest.utf8.index(after: close)...]
            } else {
                out += rest[..<start]
                rest = rest[start...]
            }
        }
        return out + rest
    }

    /// A text of two forms, `one|several`, with `{n}` replaced by a number.
    func count(_ key: String, _ number: Int) -> String {
        let forms = self[key]
        // French has the singular up to two, English for one alone.
        let isOne = language == "fr" ? number < 2 : number == 1
        var form = forms[...]
        if let bar = forms.utf8.firstIndex(of: UInt8(ascii: "|")) {
            form = isOne ? forms[..<bar] : forms[forms.utf8.index(after: bar)...]
        }
        return Self.fill(String(form), ["n": grouped(number)])
    }

    /// `12,345` or `12 345`.
    func grouped(_ number: Int) -> String {
        var digits = String(number.magnitude)
        if digits.utf8.count <= 3 { return (number < 0 ? "−" : "") + digits }
        var groups: [String] = []
        while digits.count > 3 {
            groups.insert(String(digits.suffix(3)), at: 0)
            digits = String(digits.dropLast(3))
        }
        groups.insert(digits, at: 0)
        return (number < 0 ? "−" : "") + groups.joined(separator: self["thousands"])
    }

    /// A share from 0 to 1 in two decimals, rounded down: what is not certain is not 1.00.
    func belief(_ value: Double) -> String {
        let hundredths = Int(value * 100 + 1e-9)
        let text = "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
        return language == "fr" ? text.replacing(".", with: ",") : text
    }

    /// An EDTF date as people write it: `2025-06-17` as "17 June 2025", `2025-21` as "spring 2025", `XXXX-09` as "September";
    /// what is none of these stays as it is.
    func date(_ text: String) -> String {
        // Years, and what people wrote in words, have no hyphen.
        guard text.utf8.contains(UInt8(ascii: "-")) else { return text }
        let parts = text.split(separator: "-")
        if parts.count == 2, let part = Int(parts[1]), (21...41).contains(part) {
            let key = "date-\(part)"
            return words[key] == nil ? text : filled(key, ["year": String(parts[0])])
        }
        if parts.count > 1, parts[0] == "XXXX", let month = Int(parts[1]), (1...12).contains(month), months.count == 12
        {
            guard parts.count == 3, let day = Int(parts[2]) else { return months[month - 1] }
            return filled("date-day", ["day": String(day), "month": months[month - 1]])
        }
        guard (2...3).contains(parts.count), parts[0].utf8.count == 4, Int(parts[0]) != nil, let month = Int(parts[1]),
            (1...12).contains(month), months.count == 12
        else { return text }
        guard parts.count == 3 else { return months[month - 1] + " " + parts[0] }
        guard let day = Int(parts[2]), (1...31).contains(day) else { return text }
        let first = language == "fr" && day == 1 ? "1er" : String(day)
        return "\(first) \(months[month - 1]) \(parts[0])"
    }

    /// From one date to another, or the one date there is.
    func period(_ first: String?, _ last: String?) -> String? {
        guard let first, let last else { return (first ?? last).map(date) }
        return first == last ? date(first) : filled("from-to", ["from": date(first), "to": date(last)])
    }
}

extension Texts {
    /// Texts that say their keys, for a program without any.
    static let none = Texts()

    private init() {
        language = "en"
        words = [:]
        months = []
    }
}
