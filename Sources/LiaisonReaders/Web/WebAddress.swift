internal import CCurl

/// An absolute address of the web, in the form that libcurl brings it to: `https://host/path?query`.
struct WebAddress: Hashable, Sendable {
    /// Without a fragment, and without a user's name and password.
    var text: String
    var scheme: String
    /// In lower case; IPv6 without brackets.
    var host: String
    var port: Int
    /// The path with its query, as robots.txt speaks of them.
    var path: String
    /// `name:password`, sent to this origin and never written down.
    var credentials: String?

    /// Whether a text is meant as an address and not as a path: a scheme, then `://`.
    static func isAddress(_ text: String) -> Bool {
        let scheme = text.utf8.prefix { ($0 | 0x20) &- 0x61 < 26 || $0 == UInt8(ascii: "+") }
        return !scheme.isEmpty && text.utf8[scheme.endIndex...].starts(with: "://".utf8)
    }

    /// Reads an address, or one that is relative to another.
    /// - Throws: `badAddress`, or `scheme` for one that is neither HTTP nor HTTPS.
    init(_ text: String, relativeTo base: WebAddress? = nil) throws(ReadFailure) {
        guard let handle = curl_url() else {
            throw ReadFailure(reason: .fetch(.unreachable("libcurl cannot be loaded")))
        }
        defer { curl_url_cleanup(handle) }
        if let base { curl_url_set(handle, CURLUPART_URL, base.text, 0) }
        let flags = UInt32(CURLU_URLENCODE) | UInt32(CURLU_NON_SUPPORT_SCHEME)
        guard !text.isEmpty, text.utf8.count <= Self.longest,
            curl_url_set(handle, CURLUPART_URL, text, flags) == CURLUE_OK
        else { throw ReadFailure(reason: .fetch(.badAddress(text))) }
        let scheme = Self.part(handle, CURLUPART_SCHEME)?.lowercased() ?? ""
        guard scheme == "http" || scheme == "https" else { throw ReadFailure(reason: .fetch(.scheme(scheme))) }
        guard let host = Self.part(handle, CURLUPART_HOST), !host.isEmpty,
            let port = Self.part(handle, CURLUPART_PORT, flags: UInt32(CURLU_DEFAULT_PORT)).flatMap({ Int($0) })
        else { throw ReadFailure(reason: .fetch(.badAddress(text))) }
        self.scheme = scheme
        self.port = port
        self.host = host.lowercased().trimmingBrackets
        if let user = Self.part(handle, CURLUPART_USER, flags: UInt32(CURLU_URLDECODE)) {
            let password = Self.part(handle, CURLUPART_PASSWORD, flags: UInt32(CURLU_URLDECODE)) ?? ""
            credentials = "\(user):\(password)"
        }
        for part in [CURLUPART_FRAGMENT, CURLUPART_USER, CURLUPART_PASSWORD, CURLUPART_OPTIONS] {
            curl_url_set(handle, part, nil, 0)
        }
        if host != host.lowercased() { curl_url_set(handle, CURLUPART_HOST, host.lowercased(), 0) }
        path = Self.part(handle, CURLUPART_PATH) ?? "/"
        if let query = Self.part(handle, CURLUPART_QUERY) { path += "?" + query }
        // The port that the scheme has anyway says nothing.
        guard let whole = Self.part(handle, CURLUPART_URL, flags: UInt32(CURLU_NO_DEFAULT_PORT)) else {
            throw ReadFailure(reason: .fetch(.badAddress(text)))
        }
        self.text = whole
    }

    /// An address as messages show it, without a password.
    static func shown(_ text: String) -> String { (try? WebAddress(text))?.text ?? text }

    /// Servers refuse longer ones.
    private static let longest = 8192

    /// What shares rules, a pause and credentials: scheme, host and port.
    var origin: String { "\(scheme)://\(host):\(port)" }

    private static func part(_ handle: OpaquePointer, _ part: CURLUPart, flags: UInt32 = 0) -> String? {
        var found: UnsafeMutablePointer<CChar>?
        guard curl_url_part(handle, part, &found, flags) == CURLUE_OK, let found else { return nil }
        defer { curl_free(found) }
        return String(cString: found)
    }

    /// Whether two addresses belong to one site: the last two parts of their hosts are the same.
    func isSameSite(as other: WebAddress) -> Bool {
        host == other.host
            || host.split(separator: ".").suffix(2) == other.host.split(separator: ".").suffix(2)
                && !host.utf8.allSatisfy { $0 == UInt8(ascii: ".") || ($0 &- 0x30) < 10 }
    }
}

extension String {
    fileprivate var trimmingBrackets: String {
        hasPrefix("[") && hasSuffix("]") ? String(dropFirst().dropLast()) : self
    }
}
