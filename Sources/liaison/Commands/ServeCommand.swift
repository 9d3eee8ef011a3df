internal import ArgumentParser
internal import CMalloc
internal import LiaisonExplorer
internal import LiaisonExport
internal import LiaisonModel
internal import LiaisonSchemas
internal import LiaisonStore

/// `liaison serve`: a local page to look, ask and correct.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Open a page on the store: search, read, follow edges to their sentences, correct.",
        discussion: """
            Only this machine can connect, unless --host says otherwise; then a token is needed, which is part of the \
            address that is printed. Everything the pages need is inside the program: they work offline.
            """)

    @Option(help: ArgumentHelp("Where to listen.", valueName: "address"))
    var host: String = "127.0.0.1"

    @Option(help: "The port; 0 takes any that is free.")
    var port: Int = 8323

    @Flag(help: "Nothing can be changed.")
    var readOnly = false

    @Option(help: "What a browser must know; made up where others can connect and none is given.")
    var token: String?

    @Option(
        help: ArgumentHelp(
            "A further name of this machine that browsers may ask for; may be repeated.", valueName: "name"))
    var allowHost: [String] = []

    @Option(help: "Who decides; else $LIAISON_AUTHOR, else $USER.")
    var author: String?

    @OptionGroup var schemas: SchemaOptions
    @OptionGroup var store: StoreOptions

    func validate() throws {
        if !(0...65_535).contains(port) { throw ValidationError("--port is a number from 0 to 65535") }
        if let token, token.utf8.count < 12 || !token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) {
            throw ValidationError("--token has at least 12 characters, none of them a blank")
        }
    }

    func run() async throws {
        // Each thread would keep an arena of its own, and large blocks for good: a quarter more than the pages need.
        malloc_bound(2, 128 << 10)
        let givingBack = Task.detached {
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(1))
                malloc_give_back()
            }
        }
        defer { givingBack.cancel() }
        do {
            let schemas = try schemas.load()
            let options = ExportOptions(
                vocabulary: try Vocabulary(schemas: schemas),
                context: try schemas.file("graph.context.jsonld").text())
            var configuration = ExplorerConfiguration(store: store.path, options: options)
            configuration.host = host
            configuration.port = port
            configuration.isReadOnly = readOnly
            configuration.token = token
            configuration.hostNames = allowHost
            configuration.author = author ?? Terminal.environment("LIAISON_AUTHOR") ?? Terminal.environment("USER")
            if !configuration.isLoopback && token == nil { configuration.token = ExplorerConfiguration.makeToken() }
            let secret = configuration.token
            let name = host.contains(":") ? "[\(host)]" : host
            let path = store.path
            try await Explorer(configuration).run { port in
                let query = secret.map { "?token=" + $0 } ?? ""
                Terminal.note("\(path) is served at http://\(name):\(port)/\(query) (end with Control-C)")
            }
        } catch let error as StoreError {
            throw Failure(error)
        } catch let error as ExplorerError {
            if case .tokenNeeded = error { throw Failure(.usage, error.description) }
            throw Failure(.inputOutput, error.description)
        } catch let error as SchemaError {
            throw Failure(.badData, error.description)
        }
    }
}
