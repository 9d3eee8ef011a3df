internal import Foundation
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// A real HTTP server on this machine that answers as badly as it is told to.
final class LoopbackServer: Sendable {
    struct Request: Sendable {
        var path: String
        /// Names in lower case.
        var headers: [String: String]
    }

    /// What is sent for a request.
    enum Reply: Sendable {
        case bytes([UInt8])
        /// The bytes, then more of the last part until nobody takes them.
        case endless([UInt8], again: [UInt8])
        /// The bytes, then nothing until the other side gives up.
        case stuck([UInt8])

        /// A well-formed answer.
        static func page(_ body: String, type: String = "text/html; charset=utf-8", _ headers: String...) -> Reply {
            answer(200, Array(body.utf8), type: type, headers)
        }

        static func answer(_ status: Int, _ headers: [String]) -> Reply { answer(status, [], headers) }

        static func answer(
            _ status: Int, _ body: [UInt8] = [], type: String = "text/plain", _ headers: [String] = []
        ) -> Reply {
            let lines = ["HTTP/1.1 \(status) X", "Content-Type: \(type)", "Content-Length: \(body.count)"] + headers
            return raw(lines, body)
        }

        static func raw(_ lines: [String], _ body: [UInt8] = []) -> Reply {
            .bytes(Array((lines + ["Connection: close", "", ""]).joined(separator: "\r\n").utf8) + body)
        }
    }

    private let descriptor: Int32
    private let port: UInt16
    private let seen = Mutex<[Request]>([])
    private let reply: @Sendable (Request) -> Reply

    convenience init(robots: String, _ reply: @escaping @Sendable (Request) -> Reply) throws {
        try self.init(robotsReply: .page(robots, type: "text/plain"), reply)
    }

    /// Starts to answer; there is no robots.txt unless one is given.
    init(robotsReply: Reply = .answer(404), _ reply: @escaping @Sendable (Request) -> Reply) throws {
        self.reply = { $0.path == "/robots.txt" ? robotsReply : reply($0) }
        #if os(Linux)
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            descriptor = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listening = descriptor
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(listening, pointer, length) == 0 && listen(listening, 64) == 0
                    && getsockname(listening, pointer, &length) == 0
            }
        }
        guard isBound else { throw POSIXError(.EADDRNOTAVAIL) }
        port = UInt16(bigEndian: address.sin_port)
        let thread = Thread { [weak self] in
            // Only who accepts closes: the number of a closed socket may be another server's by the time it is asked again.
            defer { close(listening) }
            while true {
                let connection = accept(listening, nil, nil)
                guard connection >= 0 else { return }
                guard let server = self else {
                    close(connection)
                    return
                }
                Thread { server.serve(connection) }.start()
            }
        }
        thread.start()
    }

    deinit {
        shutdown(descriptor, Int32(SHUT_RDWR))
    }

    /// The address of a path.
    func address(_ path: String, host: String = "127.0.0.1") -> String { "http://\(host):\(port)\(path)" }

    /// What was asked for besides robots.txt, in order.
    var requests: [Request] { seen.withLock { $0.filter { $0.path != "/robots.txt" } } }

    private func serve(_ connection: Int32) {
        defer { close(connection) }
        var head: [UInt8] = []
        var byte: UInt8 = 0
        while !head.suffix(4).elementsEqual("\r\n\r\n".utf8) {
            guard recv(connection, &byte, 1, 0) == 1 else { return }
            head.append(byte)
        }
        let lines = String(decoding: head, as: UTF8.self).components(separatedBy: "\r\n")
        var request = Request(path: String(lines[0].split(separator: " ")[1]), headers: [:])
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            request.headers[line[..<colon].lowercased()] = value
        }
        seen.withLock { $0.append(request) }
        switch reply(request) {
        case .bytes(let bytes): _ = write(bytes, to: connection)
        case .endless(let bytes, let again):
            guard write(bytes, to: connection) else { return }
            while write(again, to: connection) {}
        case .stuck(let bytes):
            guard write(bytes, to: connection) else { return }
            while recv(connection, &byte, 1, 0) > 0 {}
        }
    }

    private func write(_ bytes: [UInt8], to connection: Int32) -> Bool {
        #if os(Linux)
            let flags = Int32(MSG_NOSIGNAL)
        #else
            var isOn: Int32 = 1
            setsockopt(connection, SOL_SOCKET, SO_NOSIGPIPE, &isOn, socklen_t(MemoryLayout<Int32>.size))
            let flags: Int32 = 0
        #endif
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes { send(connection, $0.baseAddress, $0.count, flags) }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }
}
