internal import ArgumentParser
internal import Foundation
internal import LiaisonData
internal import LiaisonModel
internal import LiaisonSchemas

/// Options of every command that opens a store.
struct StoreOptions: ParsableArguments {
    @Option(name: .long, help: "The store's file; else $LIAISON_STORE, else liaison.sqlite.")
    var store: String?

    /// The path of the store.
    var path: String { store ?? Terminal.environment("LIAISON_STORE") ?? "liaison.sqlite" }
}

/// Options of every command that uses the data of `Schemas`.
struct SchemaOptions: ParsableArguments {
    @Option(name: .long, help: "A folder laid over the program's own Schemas.")
    var schemas: String?

    /// The program's schemas with the user's over them.
    func load() throws -> SchemaSet {
        do {
            var set = try SchemaSet.embedded()
            if let schemas { try set.overlay(try Self.contents(of: schemas)) }
            return set
        } catch let error as SchemaError {
            throw Failure(.badData, error.description)
        }
    }

    private static func contents(of folder: String) throws -> [(path: String, displayPath: String, text: String)] {
        guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
            throw Failure(.notFound, "--schemas \(folder): there is no such folder")
        }
        return try paths.sorted().filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.map { path in
            let whole = folder + "/" + path
            guard let text = try? String(contentsOfFile: whole, encoding: .utf8) else {
                throw Failure(.badData, "\(whole): cannot be read as UTF-8 text")
            }
            return (path, whole, text)
        }
    }
}
