import Foundation
import LiaisonExport
import LiaisonModel
import Testing

/// Drawn by the real Graphviz.
struct PictureTests {
    private func picture(_ graph: GraphSnapshot, layout: Layout = .auto) throws -> Picture {
        try Picture(of: graph, options: Sample.options(), layout: layout)
    }

    /// A star of companies around one.
    private func star(_ count: Int) -> GraphSnapshot {
        Sample.graph(
            (0..<count).map { number in
                let end = EntityReference(key: EntityKey("org:n\(number)"), name: "Nexalis \(number)", kind: .company)
                return Sample.edge([Sample.statement(end)])
            })
    }

    @Test func `an SVG shows the names and links to the articles`() throws {
        let bytes = try picture(Sample.graph([Sample.edge([Sample.statement()])])).draw(as: .svg)
        let svg = String(decoding: bytes, as: UTF8.self)
        #expect(svg.contains(">OpenAI</text>"))
        #expect(svg.contains("xlink:href=\"https://news.example/1\""))
        #expect(svg.contains("<style>"))
    }

    @Test func `names of any kind give well-formed XML`() throws {
        let bytes = try picture(Sample.nastyGraph(), layout: .dot).draw(as: .svg)
        let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
        #expect(scalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" })
        #expect(String(decoding: bytes, as: UTF8.self).contains("&lt;b&gt;bold&lt;/b&gt;"))
    }

    @Test func `PNG and PDF are what they say`() throws {
        let picture = try picture(Sample.graph([Sample.edge([Sample.statement()])]))
        #expect(try picture.draw(as: .png).starts(with: [0x89, 0x50, 0x4E, 0x47]))
        #expect(try picture.draw(as: .pdf).starts(with: Array("%PDF".utf8)))
    }

    @Test func `the layout follows the size`() throws {
        #expect(try picture(star(10)).engine == "dot")
        #expect(try picture(star(100)).engine == "neato")
        #expect(try picture(star(400)).engine == "sfdp")
        #expect(try picture(star(10), layout: .sfdp).engine == "sfdp")
    }

    @Test func `a landscape shows every name once, with links, on white paper`() throws {
        let svg = String(decoding: try picture(star(400)).draw(as: .svg), as: UTF8.self)
        #expect(svg.split(separator: ">Nexalis 17</text>").count == 2)
        #expect(svg.contains("xlink:href=\"https://news.example/1\""))
        #expect(!svg.contains("#dae2ff"))
        // The caption is there, and a country behind the names.
        #expect(svg.contains("400 relations"))
        #expect(svg.contains("#fbe3e0"))
    }

    @Test func `drawing that takes too long is stopped`() throws {
        let picture = try picture(star(400), layout: .dot)
        #expect(throws: ExportError.tooSlow(engine: "dot", seconds: 0.01)) {
            try picture.draw(as: .svg, timeLimit: 0.01)
        }
    }

    @Test func `long names break into even lines`() throws {
        let long = EntityReference(
            key: EntityKey("org:dod"), name: "United States Department of Defense", kind: .government)
        let dot = String(
            decoding: try picture(Sample.graph([Sample.edge([Sample.statement(long)])])).dot(), as: UTF8.self)
        #expect(dot.contains("label=\"United States\\nDepartment of Defense\""))
    }

    @Test func `a failed write leaves the old file and no other`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("graph.dot")
        try Data("old".utf8).write(to: file)
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try FileSink.replacing(file.path) { sink in
                try sink.write(UnsafeRawBufferPointer(start: nil, count: 0))
                throw Stop()
            }
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == "old")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["graph.dot"])
    }

    @Test func `relations drawn as one line keep their width, and a rumour among them its sign`() throws {
        let sure = Sample.edge([Sample.statement()], belief: 1)
        let rumour = Sample.edge([Sample.statement(Sample.lumenor, "supplies", Sample.openAI)], isRumour: true)
        let picture = try picture(Sample.graph([sure, rumour]), layout: .neato)
        let dot = String(decoding: try picture.dot(), as: UTF8.self)
        #expect(dot.contains("penwidth=1.6"))
        #expect(dot.contains("- - - supplies"))
        #expect(!dot.contains("- - - invests in"))
    }

    @Test func `the folder of a picture is made`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("Exports/graph.dot")
        try FileSink.replacing(file.path) { try Array("new".utf8).withUnsafeBytes($0.write) }
        #expect(try String(contentsOf: file, encoding: .utf8) == "new")
    }
}
