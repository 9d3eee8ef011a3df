internal import ArgumentParser
internal import Foundation
internal import LiaisonLanguage
internal import LiaisonModel

/// The folder of the models that the program links in.
struct ModelFolder {
    let path: String

    func read(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
    }

    /// The habits and the tagger of a language.
    func language(_ code: String) throws -> LanguageModels {
        let models = LanguageModels(
            habits: ModelData(keeping: try read("habits.\(code).bin")),
            tags: ModelData(keeping: try read("tags.\(code).bin")))
        guard models.tagger != nil else {
            throw ValidationError("habits.\(code).bin or tags.\(code).bin is damaged; run \"liaison-train language\"")
        }
        return models
    }

    /// Writes a model, and the stamp that makes the next build take it.
    func write(_ bytes: [UInt8], _ name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
        var lines = ["// Written by liaison-train: what the models are, so that a build notices when they change."]
        for file in ["habits.en.bin", "habits.fr.bin", "tags.en.bin", "tags.fr.bin", "names.bin", "scorer.bin"] {
            let bytes = (try? read(file)) ?? []
            lines.append("// \(file) \(SHA256.hexadecimal(of: bytes))")
        }
        try (lines.joined(separator: "\n") + "\n").write(
            toFile: path + "/stamp.h", atomically: true, encoding: .utf8)
    }
}
