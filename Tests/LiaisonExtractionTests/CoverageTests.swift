import LiaisonExtraction
import LiaisonModel
import Testing

@Suite struct CoverageTests {
    private func coverage(_ texts: [String], _ language: String) throws -> Coverage {
        let extractor = try Sample.extractor()
        var coverage = Coverage(frames: extractor.frameList)
        for (index, text) in texts.enumerated() {
            coverage.add(extractor.coverage(of: Article(id: "\(index)", language: language, text: text)))
        }
        return coverage
    }

    @Test func `a frame that fired is counted, others of the language are idle`() throws {
        let coverage = try coverage(["Microsoft acquired LinkedIn in 2016."], "en")
        #expect(coverage.frames.first { $0.id == "en.acquire" }?.fired == 1)
        #expect(coverage.frames.contains { $0.fired == 0 })
        #expect(coverage.frames.allSatisfy { $0.id.hasPrefix("en.") })
        #expect(coverage.queue(limit: 9).isEmpty)
    }

    @Test func `a sentence with two names and a trigger that gave nothing is in the queue`() throws {
        let text = "Microsoft, as everybody at Google knows, paints what was acquired."
        let queue = try coverage([text, "Rain fell."], "en").queue(limit: 9)
        #expect(queue.map(\.article) == ["0"])
        #expect(queue.first?.sentence == text)
        #expect(queue.first?.trigger == "acquired")
    }

    @Test func `the queue is bounded`() throws {
        let text = "Microsoft, as everybody at Google knows, paints what was acquired."
        let coverage = try coverage([text, text, text], "en")
        #expect(coverage.silenceCount == 3)
        #expect(coverage.queue(limit: 2).count == 2)
    }
}
