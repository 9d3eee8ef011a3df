internal import Foundation
internal import LiaisonData
internal import LiaisonModel
internal import LiaisonReaders
internal import LiaisonSchemas
internal import Synchronization
internal import Testing

/// Pages and feeds over HTTP, from a server on this machine that misbehaves.
@Suite struct FetchTests {
    /// What waiting was asked for, instead of waiting.
    private final class Waits: Sendable {
        private let waits = Mutex<[Duration]>([])

        var all: [Duration] { waits.withLock { $0 } }

        func add(_ wait: Duration) { waits.withLock { $0.append(wait) } }
    }

    /// Options that lose no time.
    private func quick(_ waits: Waits = Waits()) -> FetchOptions {
        var options = FetchOptions()
        options.pause = .zero
        // Other tests may keep the server's thread waiting for long.
        options.timeLimit = .seconds(180)
        options.sizeLimit = 1 << 20
        options.retries = 0
        options.sleep = { duration, _ in waits.add(duration) }
        return options
    }

    private func readings(_ address: String, _ options: FetchOptions) throws -> [Reading] {
        var reader = try ArticleReader.standard()
        reader.fetching = options
        return Array(reader.readings(of: [address]))
    }

    private func failure(_ address: String, _ options: FetchOptions) throws -> FetchFailure? {
        guard case .fetch(let failure) = try readings(address, options).first?.refusal?.reason else { return nil }
        return failure
    }

    /// A page with an article.
    private static func page(_ name: String, head: String = "") -> String {
        let text = "\(name) a racheté Sondex, son rival de toujours, pour un prix tenu secret. "
        return """
            <html><head>\(head)</head><body><article><h1>Le rachat de Sondex par \(name)</h1>
            <p>\(String(repeating: text, count: 6))</p></article></body></html>
            """
    }

    // MARK: - One page

    @Test func `a page is an article with its address`() throws {
        let server = try LoopbackServer { _ in .page(Self.page("Virelec")) }
        let reading = try readings(server.address("/a?b=c#d"), quick()).first
        guard case .article(let article, let origin) = reading else {
            Issue.record("refused: \(String(describing: reading))")
            return
        }
        #expect(article.url == server.address("/a?b=c"))
        #expect(article.text.hasPrefix("Virelec a racheté Sondex"))
        #expect(origin.address == article.url)
        #expect(origin.retrieved?.hasSuffix("Z") == true)
        #expect(origin.encodingSign == .header)
        #expect(server.requests.first?.headers["user-agent"]?.hasPrefix("liaison/") == true)
    }

    @Test func `a page may name its address on the same site, and no other's`() throws {
        let own = try LoopbackServer { request in
            .page(Self.page("Virelec", head: "<link rel=canonical href='http://\(request.headers["host"] ?? "")/own'>"))
        }
        #expect(try readings(own.address("/a?utm=1"), quick()).first?.article?.url == own.address("/own"))
        let other = try LoopbackServer { _ in
            .page(Self.page("Virelec", head: "<link rel=canonical href='https://courrier.example/1'>"))
        }
        #expect(try readings(other.address("/a"), quick()).first?.article?.url == other.address("/a"))
    }

    @Test(arguments: [
        ("text/html; charset=iso-8859-1", "", EncodingSign.header),
        ("text/html; charset=utf-8", "", .bytes),
        ("text/html; charset=utf-8", "<meta charset=latin1>", .declaration),
        ("text/html", "<meta http-equiv=content-type content='text/html; charset=windows-1252'>", .declaration),
        ("text/html; charset=x-unheard-of", "", .bytes),
    ])
    func `a wrong or missing charset does not spoil the text`(type: String, head: String, sign: EncodingSign) throws {
        let server = try LoopbackServer { _ in
            .answer(200, Self.page("Éclor", head: head).unicodeScalars.map { UInt8($0.value) }, type: type)
        }
        let reading = try readings(server.address("/"), quick()).first
        guard case .article(let article, let origin) = reading else {
            Issue.record("refused: \(String(describing: reading))")
            return
        }
        #expect(article.text.hasPrefix("Éclor a racheté"))
        #expect(origin.encoding == .windows1252)
        #expect(origin.encodingSign == sign)
    }

