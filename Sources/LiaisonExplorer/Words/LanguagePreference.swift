/// Which language a browser wants.
enum LanguagePreference {
    /// The languages that the interface speaks, the first where nothing fits.
    static let available = ["en", "fr"]

    /// The best of the available languages for an `Accept-Language` field (RFC 9110, 12.5.4).
    static func best(for field: String?) -> String {
        var best = (language: available[0], quality: 0.0)
        for range in (field ?? "").split(separator: ",").prefix(50) {
            let parts = range.split(separator: ";").map { $0.filter { $0 != " " } }
            guard let tag = parts.first?.lowercased() else { continue }
            let written = parts.dropFirst().first { $0.hasPrefix("q=") }
            let quality = written.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            let base = tag.prefix { $0 != "-" }
            guard let language = available.first(where: { $0 == base }), quality > best.quality else { continue }
            best = (language, quality)
        }
        return best.language
    }

    /// The language of a request: what its address says, what was chosen before, what the browser prefers.
    static func language(of request: PageRequest) -> String {
        for wish in [request.query["lang"], request.cookie(cookie)] {
            if let wish, available.contains(wish) { return wish }
        }
        return best(for: request.headers["accept-language"])
    }

    static let cookie = "liaison-language"
}
