/// Gives every token its part of speech: a conditional random field per language over hashed features.
package struct Tagger: Sendable {
    private let habits: WordHabits
    private let model: ChainModel

    package init(habits: WordHabits, model: ChainModel) {
        self.habits = habits
        self.model = model
    }

    /// The tags of the words of one sentence.
    package func tags(of words: [WordSketch], _ workspace: inout Workspace) -> [UInt8] {
        if workspace.features?.rowBits != model.rowBits { workspace.features = FeatureList(rowBits: model.rowBits) }
        guard var features = workspace.features else { return [] }
        workspace.emissions.removeAll(keepingCapacity: true)
        for index in words.indices {
            TagFeatures.fill(&features, words, at: index, habits)
            workspace.emissions.append(model.emission(of: features))
        }
        workspace.features = features
        workspace.decoder.decode(workspace.emissions, model)
        return workspace.decoder.best
    }

    /// Memory that is used again from sentence to sentence.
    package struct Workspace: Sendable {
        var features: FeatureList?
        var emissions: [SIMD32<Float>] = []
        var decoder = ChainDecoder()
        package init() {}
    }
}