    @Test func `UTF-8 that is declared to be Latin-1 is read as what it is`() throws {
        let server = try LoopbackServer { _ in .page(Self.page("Éclor"), type: "text/html; charset=iso-8859-1") }
        #expect(try readings(server.address("/"), quick()).first?.article?.text.hasPrefix("Éclor a racheté") == true)
    }

    @Test func `compressed pages are unpacked, and cut ones refused`() throws {
        let folder = try TemporaryFolder()
        let packed = try folder.gzip(Array(Self.page("Virelec").utf8))
        let server = try LoopbackServer { request in
            let bytes = request.path == "/cut" ? Array(packed.dropLast(20)) : packed
            return .answer(200, bytes, type: "text/html", ["Content-Encoding: gzip"])
        }
        #expect(try readings(server.address("/"), quick()).first?.article?.text.hasPrefix("Virelec") == true)
        let cut = try readings(server.address("/cut"), quick()).first?.refusal
        #expect(cut?.reason == .damaged("the gzip data ends too early"))
        #expect(cut?.path == server.address("/cut"))
    }

    @Test(arguments: [
        ("image/png", FetchFailure.mediaType("image/png")), ("text/css", .mediaType("text/css")),
        ("video/mp4", .mediaType("video/mp4")),
    ])
    func `what is no text is refused by its type`(type: String, expected: FetchFailure) throws {
        let server = try LoopbackServer { _ in .answer(200, Array("x { }".utf8), type: type) }
        #expect(try failure(server.address("/x"), quick()) == expected)
    }

    @Test func `a PDF served as a page is refused for what it is`() throws {
        let server = try LoopbackServer { _ in .page("%PDF-1.7\n<html>") }
        #expect(try readings(server.address("/x.html"), quick()).first?.refusal?.reason == .binary("a PDF file"))
    }

    // MARK: - Servers that misbehave

    @Test func `an answer without end is cut at the limit of size`() throws {
        let server = try LoopbackServer { request in
            let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
            return request.path == "/headers"
                ? .endless(Array("HTTP/1.1 200 OK\r\n".utf8), again: Array("X-More: more\r\n".utf8))
                : .endless(Array(head.utf8), again: Array(repeating: UInt8(ascii: "a"), count: 4096))
        }
        #expect(try failure(server.address("/"), quick()) == .tooLarge(limit: 1 << 20))
        #expect(try failure(server.address("/headers"), quick()) == .tooLarge(limit: 1 << 20))
    }

    @Test func `an answer that says it is too long is not read`() throws {
        let server = try LoopbackServer { _ in .raw(["HTTP/1.1 200 OK", "Content-Length: 99999999999"]) }
        #expect(try failure(server.address("/"), quick()) == .tooLarge(limit: 1 << 20))
    }

    @Test func `a server that stops in the middle is given up`() throws {
        let server = try LoopbackServer { request in
            .stuck(request.path == "/silent" ? [] : Array("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<html>".utf8))
        }
        var options = quick()
        options.timeLimit = .milliseconds(300)
        #expect(try failure(server.address("/"), options) == .timedOut)
        #expect(try failure(server.address("/silent"), options) == .timedOut)
    }

    @Test func `an answer shorter than it says is no page`() throws {
        let server = try LoopbackServer { _ in
            .raw(["HTTP/1.1 200 OK", "Content-Type: text/html", "Content-Length: 50000"], Array(Self.page("X").utf8))
        }
        #expect(try failure(server.address("/"), quick()) == .cutOff)
    }

    @Test func `an answer longer than it says ends where it says`() throws {
        let page = Self.page("Virelec")
        let server = try LoopbackServer { _ in
            .raw(
                ["HTTP/1.1 200 OK", "Content-Type: text/html", "Content-Length: \(page.utf8.count)"],
                Array((page + "<p>" + String(repeating: "Smuggled words, and many of them. ", count: 20)).utf8))
        }
        let text = try #require(try readings(server.address("/"), quick()).first?.article?.text)
        #expect(!text.contains("Smuggled"))
    }

