internal import CLiaisonModels

/// Everything that was learned: the habits and taggers of both languages, and the name recogniser.
package struct Models: Sendable {
    package var french: LanguageModels
    package var english: LanguageModels
    package var names: ChainModel?

    package init(french: LanguageModels, english: LanguageModels, names: ChainModel?) {
        self.french = french
        self.english = english
        self.names = names
    }

    /// The models inside the program, read where they lie; what is missing or damaged is left out.
    package static let linked = Models(
        french: LanguageModels(habits: data(LIAISON_HABITS_FR), tags: data(LIAISON_TAGS_FR)),
        english: LanguageModels(habits: data(LIAISON_HABITS_EN), tags: data(LIAISON_TAGS_EN)),
        names: ChainModel(data(LIAISON_NAMES)))

    /// The weights of the scorer of relations, which is read by those who extract them.
    package static let scorer = data(LIAISON_SCORER)

    private static func data(_ model: LiaisonModelID) -> ModelData {
        let bytes = liaison_model(model)
        guard let start = bytes.start else { return ModelData(keeping: []) }
        return ModelData(start: UnsafeRawPointer(start), count: Int(bytes.count))
    }
}
