public import ArgumentParser
internal import Foundation
public import LiaisonExport
internal import LiaisonModel
internal import LiaisonSchemas
internal import LiaisonStore

extension Layout: ExpressibleByArgument {}

/// `liaison render --focus Microsoft OpenAI -o FILE.svg`: a picture, drawn by Graphviz.
struct RenderCommand: StoreCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Draw the graph, or a part of it, as SVG, PNG or PDF.",
        discussion: """
            Without --limit, \(defaultLimit) edges are drawn, the best attested between the most central entities; the \
            caption says how many are not.
            """)

    /// A landscape of about five hundred entities: more cannot be read on one page.
    static let defaultLimit = 600

    @Option(name: .shortAndLong, help: "The picture to write; its extension is the format: svg, png or pdf.")
    var output: String

    @OptionGroup(title: "What is drawn") var view: ViewOptions

    @Option(help: "How nodes are placed: \(Layout.allCases.map(\.rawValue).joined(separator: ", ")).")
    var layout: Layout = .auto

    @Option(help: ArgumentHelp("Give up drawing after this time.", valueName: "seconds"))
    var timeLimit: Double = 60

    @Option(help: "The language of labels and captions.")
    var language: TextLanguage = .english

    @OptionGroup var schemas: SchemaOptions
    @OptionGroup var store: StoreOptions

    func validate() throws {
        if imageFormat == nil { throw ValidationError("\"\(output)\" should end with .svg, .png or .pdf") }
        if !(timeLimit > 0 && timeLimit <= 86_400) { throw ValidationError("--time-limit is a number of seconds") }
    }

    func answer() throws {
        do {
            let vocabulary = try Vocabulary(schemas: try schemas.load())
            let store = try store.reading()
            var view = try view.view(in: store, vocabulary: vocabulary, language: language.rawValue)
            if view.limit == nil { view.limit = Self.defaultLimit }
            let graph = try store.graph(view)
            let summary = try graph.summary()
            if summary.edgeCount == 0 {
                throw Failure(.notFound, "there is nothing to draw: no edge passes the filters")
            }
            let picture = try Picture(
                of: graph, options: ExportOptions(vocabulary: vocabulary, language: language.rawValue), layout: layout)
            let image = try picture.draw(as: imageFormat ?? .svg, timeLimit: timeLimit)
            try FileSink.replacing(output) { sink in try image.withUnsafeBytes { try sink.write($0) } }
            if summary.hiddenEdgeCount > 0 {
                Terminal.note(
                    "\(Count.of(summary.hiddenEdgeCount, "more edge")) not drawn; see --limit and --min-belief")
            }
        } catch let error as ExportError {
            throw Failure(error)
        } catch let error as SchemaError {
            throw Failure(.badData, error.description)
        }
    }

    private var imageFormat: ImageFormat? {
        ImageFormat(rawValue: URL(fileURLWithPath: output).pathExtension.lowercased())
    }
}
