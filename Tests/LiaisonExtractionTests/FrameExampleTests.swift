import LiaisonExtraction
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
}
