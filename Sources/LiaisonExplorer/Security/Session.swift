/// The name that a browser goes by, so that a form can be tied to it.
struct Session: Sendable {
    let name: String
    private let isNew: Bool

    init(_ request: PageRequest) {
        if let known = request.cookie(Gate.sessionCookie), known.utf8.count == 32,
            known.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) })
        {
            (name, isNew) = (known, false)
        } else {
            (name, isNew) = (Secret.nonce(), true)
        }
    }

    /// Gives the browser its name where it has none yet.
    func keep(in response: inout PageResponse) {
        if isNew { response.setCookie(Gate.sessionCookie, name) }
        // A page with a form is this browser's alone.
        response.headers.append(("Cache-Control", "private, no-store"))
    }
}
