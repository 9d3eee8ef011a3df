import Foundation
import PackagePlugin

/// Compiles every file of a folder into one Swift source, so that the program carries its data and an edit rebuilds it:
/// `Schemas`, or the target's own `Resources` where it has some.
@main
struct EmbedSchemas: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let own = target.directoryURL.appending(path: "Resources")
        let hasOwn = FileManager.default.fileExists(atPath: own.path)
        let folder = hasOwn ? own : context.package.directoryURL.appending(path: "Schemas")
        let name = hasOwn ? "packedResources" : "packedSchemas"
        let files = (FileManager.default.subpaths(atPath: folder.path) ?? []).sorted()
            .map { folder.appending(path: $0) }
        let output = context.pluginWorkDirectoryURL.appending(
            path: hasOwn ? "EmbeddedResources.swift" : "EmbeddedSchemas.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(folder.lastPathComponent)",
                executable: try context.tool(named: "embed-schemas").url,
                arguments: [folder.path, output.path, name],
                inputFiles: files,
                outputFiles: [output])
        ]
    }
}
