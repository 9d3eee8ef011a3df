/// Why something was not fetched.
public enum FetchFailure: Hashable, Sendable {
    case badAddress(String)
    /// Neither HTTP nor HTTPS.
    case scheme(String)
    /// The server's robots.txt asks not to.
    case robots
    /// An address that is not public, to which a public page led.
    case privateNetwork(host: String)
    /// The server's answer, such as 404.
    case status(Int)
    /// The server asks to come back after this many seconds, which is too long to wait for.
    case later(seconds: Int)
    case redirects(limit: Int)
    case redirectCircle
    case timedOut
    case tooLarge(limit: Int)
    /// The answer ended before its end.
    case cutOff
    /// What libcurl says about a connection that failed.
    case unreachable(String)
    /// What is no text, by its media type.
    case mediaType(String)
    /// A content coding that is not read.
    case coding(String)
    case notKept
    case notFetching
    case stopped
    /// The system's word for why an answer could not be kept.
    case keeping(String)
}

extension FetchFailure {
    var severity: Refusal.Severity {
        switch self {
        case .status(404), .status(410), .notKept: .notFound
        case .badAddress, .scheme, .mediaType, .coding: .badData
        default: .inputOutput
        }
    }

    /// Whether the same request may succeed a little later.
    var mayPass: Bool {
        switch self {
        case .timedOut, .cutOff: true
        case .status(let code): [408, 429, 500, 502, 503, 504].contains(code)
        default: false
        }
    }

    /// What happened and what to do.
    var sentence: String {
        switch self {
        case .badAddress: "this is no address of the web"
        case .scheme(let scheme): "\(scheme) is not read, only http and https are"
        case .robots: "the site's robots.txt asks programs not to read this page"
        case .privateNetwork(let host):
            "\(host) is in a private network, where a page or feed of the internet must not lead; name it yourself if you want it"
        case .status(let code): "the server answers \(code)\(Self.words[code].map { " " + $0 } ?? "")"
        case .later(let seconds): "the server asks to come back in \(seconds) seconds"
        case .redirects(let limit): "more than \(limit) redirects"
        case .redirectCircle: "the redirects go round in a circle"
        case .timedOut: "the server took too long"
        case .tooLarge(let limit): "longer than \(limit >> 10) KiB; nothing of it was kept"
        case .cutOff: "the answer ended too early"
        case .unreachable(let why): "cannot be fetched: \(why)"
        case .mediaType(let type): "this is \(type), not text"
        case .coding(let coding): "the answer is compressed as \(coding), which is not read"
        case .notKept: "no copy of it is kept; fetch it without --offline"
        case .notFetching: "addresses are fetched by liaison ingest only"
        case .stopped: "stopped"
        case .keeping(let why): "what was fetched cannot be kept: \(why)"
        }
    }

    private static let words = [
        400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden", 404: "Not Found",
        405: "Method Not Allowed", 410: "Gone", 429: "Too Many Requests", 451: "Unavailable For Legal Reasons",
        500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout",
    ]
}
