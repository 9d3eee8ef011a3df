import LiaisonData
import LiaisonExtraction
import LiaisonSchemas
import Testing

@Suite struct FrameExampleTests {
    @Test func `every example of every frame gives what it says`() throws {
        let results = try Sample.extractor().checkExamples()
        #expect(results.count > 200)
        for result in results {
            #expect(
                result.complaint == nil,
                "\(result.file):\(result.line): \(result.frame) \(result.complaint ?? "")\n    \(result.text)")
        }
    }

    /// A later file replaces a frame of an earlier one, so that users can; among our own files that would lose one.
    @Test(arguments: ["fr", "en"]) func `no id of a frame stands in two files`(language: String) throws {
        var places: [String: String] = [:]
        for file in try SchemaSet.embedded().files(in: "frames/\(language)") {
            for node in try file.root().elements {
                let id = try #require(node["id"]?.scalar)
                #expect(places[id] == nil, "\(id) stands in \(places[id] ?? "") and in \(file.displayPath)")
                places[id] = file.displayPath
            }
        }
        #expect(places.count > 100)
    }
}
