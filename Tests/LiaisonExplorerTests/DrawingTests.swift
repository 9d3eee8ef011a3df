import LiaisonExport
import LiaisonModel
import Testing

@testable import LiaisonExplorer

/// Of a drawing only what is known gets into a page.
struct DrawingTests {
    private let mark = DrawingMarkup.Mark(href: "/x?a=1&b=2", title: "A <b>", data: ["name": "\"A\""])

    private func inline(_ inside: String) throws -> String {
        let svg =
            "<?xml version=\"1.0\"?><!DOCTYPE svg><svg width=\"9pt\" viewBox=\"0.00 0.00 30.00 30.00\">\(inside)</svg>"
        return try DrawingMarkup.inline(Array(svg.utf8), marks: ["e1": mark], label: "L")
    }

    @Test func `elements and attributes that are not known are left out`() throws {
        let out = try inline(
            "<script>alert(1)</script><image xlink:href=\"file:///etc/passwd\"/><style>x</style>"
                + "<path d=\"M1,2\" style=\"a\" onclick=\"b\" fill=\"url(#x)\"/><foreignObject><p>x</p></foreignObject>"
        )
        #expect(!out.contains("script"))
        #expect(!out.contains("alert"))
        #expect(!out.contains("image"))
        #expect(!out.contains("foreign"))
        #expect(!out.contains("<p>"))
        #expect(out.contains("<path d=\"M1,2\"/>"))
    }

    @Test func `words and addresses come from our list, never from the drawing`() throws {
        let out = try inline(
            "<g id=\"e1\" class=\"node k2\"><title>evil</title><g id=\"a_e1\"><a xlink:href=\"javascript:x\" "
                + "xlink:title=\"evil\"><text x=\"1\" y=\"2\">Name &amp; co</text></a></g></g>")
        #expect(!out.contains("javascript"))
        #expect(!out.contains("evil"))
        #expect(out.contains("<a href=\"/x?a=1&amp;b=2\" aria-label=\"A &lt;b&gt;\"><title>A &lt;b&gt;</title>"))
        #expect(out.contains("data-name=\"&quot;A&quot;\""))
        #expect(out.contains(">Name &amp; co</text>"))
    }

    @Test func `a colour that stands for a relation becomes its class`() throws {
        #expect(try inline("<path stroke=\"#fa5e0a\" d=\"M1\"/>").contains("<path d=\"M1\" class=\"r10\"/>"))
        #expect(try inline("<path stroke=\"#123456\" d=\"M1\"/>").contains("<path d=\"M1\"/>"))
    }

    @Test func `what Graphviz would replace in a label stays as it is`() async throws {
        let sample = try SampleSite(investor: "Orvane \\N \\G \\L \\\\", company: "Lumenor")
        let page = await sample.get("/graph?open=org:lumenor")
        #expect(page.text.contains(">Orvane \\N \\G \\L \\\\</text>"))
    }

    @Test func `a drawing that ends early is none`() {
        #expect(throws: PageError.self) { try inline("<g>") }
        #expect(throws: PageError.self) {
            try DrawingMarkup.inline(Array("<html>".utf8), marks: [:], label: "")
        }
    }

    @Test func `every relation and kind can be read in the light and in the dark`() throws {
        let palette = Palette(try SampleSite.options().vocabulary)
        let sheet = palette.styleSheet
        #expect(sheet.contains("@media (prefers-color-scheme: dark)"))
        for relation in try SampleSite.options().vocabulary.relations {
            let color = try #require(Color(relation.style.color))
            #expect(color.readable(on: .paper).contrast(with: .paper) >= 4.5)
            #expect(color.readable(on: .night).contrast(with: .night) >= 4.5)
        }
        let (black, white) = (Color(red: 0, green: 0, blue: 0), Color(red: 255, green: 255, blue: 255))
        #expect(black.contrast(with: white) == 21)
    }
}
