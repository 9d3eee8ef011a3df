import Foundation
import PackagePlugin

/// Compiles every file of `Schemas` into one Swift source, so that the program carries its data and an edit rebuilds it.
@main
struct EmbedSchemas: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let folder = context.package.directoryURL.appending(path: "Schemas")
        let files = (FileManager.default.subpaths(atPath: folder.path) ?? []).sorted()
            .map { folder.appending(path: $0) }
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedSchemas.swift")
        return [
            .buildCommand(
                displayName: "Embedding Schemas",
                executable: try context.tool(named: "embed-schemas").url,
                arguments: [folder.path, output.path],
                inputFiles: files,
                outputFiles: [output])
        ]
    }
}
