import Foundation
import Testing

@testable import LiaisonExplorer

/// The real server, over a real socket.
@Suite(.serialized)
struct ServerTests {
    /// Serves a sample while the body runs.
    private func serving(_ body: @escaping @Sendable (Int) async throws -> Void) async throws {
        let sample = try SampleSite()
        var configuration = ExplorerConfiguration(
            store: sample.folder + "/store.sqlite", options: try SampleSite.options())
        configuration.port = 0
        let explorer = try Explorer(configuration)
        let (ports, continuation) = AsyncStream<Int>.makeStream()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await explorer.run { continuation.yield($0) } }
            group.addTask {
                for await port in ports {
                    try await body(port)
                    return
                }
            }
            try await group.next()
            group.cancelAll()
        }
        withExtendedLifetime(sample) {}
    }

    #if os(Linux)
        private static let stream = Int32(SOCK_STREAM.rawValue)
        private static let noSignal = Int32(MSG_NOSIGNAL)
    #else
        private static let stream = SOCK_STREAM
        private static let noSignal: Int32 = 0
    #endif

    /// Sends bytes and reads until the server closes.
    private static func exchange(_ port: Int, _ request: String) async throws -> String {
        // A thread of its own: waiting here must not keep the server from its threads.
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try send(request, to: port) }) }
        }
    }

    private static func send(_ request: String, to port: Int) throws -> String {
        let descriptor = socket(AF_INET, stream, 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw POSIXError(.ECONNREFUSED) }
        let bytes = Array(request.utf8)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Foundation.send(descriptor, $0.baseAddress, $0.count, noSignal)
            }
            if count <= 0 { break }
            sent += count
        }
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count <= 0 { break }
            answer += buffer[..<count]
        }
        return String(decoding: answer, as: UTF8.self)
    }

    @Test func `a page comes whole over the network, a head alone without its body`() async throws {
        try await serving { port in
            let page = try await Self.exchange(
                port, "GET /entity/org:orvane HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n")
            #expect(page.hasPrefix("HTTP/1.1 200"))
            #expect(page.contains("Content-Security-Policy: default-src 'none'"))
            #expect(page.hasSuffix("</html>\n"))
            let head = try await Self.exchange(
                port, "HEAD /help HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n\r\n")
            #expect(head.hasPrefix("HTTP/1.1 200"))
            #expect(!head.contains("</html>"))
        }
    }

    @Test func `another host, a form without proof and a form that is too long are refused`() async throws {
        try await serving { port in
            let foreign = try await Self.exchange(
                port, "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n")
            #expect(foreign.hasPrefix("HTTP/1.1 403"))
            let form = try await Self.exchange(
                port,
                "POST /judge HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nOrigin: http://127.0.0.1:\(port)\r\n"
                    + "Content-Length: 11\r\nConnection: close\r\n\r\nverb=accept")
            #expect(form.hasPrefix("HTTP/1.1 403"))
            let long = try await Self.exchange(
                port,
                "POST /judge HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nOrigin: http://127.0.0.1:\(port)\r\n"
                    + "Content-Length: 100000\r\nConnection: close\r\n\r\n" + String(repeating: "a", count: 100_000))
            #expect(long.hasPrefix("HTTP/1.1 413"))
        }
    }

    @Test func `what is no request does not stop the server`() async throws {
        try await serving { port in
            for garbage in ["\r\n\r\n", "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n"] {
                _ = try await Self.exchange(port, garbage)
            }
            let page = try await Self.exchange(
                port, "GET /help HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n")
            #expect(page.hasPrefix("HTTP/1.1 200"))
        }
    }
}
