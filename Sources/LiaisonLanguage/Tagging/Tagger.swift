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
        workspace.decoder.removeAll()
        for index in words.indices {
            // A common word that only ever has one tag needs no thought, unless it is written as a name.
            let word = words[index]
            if word.habit.isSettled && word.look.isDisjoint(with: [.initialCapital, .allCapitals]) {
                workspace.decoder.append(label: word.habit.tag)
            } else {
                TagFeatures.fill(&workspace.features, words, at: index)
                workspace.decoder.append(workspace.features, model)
            }
        }
        workspace.decoder.decode(model)
        return workspace.decoder.best
    }

    /// Memory that is used again from sentence to sentence.
    package struct Workspace: Sendable {
        var features = FeatureList()
        var decoder = ChainDecoder()
        package init() {}
    }
}
