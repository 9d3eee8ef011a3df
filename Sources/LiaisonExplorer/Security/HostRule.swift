/// Which names the pages may be asked for under: a page of another site that lets its own name point here (DNS rebinding)
/// sends that name, and gets nothing.
struct HostRule: Sendable {
    private let names: Set<String>
    private let acceptsAddresses: Bool

    /// - Parameters:
    ///   - host: where the server listens.
    ///   - others: further names that the machine is known by.
    init(host: String, others: [String]) {
        names = Set((["localhost", "127.0.0.1", "::1", host] + others).map { $0.lowercased() })
        // Rebinding needs a name; an address cannot be made to point elsewhere.
        acceptsAddresses = !Self.isLoopback(host)
    }

    /// Whether a `Host` field names this server.
    func accepts(_ field: String?) -> Bool {
        guard let field, let name = Self.name(field) else { return false }
        return names.contains(name) || (acceptsAddresses && Self.isAddress(name))
    }

    /// Whether a request that changes something, or that a script made, comes from our own pages.
    /// - Parameter needsOrigin: changes need proof; a page that is merely asked for does not.
    func isOwn(_ request: PageRequest, needsOrigin: Bool) -> Bool {
        if let origin = request.headers["origin"] {
            guard let host = request.headers["host"] else { return false }
            return origin.lowercased() == "http://" + host.lowercased()
        }
        if !needsOrigin { return true }
        return request.headers["sec-fetch-site"] == "same-origin"
    }

    static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || (host.hasPrefix("127.") && isAddress(host))
    }

    /// The name of `name:port`, in lower case and without brackets.
    private static func name(_ field: String) -> String? {
        let field = field.lowercased()
        if field.hasPrefix("[") {
            guard let end = field.firstIndex(of: "]") else { return nil }
            return String(field[field.index(after: field.startIndex)..<end])
        }
        let name = field.prefix { $0 != ":" }
        return name.isEmpty ? nil : String(name)
    }

    private static func isAddress(_ name: String) -> Bool {
        if name.contains(":") { return name.utf8.allSatisfy { Self.isHexadecimal($0) || $0 == UInt8(ascii: ":") } }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts.allSatisfy { part in UInt8(part) != nil }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"): true
        default: false
        }
    }
}
