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

    /// The command that the arguments name.
    ///
    /// It is read by itself, without looking at all others, which takes a tenth of a short command's time. Where it cannot be read,
    /// or help is asked for, the whole parser finds the words for it.
    private static func parse() throws -> sending any ParsableCommand {
        let arguments = CommandLine.arguments
        if arguments.count > 1,
            let type = configuration.subcommands.first(where: { $0.configuration.commandName == arguments[1] }),
            type.configuration.subcommands.isEmpty, let command = try? type.parseAsRoot(Array(arguments[2...])),
            // Asked for help, it names another command.
            Swift.type(of: command) == type
        {
            return command
        }
        return try parseAsRoot()
    }

    /// Runs a command and renders what goes wrong in one place.
    static func main() async {
        do {
            var command = try parse()
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
