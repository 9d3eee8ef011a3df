internal import ArgumentParser

/// Who decides, and why.
struct JudgementOptions: ParsableArguments {
    @Option(help: "Why: kept with the judgement.")
    var reason: String?
    @Option(help: "Who decides; else $LIAISON_AUTHOR, else $USER.")
    var author: String?

    /// The name to keep.
    var name: String? { author ?? Terminal.environment("LIAISON_AUTHOR") ?? Terminal.environment("USER") }
}
