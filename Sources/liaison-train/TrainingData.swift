internal import Foundation
internal import LiaisonModel

/// The labelled data of a folder laid out as its README says.
struct TrainingData {
    let folder: String

    func path(_ name: String) -> String { folder + "/" + name }

    func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

    /// The objects of a JSON Lines file.
    func objects(_ name: String) throws -> [JSONValue] {
        try text(name).split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
    }

    /// The texts of a JSON Lines file.
    func texts(_ name: String) throws -> [String] {
        try objects(name).compactMap { $0["text"]?.string }
    }
}
