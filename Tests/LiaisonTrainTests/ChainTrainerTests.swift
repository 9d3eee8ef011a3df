import LiaisonLanguage
import Testing

@testable import liaison_train

/// Small chains whose right answer is known.
struct ChainTrainerTests {
    private func example(_ rows: [[UInt32]], _ allowed: [UInt32]) -> ChainExample {
        var example = ChainExample()
        for row in rows {
            example.features.append(contentsOf: row)
            example.ends.append(example.features.count)
        }
        example.allowed = allowed
        return example
    }

    private func bytes(_ examples: [ChainExample], labels: Int = 2) -> [UInt8] {
        let trainer = ChainTrainer(labels: labels, bucketBits: 4)
        trainer.fit(
            examples,
            ChainTrainer.Settings(rounds: 20, rate: 0.2, dropout: 0.1, averageFrom: 10, leastCount: 1))
        return trainer.encoded()
    }

    private func best(_ features: [[UInt32]], _ bytes: [UInt8]) throws -> [UInt8] {
        let model = try #require(ChainModel(ModelData(keeping: bytes)))
        var decoder = ChainDecoder()
        for rows in features {
            decoder.append(FeatureList(rows), model)
        }
        decoder.decode(model)
        return decoder.best
    }

    private let alternating = [[1], [2], [1], [2]] as [[UInt32]]

    @Test func `Training twice gives the same bytes`() {
        let examples = [example(alternating, [1, 2, 1, 2]), example([[2], [1]], [2, 1])]
        #expect(bytes(examples) == bytes(examples))
    }

    @Test func `Other examples give other bytes`() {
        #expect(bytes([example(alternating, [1, 2, 1, 2])]) != bytes([example(alternating, [2, 1, 2, 1])]))
    }

    @Test func `Features decide where they tell`() throws {
        let model = bytes([example(alternating, [1, 2, 1, 2])])
        #expect(try best([[2], [1], [2]], model) == [1, 0, 1])
    }

    @Test func `A long sequence is read like a short one`() throws {
        let model = bytes([example(alternating, [1, 2, 1, 2])])
        for length in [11, 12, 13, 14, 60] {
            let features = (0..<length).map { [UInt32($0 % 2 + 1)] }
            #expect(try best(features, model) == (0..<length).map { UInt8($0 % 2) })
        }
    }

    @Test func `What comes before decides where features do not tell`() throws {
        // Row 3 stands everywhere; only the first element has a feature of its own.
        let model = bytes([
            example([[1, 3], [3], [3]], [1, 1, 1]), example([[2, 3], [3], [3]], [2, 2, 2]),
        ])
        #expect(try best([[1, 3], [3], [3]], model) == [0, 0, 0])
        #expect(try best([[2, 3], [3], [3]], model) == [1, 1, 1])
    }

    @Test func `A choice of labels is settled by the examples that have none`() throws {
        // The first says only that the label is 0 or 2; the second that the same feature goes with 2.
        let model = bytes([example([[1]], [0b101]), example([[1]], [0b100]), example([[2]], [0b010])], labels: 3)
        #expect(try best([[1]], model) == [2])
    }

    @Test func `A damaged model is refused`() {
        var model = bytes([example(alternating, [1, 2, 1, 2])])
        model.removeLast()
        #expect(ChainModel(ModelData(keeping: model)) == nil)
        #expect(ChainModel(ModelData(keeping: [])) == nil)
    }
}
