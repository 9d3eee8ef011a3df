import Testing

@testable import LiaisonExplorer

/// Templates put values in their places, and values stay text.
struct TemplateTests {
    private func rendered(_ sources: [String: String], _ fields: Fields) throws -> String {
        let library = try TemplateLibrary(sources, texts: .none)
        return String(decoding: try #require(library["page"]).rendered(fields), as: UTF8.self)
    }

    @Test(arguments: [
        ("a & b", "a &amp; b"), ("<b>\"x\"</b>", "&lt;b&gt;&quot;x&quot;&lt;/b&gt;"), ("l'an", "l&#39;an"), ("", ""),
        // A browser sees the quotation mark, whatever accent comes after it.
        ("\"\u{301} onclick=x", "&quot;\u{301} onclick=x"), ("<\u{338}script>", "&lt;\u{338}script&gt;"),
    ])
    func `what HTML reserves is escaped in a value`(text: String, expected: String) throws {
        let page = try rendered(["page": "<p title=\"{{v}}\">{{{v}}}</p>"], ["v": text])
        #expect(Array(page.utf8) == Array("<p title=\"\(expected)\">\(text)</p>".utf8))
    }

    @Test func `a value is not read as a template`() throws {
        #expect(try rendered(["page": "{{v}}"], ["v": "{{v}} {{#v}}"]) == "{{v}} {{#v}}")
    }

    @Test func `sections show, leave out, repeat and look outwards`() throws {
        let page =
            "{{#on}}1{{/on}}{{^on}}2{{/on}}{{#off}}3{{/off}}{{^off}}4{{/off}}{{^none}}5{{/none}}{{#words}}6{{words}}{{/words}}"
        #expect(try rendered(["page": page], ["on": true, "off": false, "words": "x"]) == "1456x")
        let items: [Fields] = [["name": "a"], ["name": optional(nil)], [:]]
        #expect(
            try rendered(
                ["page": "{{#items}}[{{name}}{{other}}]{{/items}}"], ["items": items, "name": "o", "other": "!"])
                == "[a!][!][o!]")
        #expect(
            try rendered(["page": "{{#one}}{{name}}{{/one}}"], ["one": ["name": "inner"] as Fields, "name": "outer"])
                == "inner")
        #expect(try rendered(["page": "{{^items}}nothing{{/items}}"], ["items": [Fields]()]) == "nothing")
    }

    @Test func `a tag alone in its line leaves no empty line`() throws {
        let page = "<ul>\n{{#items}}\n<li>{{name}}</li>\n{{/items}}\n</ul>\n"
        #expect(
            try rendered(["page": page], ["items": [["name": "a"], ["name": "b"]] as [Fields]])
                == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n")
    }

    @Test func `partials, parents and words are put in place`() throws {
        let sources = [
            "frame": "<{{$title}}none{{/title}}>{{$main}}{{/main}}<{{t.end}}>",
            "page": "{{<frame}}\n{{$main}}{{> name}}!{{/main}}\n{{/frame}}\n", "name": "{{name}}",
        ]
        #expect(try rendered(sources, ["name": "a&b"]) == "<none>a&amp;b!<end>")
    }

    @Test(arguments: [
        "{{#a}}", "{{/a}}", "{{#a}}{{/b}}", "{{a", "{{> missing}}", "{{> page}}", "{{<page}}{{/page}}",
    ])
    func `a mistake in a template is found before any page is made`(source: String) {
        #expect(throws: TemplateError.self) { try TemplateLibrary(["page": source], texts: .none) }
    }
}
