/// The fields of a query or of a form, in order; a name may come more than once.
struct FormFields: Hashable, Sendable {
    private(set) var items: [(name: String, value: String)] = []
    /// A page has few fields: what comes beyond is not read.
    private static let maximumCount = 200

    init() {}

    /// Reads `application/x-www-form-urlencoded`; items that are not UTF-8 are left out.
    init(encoded text: some StringProtocol) {
        for item in text.split(separator: "&").prefix(Self.maximumCount) {
            let item = Substring(item)
            let cut = item.firstIndex(of: "=") ?? item.endIndex
            let rest = cut == item.endIndex ? "" : item[item.index(after: cut)...]
            guard let name = PercentCoding.decoded(item[..<cut], plusIsSpace: true),
                let value = PercentCoding.decoded(rest, plusIsSpace: true)
            else { continue }
            items.append((name, value))
        }
    }

    init(_ items: [(name: String, value: String)]) {
        self.items = items
    }

    /// The first value of a name, nil where it is absent or empty.
    subscript(name: String) -> String? {
        items.first { $0.name == name && !$0.value.isEmpty }?.value
    }

    /// Every value of a name that is not empty.
    func all(_ name: String) -> [String] {
        items.filter { $0.name == name && !$0.value.isEmpty }.map(\.value)
    }

    mutating func append(_ name: String, _ value: String) {
        items.append((name, value))
    }

    /// The same fields without those of a name.
    func without(_ names: String...) -> FormFields {
        FormFields(items.filter { !names.contains($0.name) })
    }

    /// `a=1&b=2`, empty values left out.
    var encoded: String {
        items.filter { !$0.value.isEmpty }
            .map { PercentCoding.encoded($0.name) + "=" + PercentCoding.encoded($0.value) }.joined(separator: "&")
    }

    static func == (a: FormFields, b: FormFields) -> Bool { a.encoded == b.encoded }
    func hash(into hasher: inout Hasher) { hasher.combine(encoded) }
}
