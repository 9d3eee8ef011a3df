internal import HTTPTypes
internal import Hummingbird
internal import LiaisonStore
internal import Logging

/// A local page on a store: to look, ask and correct.
///
/// For example:
///
///     var configuration = ExplorerConfiguration(store: "liaison.sqlite", options: ExportOptions(vocabulary: vocabulary))
///     configuration.port = 0
///     try await Explorer(configuration).run { port in print("http://127.0.0.1:\(port)/") }
public struct Explorer: Sendable {
    private let site: Site
    private let configuration: ExplorerConfiguration
    /// Forms are short: what is longer is not read. In bytes.
    private static let maximumForm = 65_536

    /// Opens the store.
    /// - Throws: `StoreError` when there is no store or it cannot be read, ``ExplorerError`` when it would be open to others
    ///   without a token.
    public init(_ configuration: ExplorerConfiguration) throws {
        guard configuration.isLoopback || configuration.token != nil else { throw ExplorerError.tokenNeeded }
        self.configuration = configuration
        site = try Site(configuration)
    }

    /// Serves pages until the program is told to end (SIGINT, SIGTERM), or the task is cancelled.
    /// - Parameter whenReady: is told the port.
    /// - Throws: ``ExplorerError/cannotListen(address:reason:)``.
    public func run(whenReady: @escaping @Sendable (Int) -> Void) async throws {
        let site = site
        var logger = Logger(label: "liaison.serve")
        logger.logLevel = .critical
        let application = Application(
            responder: CallbackResponder { request, _ in await Self.answer(request, site) }
                as CallbackResponder<BasicRequestContext>,
            // What says nothing for a minute is let go, so that connections cannot pile up.
            server: .http1(configuration: .init(idleTimeout: .seconds(60))),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), serverName: nil),
            onServerRunning: { channel in whenReady(channel.localAddress?.port ?? 0) }, logger: logger)
        do {
            try await application.runService()
        } catch is CancellationError {
            return
        } catch {
            throw ExplorerError.cannotListen(
                address: "\(configuration.host):\(configuration.port)", reason: String(describing: error))
        }
    }

    private static func answer(_ request: Request, _ site: Site) async -> Response {
        var headers: [String: String] = [:]
        for field in request.headers {
            let name = field.name.canonicalName
            // Fields that come twice are joined, as the standard says; a second host is not a host.
            headers[name] = headers[name].map { $0 + (name == "cookie" ? "; " : ", ") + field.value } ?? field.value
        }
        // HTTPTypes keeps the host apart.
        headers["host"] = headers["host"] ?? request.head.authority
        var page = PageRequest(method: method(request.method), target: request.head.path ?? "/", headers: headers)
        if page.method == .post {
            guard let body = try? await request.body.collect(upTo: maximumForm) else {
                return response(PageResponse(status: 413), isHead: false)
            }
            page.form = FormFields(encoded: String(buffer: body))
        }
        return response(await site.respond(to: page), isHead: page.method == .head)
    }

    private static func method(_ method: HTTPRequest.Method) -> PageRequest.Method {
        switch method {
        case .get: .get
        case .head: .head
        case .post: .post
        default: .other
        }
    }

    private static func response(_ page: PageResponse, isHead: Bool) -> Response {
        var headers = HTTPFields()
        for (name, value) in page.headers {
            guard let name = HTTPField.Name(name) else { continue }
            headers.append(HTTPField(name: name, value: value))
        }
        if isHead { headers[.contentLength] = String(page.body.count) }
        let body = isHead || page.body.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: page.body))
        return Response(status: HTTPResponse.Status(code: page.status), headers: headers, body: body)
    }
}
