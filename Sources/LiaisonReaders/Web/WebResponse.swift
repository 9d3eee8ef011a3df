/// What a server answered.
struct WebResponse: Sendable {
    /// The address that was asked, after redirects.
    var address: WebAddress
    var status: Int
    /// Names in lower case, in the order of the answer.
    var headers: [(name: String, value: String)]
    /// As it came, still compressed where `Content-Encoding` says so.
    var body: [UInt8]
    /// When, in UTC: `2025-06-17T19:33:00Z`.
    var retrieved: String?
    /// Whether it came from an address that is not public.
    var isPrivate = false

    /// The value of the first header of that name in lower case.
    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    /// Where a redirect leads.
    var location: String? {
        [301, 302, 303, 307, 308].contains(status) ? header("location") : nil
    }

    /// The media type in lower case, without parameters.
    var mediaType: String? {
        guard let type = header("content-type")?.split(separator: ";").first?.trimmed.lowercased(), !type.isEmpty else {
            return nil
        }
        return type
    }

    /// The label of the encoding.
    var charset: String? {
        for parameter in header("content-type")?.split(separator: ";").dropFirst() ?? [] {
            let parts = parameter.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].trimmed.lowercased() == "charset" else { continue }
            return parts[1].trimmed.filter { $0 != "\"" && $0 != "'" }
        }
        return nil
    }
}
