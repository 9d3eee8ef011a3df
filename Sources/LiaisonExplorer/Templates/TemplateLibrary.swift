/// The templates in one language, by name.
struct TemplateLibrary: Sendable {
    private let templates: [String: Template]

    /// Compiles templates.
    /// - Parameters:
    ///   - sources: their texts by name.
    ///   - texts: the words of the interface, known to templates as `t.` and a key.
    /// - Throws: ``TemplateError`` for a mistake in a template, a name that there is no template of, or a template inside itself.
    init(_ sources: [String: String], texts: Texts) throws(TemplateError) {
        var nodes: [String: [TemplateParser.Node]] = [:]
        for (name, text) in sources {
            var parser = TemplateParser(name: name, text: text)
            nodes[name] = try parser.parse()
        }
        var templates: [String: Template] = [:]
        for name in sources.keys {
            var assembly = Assembly(nodes: nodes, texts: texts)
            templates[name] = Template(parts: try assembly.parts(of: name))
        }
        self.templates = templates
    }

    subscript(name: String) -> Template? { templates[name] }
}

/// Puts partials, parents and words in place.
private struct Assembly {
    let nodes: [String: [TemplateParser.Node]]
    let texts: Texts
    /// The templates that are being put together, the outermost first.
    private var open: [String] = []

    init(nodes: [String: [TemplateParser.Node]], texts: Texts) {
        self.nodes = nodes
        self.texts = texts
    }

    mutating func parts(
        of name: String, _ blocks: [String: [TemplateParser.Node]] = [:]
    ) throws(TemplateError) -> [Template.Part] {
        guard let found = nodes[name] else {
            throw TemplateError(template: open.last ?? name, line: 0, message: "there is no template \(name)")
        }
        guard !open.contains(name) else {
            throw TemplateError(template: name, line: 0, message: "a template inside itself")
        }
        open.append(name)
        defer { open.removeLast() }
        return try parts(found, blocks)
    }

    private mutating func parts(
        _ nodes: [TemplateParser.Node], _ blocks: [String: [TemplateParser.Node]]
    ) throws(TemplateError) -> [Template.Part] {
        var parts: [Template.Part] = []
        func add(_ bytes: [UInt8]) {
            // Neighbours are one text.
            if case .text(let before) = parts.last {
                parts[parts.count - 1] = .text(before + bytes)
            } else {
                parts.append(.text(bytes))
            }
        }
        func add(contentsOf others: [Template.Part]) {
            for part in others {
                if case .text(let bytes) = part { add(bytes) } else { parts.append(part) }
            }
        }
        for node in nodes {
            switch node {
            case .text(let text): add(Array(text.utf8))
            case .value(let name) where name.hasPrefix("t."):
                var output = MarkupOutput()
                output.append(escaped: texts[String(name.dropFirst(2))])
                add(output.bytes)
            case .value(let name): parts.append(.value(name))
            case .markup(let name): parts.append(.markup(name))
            case .section(let name, let inner): parts.append(.section(name, try self.parts(inner, blocks)))
            case .inverted(let name, let inner): parts.append(.inverted(name, try self.parts(inner, blocks)))
            case .partial(let name): add(contentsOf: try self.parts(of: name, blocks))
            case .parent(let name, let own):
                add(contentsOf: try self.parts(of: name, own.merging(blocks) { _, outer in outer }))
            case .block(let name, let inner):
                var others = blocks
                let own = others.removeValue(forKey: name)
                add(contentsOf: try self.parts(own ?? inner, others))
            }
        }
        return parts
    }
}
