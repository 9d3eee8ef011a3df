/// What every page has around its own content.
struct PageFrame: Sendable {
    let request: PageRequest
    let texts: Texts

    /// The address of this page, without the choice of a language.
    var target: String {
        let query = request.query.without("lang").encoded
        return LocalTarget.safe(request.path + (query.isEmpty ? "" : "?" + query))
    }

    /// Fields of the layout.
    func fields(version: String, isReadOnly: Bool) -> Fields {
        let other = texts.language == "fr" ? "en" : "fr"
        var elsewhere = request.query.without("lang")
        elsewhere.append("lang", other)
        let isPage = request.method == .get
        return [
            "lang": texts.language, "version": version, "isReadOnly": isReadOnly,
            "languages": [
                [
                    "tag": other, "label": texts["other-language"], "short": other.uppercased(),
                    "href": LocalTarget.safe(isPage ? request.path : "/") + "?" + elsewhere.encoded,
                ]
            ], "searched": "", "pageClass": "", "isReview": request.path == "/review",
            "isJudgements": request.path == "/judgements", "isHelp": request.path == "/help", "hasDownloads": false,
            "downloads": [Fields](),
        ]
    }

    /// Links to what this page shows in other formats.
    func downloads() -> Fields {
        let links = Download.allCases.map { format -> Fields in
            var query = request.query.without("lang", "format", "from")
            query.append("format", format.rawValue)
            return ["label": format.label, "href": LocalTarget.safe(request.path) + "?" + query.encoded]
        }
        return ["hasDownloads": true, "downloads": links]
    }
}
