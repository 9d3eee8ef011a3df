/// What a request must pass before any page is made.
struct Gate: Sendable {
    private let hosts: HostRule
    private let token: String?
    private let secret = Secret()
    /// Whether nothing may be changed.
    let isReadOnly: Bool

    static let sessionCookie = "liaison-session"
    static let tokenCookie = "liaison-token"

    init(hosts: HostRule, token: String?, isReadOnly: Bool) {
        self.hosts = hosts
        self.token = token
        self.isReadOnly = isReadOnly
    }

    /// Lets a request pass, or answers it.
    /// - Returns: the answer where the request brings the token in its address: the token becomes a cookie, and the browser
    ///   goes on to the address without it, so that it is not shared with the address.
    /// - Throws: ``PageError``.
    func admit(_ request: PageRequest) throws(PageError) -> PageResponse? {
        guard hosts.accepts(request.headers["host"]),
            hosts.isOwn(request, needsOrigin: request.method == .post)
        else { throw .foreign }
        switch request.method {
        case .get, .head, .post: break
        case .other: throw .methodNotAllowed
        }
        guard let token else { return nil }
        if let given = request.query["token"] {
            guard Secret.isSame(given, token) else { throw .tokenNeeded }
            let rest = request.query.without("token").encoded
            var response = PageResponse.redirect(to: LocalTarget.safe(request.path + (rest.isEmpty ? "" : "?" + rest)))
            response.setCookie(Self.tokenCookie, secret.signature(of: "token " + token), followsLinks: true)
            return response
        }
        guard let cookie = request.cookie(Self.tokenCookie),
            Secret.isSame(cookie, secret.signature(of: "token " + token))
        else { throw .tokenNeeded }
        return nil
    }

    /// The field that a form of this session must bring back.
    func formToken(session: String) -> String { secret.signature(of: "form " + session) }

    /// Lets a change pass.
    /// - Throws: ``PageError`` when changes are off or the form is not one of ours.
    func admitChange(_ request: PageRequest) throws(PageError) {
        if isReadOnly { throw .readOnly }
        guard let session = request.cookie(Self.sessionCookie), session.utf8.count == 32,
            let given = request.form["csrf"], Secret.isSame(given, formToken(session: session))
        else { throw .badForm }
    }
}
