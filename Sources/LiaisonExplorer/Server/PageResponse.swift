/// What goes back to the browser, free of the HTTP library.
struct PageResponse: Sendable {
    var status: Int
    /// In the order in which they are sent.
    var headers: [(name: String, value: String)]
    var body: [UInt8]

    init(status: Int = 200, type: String = "text/html; charset=utf-8", body: [UInt8] = []) {
        self.status = status
        self.body = body
        headers = body.isEmpty ? [] : [("Content-Type", type)]
    }

    /// Sends the browser on to another page, which it asks for with GET.
    static func redirect(to target: String) -> PageResponse {
        var response = PageResponse(status: 303)
        response.headers.append(("Location", target))
        return response
    }

    /// Sets a cookie that scripts cannot read.
    /// - Parameters:
    ///   - followsLinks: whether it is sent along when a link of another site leads here.
    ///   - maxAge: in seconds; nil until the browser is closed.
    mutating func setCookie(_ name: String, _ value: String, followsLinks: Bool = false, maxAge: Int? = nil) {
        var cookie = "\(name)=\(value); Path=/; HttpOnly; SameSite=\(followsLinks ? "Lax" : "Strict")"
        if let maxAge { cookie += "; Max-Age=\(maxAge)" }
        headers.append(("Set-Cookie", cookie))
    }
}
