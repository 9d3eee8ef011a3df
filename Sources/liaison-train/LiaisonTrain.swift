internal import ArgumentParser

/// Fits the models that the program ships from labelled data, and measures them.
@main
struct LiaisonTrain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "liaison-train",
        abstract: "Fit the models of Liaison from labelled data, and measure them.",
        subcommands: [
            TrainLanguage.self, TrainHabits.self, TrainTagger.self, TrainNames.self, Evaluate.self, CrossValidate.self,
            Speed.self,
            ShowNames.self, TrainScorer.self, ValidateScorer.self, ScorerProposals.self, ShowAntecedents.self,
        ])
}
