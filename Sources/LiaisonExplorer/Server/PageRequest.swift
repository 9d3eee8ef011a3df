/// What a browser asks for, free of the HTTP library: the whole of what pages depend on.
struct PageRequest: Sendable {
    enum Method: Sendable {
        case get
        case head
        case post
        case other
    }

    var method: Method
    /// The path as it was sent, percent-encoded, without the query.
    var path: String
    /// The query's items in order, decoded.
    var query: FormFields
    /// Header fields by lower-case name.
    var headers: [String: String]
    /// The fields of a form that was sent with POST.
    var form: FormFields

    init(
        method: Method = .get, target: String, headers: [String: String] = [:], form: FormFields = FormFields()
    ) {
        self.method = method
        let cut = target.firstIndex(of: "?") ?? target.endIndex
        path = String(target[..<cut])
        query = FormFields(encoded: cut == target.endIndex ? "" : target[target.index(after: cut)...])
        self.headers = headers
        self.form = form
    }

    /// The parts of the path, decoded; nil where one of them is not UTF-8.
    var segments: [String]? {
        var segments: [String] = []
        for part in path.split(separator: "/") {
            guard let decoded = PercentCoding.decoded(part) else { return nil }
            segments.append(decoded)
        }
        return segments
    }

    /// The value of a cookie.
    func cookie(_ name: String) -> String? {
        for pair in (headers["cookie"] ?? "").split(separator: ";") {
            let pair = pair.drop { $0 == " " }
            if pair.hasPrefix(name + "=") { return String(pair.dropFirst(name.count + 1)) }
        }
        return nil
    }
}
