internal import ArgumentParser

@main
struct Liaison: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "liaison",
        abstract: "Turns technology news into a graph that can be checked.",
        version: "0.1.0",
        subcommands: [
            IngestCommand.self, ExtractCommand.self, ClassifyCommand.self,
            RelationsCommand.self, NeighborsCommand.self, PathCommand.self, TimelineCommand.self, SearchCommand.self,
            EntitiesCommand.self, StatsCommand.self, WhyCommand.self, DiffCommand.self, ReviewCommand.self,
            AcceptCommand.self, RejectCommand.self, EditCommand.self,
            MergeCommand.self, SplitCommand.self, RenameCommand.self,
            UndoCommand.self, RemoveCommand.self, CheckCommand.self, BackupCommand.self, DumpCommand.self,
            ExportCommand.self, RenderCommand.self, ServeCommand.self,
            FramesCommand.self, EvaluateCommand.self,
        ])

    /// The command that the first argument names, read without looking at the others; nil when it names none, or what follows
    /// is not as that command wants it: the whole parser then finds the words for it.
    private static func parseNamed() -> (any ParsableCommand)? {
        let arguments = CommandLine.arguments
        guard arguments.count > 1,
            let type = configuration.subcommands.first(where: { $0.configuration.commandName == arguments[1] }),
            type.configuration.subcommands.isEmpty
        else { return nil }
        return try? type.parseAsRoot(Array(arguments[2...]))
    }

    /// Runs a command and renders what goes wrong in one place.
    static func main() async {
        do {
            var command = try parseNamed() ?? parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            Terminal.complain(failure.message)
            exit(withError: ExitCode(failure.code.rawValue))
        } catch {
            exit(withError: error)
        }
    }
}