    @Test(arguments: ["", "nonsense\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "\0\0\0\0"])
    func `what is no HTTP is refused`(answer: String) throws {
        let server = try LoopbackServer { _ in .bytes(Array(answer.utf8)) }
        #expect(try readings(server.address("/"), quick()).first?.refusal?.severity == .inputOutput)
    }

    @Test func `a server that is not there is named`() throws {
        var server: LoopbackServer? = try LoopbackServer { _ in .answer(404) }
        let address = try #require(server?.address("/x"))
        server = nil
        let refusal = try #require(try readings(address, quick()).first?.refusal)
        #expect(refusal.severity == .inputOutput)
        #expect(refusal.path == address)
    }

    // MARK: - Redirects

    @Test func `redirects are followed to the page`() throws {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/old": .answer(301, ["Location: /mid?x=1"])
            case "/mid?x=1": .answer(307, ["Location: http://\(request.headers["host"] ?? "")/new"])
            default: .page(Self.page("Virelec"))
            }
        }
        #expect(try readings(server.address("/old"), quick()).first?.article?.url == server.address("/new"))
    }

    @Test func `redirects in a circle and redirects without end are given up`() throws {
        let server = try LoopbackServer { request in
            switch request.path {
            case "/a": .answer(302, ["Location: /b"])
            case "/b": .answer(302, ["Location: /a"])
            default: .answer(302, ["Location: \(request.path)x"])
            }
        }
        #expect(try failure(server.address("/a"), quick()) == .redirectCircle)
        #expect(try failure(server.address("/c"), quick()) == .redirects(limit: 10))
        #expect(server.requests.count == 2 + 11)
    }

    @Test(arguments: [("file:///etc/passwd", "file"), ("ftp://127.0.0.1/a", "ftp"), ("gopher://127.0.0.1/a", "gopher")])
    func `redirects leave the web for nothing`(target: String, scheme: String) throws {
        let server = try LoopbackServer { _ in .answer(302, ["Location: \(target)"]) }
        #expect(try failure(server.address("/"), quick()) == .scheme(scheme))
    }

