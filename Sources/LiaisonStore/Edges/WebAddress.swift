/// What the store reads in a URL.
enum WebAddress {
    /// The host without `www.`, in small letters: who published an article that does not say.
    static func host(_ url: String?) -> String? {
        guard let url, let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let rest = url.utf8[colon...]
        guard rest.starts(with: "://".utf8) else { return nil }
        let ends: [UInt8] = [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")]
        var host = rest.dropFirst(3).prefix { !ends.contains($0) }
        if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[host.index(after: at)...] }
        if host.starts(with: "www.".utf8) { host = host.dropFirst(4) }
        if host.isEmpty { return nil }
        let text = String(Substring(host))
        return host.allSatisfy({ $0 < 0x80 && $0 &- 0x41 >= 26 }) ? text : text.lowercased()
    }
}
