internal import LiaisonExport
internal import LiaisonModel
internal import LiaisonStore

/// All pages on one store, free of the HTTP library: a request in, a response out.
final class Site: Sendable {
    let readers: StoreReaders
    let clock: StoreClock
    let cache: PageCache
    let writer: StoreWriter
    let queue: ReviewQueue
    let desk: DrawingDesk
    let gate: Gate
    let options: ExportOptions
    let palette: Palette
    let resources: Resources
    let author: String?

    /// - Throws: `StoreError` when the store cannot be read.
    init(_ configuration: ExplorerConfiguration) throws {
        options = configuration.options
        author = configuration.author
        palette = Palette(configuration.options.vocabulary)
        resources = try Resources(palette: palette)
        clock = try StoreClock(path: configuration.store)
        readers = try StoreReaders(path: configuration.store, count: 2)
        // In bytes: a few hundred pages.
        cache = PageCache(clock: clock, capacity: 12 << 20)
        writer = StoreWriter(path: configuration.store, clock: clock)
        queue = ReviewQueue(path: configuration.store, clock: clock)
        desk = DrawingDesk(timeLimit: configuration.drawingTimeLimit)
        gate = Gate(
            hosts: HostRule(host: configuration.host, others: configuration.hostNames), token: configuration.token,
            isReadOnly: configuration.isReadOnly)
    }

    /// Answers a request; whatever goes wrong is a page too.
    func respond(to request: PageRequest) async -> PageResponse {
        let frame = PageFrame(request: request, texts: texts(for: request))
        var response: PageResponse
        do {
            if let answer = try gate.admit(request) {
                response = answer
            } else {
                response = try await page(request, frame)
            }
        } catch {
            response = errorPage(Self.pageError(error), frame)
        }
        if let language = request.query["lang"], LanguagePreference.available.contains(language) {
            response.setCookie(LanguagePreference.cookie, language, followsLinks: true, maxAge: 31_536_000)
        }
        SecurityHeaders.add(to: &response)
        Self.validate(&response, request)
        return response
    }

    private func page(_ request: PageRequest, _ frame: PageFrame) async throws -> PageResponse {
        guard let segments = request.segments, let route = Route(segments) else { throw PageError.notFound }
        guard (route == .judge) == (request.method == .post) else { throw PageError.methodNotAllowed }
        switch route {
        case .asset(let name): return try asset(name)
        case .judge: return try await judge(request, frame)
        case .review: return try await reviewPage(request, frame)
        case .judgements: return try await judgementsPage(request, frame)
        case .edit(let key): return try await editPage(key, request, frame)
        case .edge(let subject, let relation, let object):
            return try await edgePage(subject, relation, object, request, frame)
        case .home:
            // Counting a large store takes a second, and the first page is not news.
            return try await cached(request, frame, tolerance: .seconds(30)) { try await self.homePage(frame) }
        case .search: return try await cached(request, frame) { try await self.searchPage(request, frame) }
        case .suggestions: return try await cached(request, frame) { try await self.suggestions(request, frame) }
        case .entity(let key):
            return try await cached(request, frame) { try await self.entityPage(key, request, frame) }
        case .pair(let a, let b):
            return try await cached(request, frame) { try await self.pairPage(a, b, request, frame) }
        case .graph: return try await cached(request, frame) { try await self.graphPage(request, frame) }
        case .article(let hash):
            return try await cached(request, frame) { try await self.articlePage(hash, request, frame) }
        case .help: return try await cached(request, frame) { self.helpPage(frame) }
        }
    }

    private func cached(
        _ request: PageRequest, _ frame: PageFrame, tolerance: Duration = PageCache.tolerance,
        make: () async throws -> PageResponse
    ) async throws -> PageResponse {
        let key = frame.texts.language + " " + request.path + "?" + request.query.without("lang").encoded
        return try await cache.page(key, tolerance: tolerance) {
            var response = try await make()
            response.headers.append(("ETag", "\"" + Fingerprint.text(of: response.body) + "\""))
            return response
        }
    }

    private func asset(_ name: String) throws(PageError) -> PageResponse {
        guard let asset = resources.assets[name] else { throw .notFound }
        var response = PageResponse(type: asset.type, body: asset.bytes)
        // Their addresses change with their contents.
        response.headers.append(("Cache-Control", "private, max-age=31536000, immutable"))
        return response
    }

    private func texts(for request: PageRequest) -> Texts {
        let language = LanguagePreference.language(of: request)
        return resources.texts[language] ?? resources.texts.values.first ?? Texts.none
    }

    func presenter(_ frame: PageFrame) -> Presenter {
        var options = options
        options.language = frame.texts.language
        return Presenter(texts: frame.texts, options: options, palette: palette)
    }

    /// A page from a template.
    func render(_ template: String, _ frame: PageFrame, _ fields: Fields, status: Int = 200) -> PageResponse {
        let whole = frame.fields(version: resources.version, isReadOnly: gate.isReadOnly)
            .merging(fields) { _, own in own }
        let page = resources.templates[frame.texts.language]?[template]?.rendered(whole) ?? []
        var response = PageResponse(status: status, body: page)
        response.headers.append(("Vary", "Accept-Language, Cookie"))
        return response
    }

    private func errorPage(_ error: PageError, _ frame: PageFrame) -> PageResponse {
        render(
            "error", frame,
            [
                "pageTitle": frame.texts["error"], "status": String(error.status), "heading": frame.texts[error.word],
                "detail": optional(error.detail.map(Presenter.clean)),
            ], status: error.status)
    }

    private static func pageError(_ error: any Error) -> PageError {
        switch error {
        case let error as PageError: error
        case let error as StoreError where error.category == .notFound: .notFound
        case let error as StoreError: .store(error.message)
        case let error as ExportError: .cannotDraw(error.description)
        default: .store(String(describing: error))
        }
    }

    /// Answers "not modified" where the browser has the page already.
    private static func validate(_ response: inout PageResponse, _ request: PageRequest) {
        guard response.status == 200, let known = request.headers["if-none-match"],
            let tag = response.headers.first(where: { $0.name == "ETag" })?.value, known == tag
        else { return }
        response.status = 304
        response.body = []
    }
}
