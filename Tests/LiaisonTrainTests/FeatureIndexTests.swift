import LiaisonLanguage
import Testing

@testable import liaison_train

/// Which features get a row.
struct FeatureIndexTests {
    @Test func `The first features of a bucket have rows, those beyond its room none`() {
        // The first bits, which tell the bucket, are the same.
        let index = FeatureIndex(bucketBits: 4, features: [1, 2, 3, 4, 5])
        #expect([1, 2, 3, 4].allSatisfy { index.row(of: $0) != nil })
        #expect(index.row(of: 5) == nil)
    }

    @Test func `Features of other buckets do not take the room`() {
        let index = FeatureIndex(bucketBits: 4, features: [1, 2, 3, 4, 0xF000_0001])
        #expect(index.row(of: 0xF000_0001) == 15 * 4)
    }

    @Test func `A feature that was not chosen is left out of examples`() {
        var example = ChainExample()
        example.features = [1, 9, 2, 9]
        example.ends = [2, 3, 4]
        example.allowed = [1, 1, 1]
        let rows = FeatureIndex(bucketBits: 2, features: [1, 2]).rows(of: [example])[0]
        #expect(rows.features == [0, 1])
        #expect(rows.ends == [1, 2, 2])
    }

    @Test func `The commonest features come first, and rare ones not at all`() {
        var example = ChainExample()
        example.features = [7, 8, 8, 9, 9, 9]
        example.ends = [6]
        example.allowed = [1]
        #expect(FeatureCounts([example]).features(atLeast: 2) == [9, 8])
    }
}
