internal import LiaisonSchemas

/// Templates, texts, style and script: files of `Resources`, inside the program.
struct Resources: Sendable {
    /// By language.
    let templates: [String: TemplateLibrary]
    let texts: [String: Texts]
    /// Files that browsers ask for, by name, with their media type.
    let assets: [String: (type: String, bytes: [UInt8])]
    /// Changes with every file.
    let version: String

    /// - Parameter palette: gives relations and kinds their colours.
    /// - Throws: `SchemaError` or ``TemplateError`` when the program was built with a broken file.
    init(palette: Palette) throws {
        let files = try SchemaSet(packed: packedResources)
        var sources: [String: String] = [:]
        for file in files.files(in: "templates") {
            let name = file.path.dropFirst("templates/".count)
            guard name.hasSuffix(".mustache") else { continue }
            sources[String(name.dropLast(".mustache".count))] = try file.text()
        }
        let root = try files.file("texts.yaml").root()
        var texts: [String: Texts] = [:]
        for language in LanguagePreference.available { texts[language] = try Texts(language: language, root: root) }
        self.texts = texts
        templates = try texts.mapValues { try TemplateLibrary(sources, texts: $0) }
        let types = [
            ("explorer.css", "text/css; charset=utf-8"), ("explorer.js", "text/javascript; charset=utf-8"),
            ("icon.svg", "image/svg+xml"),
        ]
        var assets: [String: (type: String, bytes: [UInt8])] = [:]
        for (name, type) in types { assets[name] = (type, Array(try files.file(name).text().utf8)) }
        let style = palette.styleSheet
        assets["palette.css"] = ("text/css; charset=utf-8", Array(style.utf8))
        self.assets = assets
        version = String(files.fingerprint.prefix(8)) + String(Fingerprint.text(of: Array(style.utf8)).prefix(8))
    }
}
