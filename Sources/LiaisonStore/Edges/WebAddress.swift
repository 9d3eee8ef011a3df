/// What the store reads in a URL.
enum WebAddress {
    /// The host without `www.`: who published an article that does not say.
    static func host(_ url: String?) -> String? {
        guard let url, let colon = url.firstIndex(of: ":"), url[colon...].hasPrefix("://") else { return nil }
        let rest = url[colon...].dropFirst(3).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let host = rest.split(separator: "@").last.map(String.init) ?? ""
        let bare = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
        return bare.isEmpty ? nil : bare.lowercased()
    }
}
