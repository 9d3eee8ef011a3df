internal import ArgumentParser
internal import Foundation
internal import LiaisonLanguage

/// Fits habits, taggers and the name recogniser, each on the ones before it.
struct TrainLanguage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "language", abstract: "Fit everything below the scorer, in its order, or check what was fitted.")

    @Option(help: "The folder of labelled data.")
    var data: String

    @Option(help: "The folder of the models.")
    var models: String = "Models"

    @Flag(help: "Write nothing, and fail where a model comes out otherwise than the one that is there.")
    var check = false

    private static let files = ["habits.en.bin", "habits.fr.bin", "tags.en.bin", "tags.fr.bin", "names.bin"]

    func run() throws {
        guard check else { return try fit(models) }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("liaison-train-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: models + "/source", toPath: folder.appendingPathComponent("source").path)
        try fit(folder.path)
        var areSame = true
        for file in Self.files {
            let isSame = try ModelFolder(path: folder.path).read(file) == ModelFolder(path: models).read(file)
            print("\(file): \(isSame ? "the same bytes" : "OTHER BYTES")")
            areSame = areSame && isSame
        }
        if !areSame { throw ExitCode.failure }
    }

    private func fit(_ folder: String) throws {
        let arguments = ["--data", data, "--models", folder]
        try TrainHabits.parse(arguments).run()
        try TrainTagger.parse(arguments).run()
        try TrainNames.parse(arguments).run()
    }
}

extension ViewGroups {
    /// Groups by names that are separated by commas.
    static func listed(_ list: String) throws -> ViewGroups {
        var groups: ViewGroups = []
        for name in list.split(separator: ",") {
            guard let group = Self.named.first(where: { $0.name == name })?.group else {
                throw ValidationError(
                    "there is no group \"\(name)\"; there are \(Self.named.map(\.name).joined(separator: ", "))")
            }
            groups.insert(group)
        }
        return groups
    }
}
