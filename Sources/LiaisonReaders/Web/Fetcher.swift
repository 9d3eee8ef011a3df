internal import CCurl

/// Fetches pages and feeds politely: by robots.txt, with a pause between requests to one host, asking only for what has
/// changed since it was kept, and giving up in time.
final class Fetcher {
    let options: FetchOptions
    private let transfer: WebTransfer
    private let archive: WebArchive?
    /// By origin: the rules, or why they cannot be had.
    private var robots: [String: Result<RobotRules, ReadFailure>] = [:]
    /// By host: when the last request to it ended.
    private var last: [String: ContinuousClock.Instant] = [:]
    /// Hosts that asked not to be asked for longer than anybody waits.
    private var closed: [String: Int] = [:]

    init(options: FetchOptions) throws(ReadFailure) {
        self.options = options
        transfer = try WebTransfer(options: options)
        archive = options.folder.map(WebArchive.init(folder:))
    }

    /// What an address holds now, or held when it was kept.
    /// - Parameter isNamed: Whether the user named it, or something in the same private network did.
    /// - Throws: ``FetchFailure``.
    func fetch(_ text: String, isNamed: Bool) throws(ReadFailure) -> WebResponse {
        var address = try WebAddress(text)
        var credentials = address.credentials
        var mayBePrivate = isNamed && options.privateNetworks == .named
        var visited: Set<String> = []
        for _ in 0...options.redirectLimit {
            guard visited.insert(address.text).inserted else { throw ReadFailure(reason: .fetch(.redirectCircle)) }
            let response = try answer(address, credentials: credentials, mayBePrivate: mayBePrivate)
            guard let location = response.location else { return response }
            let next = try WebAddress(location, relativeTo: address)
            if next.origin != address.origin { credentials = nil }
            if next.host != address.host { mayBePrivate = mayBePrivate && response.isPrivate }
            address = next
        }
        throw ReadFailure(reason: .fetch(.redirects(limit: options.redirectLimit)))
    }

    /// The answer to one address, which may be a redirect.
    private func answer(
        _ address: WebAddress, credentials: String?, mayBePrivate: Bool
    ) throws(ReadFailure) -> WebResponse {
        let kept = try archive?.last(of: address)
        if options.isOffline {
            guard let kept else { throw ReadFailure(reason: .fetch(.notKept)) }
            return kept
        }
        let rules = try rules(of: address, mayBePrivate: mayBePrivate)
        guard rules.allows(address.path) else { throw ReadFailure(reason: .fetch(.robots)) }
        var headers: [String] = []
        if let kept, kept.status == 200 {
            if let tag = kept.header("etag") { headers.append("If-None-Match: \(tag)") }
            if let date = kept.header("last-modified") { headers.append("If-Modified-Since: \(date)") }
        }
        let response = try request(
            address, headers: headers, credentials: credentials, mayBePrivate: mayBePrivate, delay: rules.delay)
        if response.status == 304, var kept {
            kept.isPrivate = response.isPrivate
            return kept
        }
        guard response.status == 200 || response.location != nil else {
            throw ReadFailure(reason: .fetch(.status(response.status)))
        }
        guard options.isKeeping else { return response }
        if kept?.body != response.body || kept?.location != response.location { try archive?.keep(response) }
        return response
    }

    // MARK: - robots.txt

    private func rules(of address: WebAddress, mayBePrivate: Bool) throws(ReadFailure) -> RobotRules {
        if let known = robots[address.origin] { return try known.get() }
        let result = Result { () throws(ReadFailure) in
            try fetchRules(WebAddress("/robots.txt", relativeTo: address), mayBePrivate: mayBePrivate)
        }
        // Why a host of a private network was not asked depends on who led there.
        if case .failure(let failure) = result, case .fetch(.privateNetwork) = failure.reason { throw failure }
        robots[address.origin] = result
        return try result.get()
    }

    /// Rules that do not exist forbid nothing; rules that cannot be had forbid everything, until they can.
    private func fetchRules(_ start: WebAddress, mayBePrivate: Bool) throws(ReadFailure) -> RobotRules {
        var address = start
        for _ in 0..<5 {
            let response = try request(address, mayBePrivate: mayBePrivate)
            if let location = response.location {
                guard let next = try? WebAddress(location, relativeTo: address) else { return .none }
                address = next
                continue
            }
            if response.status >= 500 { throw ReadFailure(reason: .fetch(.status(response.status))) }
            guard response.status == 200, let bytes = try? response.content().all(limit: 4 << 20) else { return .none }
            let agent = options.userAgent.lowercased().prefix { $0 != "/" && $0 != " " }
            return RobotRules(bytes, agent: String(agent))
        }
        return .none
    }

    // MARK: - Patience

    /// Asks until there is an answer that will not pass, or no retry is left.
    private func request(
        _ address: WebAddress, headers: [String] = [], credentials: String? = nil, mayBePrivate: Bool,
        delay: Duration? = nil
    ) throws(ReadFailure) -> WebResponse {
        if let seconds = closed[address.host] { throw ReadFailure(reason: .fetch(.later(seconds: seconds))) }
        var backoff = options.backoff
        for attempt in 0...max(options.retries, 0) {
            pause(before: address.host, delay: delay)
            if options.isStopped() { throw ReadFailure(reason: .fetch(.stopped)) }
            let result = Result { () throws(ReadFailure) in
                try transfer.get(address, headers: headers, credentials: credentials, mayBePrivate: mayBePrivate)
            }
            last[address.host] = .now
            let isLast = attempt >= options.retries
            switch result {
            case .success(let response):
                guard FetchFailure.status(response.status).mayPass, !isLast else { return response }
                let asked = Self.retryAfter(response)
                if asked > options.longestWait {
                    closed[address.host] = Int(asked.components.seconds)
                    throw ReadFailure(reason: .fetch(.later(seconds: Int(asked.components.seconds))))
                }
                options.sleep(max(backoff, asked), options.isStopped)
            case .failure(let failure):
                guard case .fetch(let reason) = failure.reason, reason.mayPass, !isLast else { throw failure }
                options.sleep(backoff, options.isStopped)
            }
            backoff = min(backoff * 2, options.longestWait)
        }
        throw ReadFailure(reason: .fetch(.timedOut))
    }

    /// Waits until the host may be asked again.
    private func pause(before host: String, delay: Duration?) {
        guard let last = last[host] else { return }
        let pause = max(options.pause, min(delay ?? .zero, options.longestWait))
        let left = last + pause - .now
        if left > .zero { options.sleep(left, options.isStopped) }
    }

    /// The time that a server asks for, in seconds or as a date.
    private static func retryAfter(_ response: WebResponse) -> Duration {
        guard let text = response.header("retry-after") else { return .zero }
        if let seconds = Int(text) { return .seconds(min(max(seconds, 0), 1 << 30)) }
        let date = curl_getdate(text, nil)
        return date < 0 ? .zero : .seconds(min(max(date - UniversalTime.seconds, 0), 1 << 30))
    }
}
