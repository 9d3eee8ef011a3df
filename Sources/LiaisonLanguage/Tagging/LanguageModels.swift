/// What was learned for one language.
package struct LanguageModels: Sendable {
    package var habits: WordHabits?
    package var tagger: Tagger?

    package init(habits: WordHabits?, tagger: Tagger?) {
        self.habits = habits
        self.tagger = tagger
    }

    /// Reads the models of a language; what cannot be read is left out.
    package init(habits: ModelData, tags: ModelData) {
        self.habits = WordHabits(habits)
        if let habits = self.habits, let model = ChainModel(tags) { tagger = Tagger(habits: habits, model: model) }
    }
}