    @Test func `credentials go to the host they were given for and no other`() throws {
        let other = try LoopbackServer { _ in .page(Self.page("Virelec")) }
        let target = other.address("/there")
        let server = try LoopbackServer { request in
            .answer(302, ["Location: \(request.path == "/a" ? "/b" : target)"])
        }
        let address = server.address("/a").replacingOccurrences(of: "http://", with: "http://anne:secret@")
        let article = try #require(try readings(address, quick()).first?.article)
        #expect(
            server.requests.map { $0.headers["authorization"] } == ["Basic YW5uZTpzZWNyZXQ=", "Basic YW5uZTpzZWNyZXQ="])
        #expect(other.requests.map { $0.headers["authorization"] } == [nil])
        #expect(article.url == target)
    }

    @Test func `a password is in no message`() throws {
        let server = try LoopbackServer { _ in .answer(404) }
        let address = server.address("/a").replacingOccurrences(of: "http://", with: "http://anne:secret@")
        let refusal = try #require(try readings(address, quick()).first?.refusal)
        #expect(refusal.description == "\(server.address("/a")): the server answers 404 Not Found")
        #expect(refusal.severity == .notFound)
    }

    // MARK: - Private networks

    @Test func `private networks are not reached where that is not wanted`() throws {
        let server = try LoopbackServer { _ in .page(Self.page("Virelec")) }
        var options = quick()
        options.privateNetworks = .never
        #expect(try failure(server.address("/"), options) == .privateNetwork(host: "127.0.0.1"))
        #expect(try failure(server.address("/", host: "localhost"), options) == .privateNetwork(host: "localhost"))
        #expect(server.requests.isEmpty)
    }

    @Test(
        arguments: [
            ([127, 0, 0, 1], true), ([10, 1, 2, 3], true), ([172, 16, 0, 1], true), ([172, 32, 0, 1], false),
            ([192, 168, 1, 1], true), ([169, 254, 169, 254], true), ([100, 64, 0, 1], true), ([0, 0, 0, 0], true),
            ([224, 0, 0, 1], true), ([8, 8, 8, 8], false), ([93, 184, 216, 34], false),
        ] as [([UInt8], Bool)])
    func `the networks that are not public are known`(bytes: [UInt8], isPrivate: Bool) {
        #expect(NetworkAddress.isPrivate(v4: bytes) == isPrivate)
        let zeros = [UInt8](repeating: 0, count: 10)
        #expect(NetworkAddress.isPrivate(v6: zeros + [0xFF, 0xFF] + bytes) == isPrivate)
        #expect(NetworkAddress.isPrivate(v6: [0x20, 0x02] + bytes + zeros) == isPrivate)
        #expect(NetworkAddress.isPrivate(v6: [0, 0x64, 0xFF, 0x9B] + zeros.dropLast(2) + bytes) == isPrivate)
    }

    @Test func `loopback, local and unique local addresses of IPv6 are not public`() {
        let zeros = [UInt8](repeating: 0, count: 15)
        #expect(NetworkAddress.isPrivate(v6: zeros + [1]))
        #expect(NetworkAddress.isPrivate(v6: [0xFE, 0x80] + zeros.dropLast()))
        #expect(NetworkAddress.isPrivate(v6: [0xFD] + zeros))
        #expect(!NetworkAddress.isPrivate(v6: [0x26, 0x06] + zeros.dropLast()))
    }

    // MARK: - Patience

    @Test func `a server that is busy is asked again when it says`() throws {
        let waits = Waits()
        let count = Mutex(0)
        let server = try LoopbackServer { _ in
            let number = count.withLock {
                $0 += 1
                return $0
            }
            switch number {
            case 1: return .answer(429, ["Retry-After: 7"])
            case 2: return .answer(503)
            default: return .page(Self.page("Virelec"))
            }
        }
        var options = quick(waits)
        options.retries = 3
        options.backoff = .seconds(2)
        #expect(try readings(server.address("/"), options).first?.article != nil)
        #expect(waits.all == [.seconds(7), .seconds(4)])
    }

    @Test func `a server that wants too long a pause is asked no more`() throws {
        let server = try LoopbackServer { _ in .answer(429, ["Retry-After: 86400"]) }
        var options = quick()
        options.retries = 3
        var reader = try ArticleReader.standard()
        reader.fetching = options
        let all = Array(reader.readings(of: [server.address("/a"), server.address("/b")]))
        #expect(all.map { $0.refusal?.reason } == [.fetch(.later(seconds: 86400)), .fetch(.later(seconds: 86400))])
        #expect(server.requests.count == 1)
    }

    @Test func `retries end`() throws {
        let server = try LoopbackServer { _ in .answer(500) }
        var options = quick()
        options.retries = 2
        #expect(try failure(server.address("/"), options) == .status(500))
        #expect(server.requests.count == 3)
    }

    @Test func `what will not pass is not asked for again`() throws {
        let server = try LoopbackServer { _ in .answer(403) }
        var options = quick()
        options.retries = 5
        #expect(try failure(server.address("/"), options) == .status(403))
        #expect(server.requests.count == 1)
    }

    @Test func `a host is left in peace between two requests`() throws {
        let waits = Waits()
        let server = try LoopbackServer { _ in .page(Self.page("Virelec")) }
        var options = quick(waits)
        options.pause = .seconds(3600)
        var reader = try ArticleReader.standard()
        reader.fetching = options
        _ = Array(reader.readings(of: [server.address("/a"), server.address("/b")]))
        // robots.txt, then two pages.
        #expect(waits.all.count == 2)
        #expect(waits.all.allSatisfy { $0 > .seconds(3000) && $0 <= .seconds(3600) })
    }

    @Test func `somebody who asks to stop is not kept waiting`() throws {
        let server = try LoopbackServer { _ in .stuck([]) }
        var options = quick()
        options.isStopped = { true }
        #expect(try failure(server.address("/"), options) == .stopped)
    }
}
