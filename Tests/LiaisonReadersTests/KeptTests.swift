internal import Foundation
internal import LiaisonModel
internal import LiaisonReaders
internal import Synchronization
internal import Testing

/// What was fetched is kept, asked for again only where it changed, and read again without the network.
@Suite struct KeptTests {
    private static func page(_ name: String) -> String {
        let text = "\(name) a racheté Sondex, son rival de toujours, pour un prix tenu secret. "
        return
            "<html><body><article><h1>Le rachat</h1><p>\(String(repeating: text, count: 5))</p></article></body></html>"
    }

    private func readings(_ paths: [String], in folder: TemporaryFolder, isOffline: Bool = false) throws -> [Reading] {
        var options = FetchOptions()
        options.pause = .zero
        options.retries = 0
        options.folder = folder.path + "/kept"
        options.isOffline = isOffline
        var reader = try ArticleReader.standard()
        reader.fetching = options
        return Array(reader.readings(of: paths))
    }

    private func kept(_ folder: TemporaryFolder) -> [String] {
        (FileManager.default.enumerator(atPath: folder.path + "/kept")?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(".warc.gz") }.sorted()
    }

    @Test func `a page that has not changed is not sent again`() throws {
        let folder = try TemporaryFolder()
        let server = try LoopbackServer { request in
            if request.headers["if-none-match"] == "\"v1\"" { return .answer(304) }
            return .page(
                Self.page("Virelec"), "ETag: \"v1\"", "Last-Modified: Tue, 17 Jun 2025 19:33:00 GMT",
                "Set-Cookie: id=42")
        }
        let first = try readings([server.address("/a")], in: folder).first?.article
        let second = try readings([server.address("/a")], in: folder).first?.article
        #expect(first != nil)
        #expect(first == second)
        #expect(server.requests.map { $0.headers["if-none-match"] } == [nil, "\"v1\""])
        #expect(server.requests.last?.headers["if-modified-since"] == "Tue, 17 Jun 2025 19:33:00 GMT")
        #expect(kept(folder).count == 1)
    }

    @Test func `every version of a page is kept, and the last one is asked about`() throws {
        let folder = try TemporaryFolder()
        let version = Mutex(0)
        let server = try LoopbackServer { _ in
            let number = version.withLock {
                $0 += 1
                return $0
            }
            return .page(Self.page("Virelec \(number)"), "ETag: \"\(number)\"")
        }
        for _ in 0..<3 { _ = try readings([server.address("/a")], in: folder) }
        #expect(server.requests.map { $0.headers["if-none-match"] } == [nil, "\"1\"", "\"2\""])
        #expect(kept(folder).count == 3)
        let again = try readings([folder.path + "/kept"], in: folder)
        #expect(again.map { $0.article?.text.hasPrefix("Virelec") } == [true, true, true])
        #expect(again.last?.article?.text.hasPrefix("Virelec 3") == true)
    }

    @Test func `the same page again is kept once`() throws {
        let folder = try TemporaryFolder()
        let server = try LoopbackServer { _ in .page(Self.page("Virelec")) }
        for _ in 0..<2 { _ = try readings([server.address("/a")], in: folder) }
        #expect(kept(folder).count == 1)
    }

    @Test func `what was kept is read again when the server is gone, from its address and from the folder`() throws {
        let folder = try TemporaryFolder()
        var server: LoopbackServer? = try LoopbackServer { request in
            switch request.path {
            case "/old": .answer(301, ["Location: /new"])
            case "/notes.txt": .page("Virelec a racheté Sondex.", type: "text/plain")
            default: .page(Self.page("Virelec"))
            }
        }
        let old = try #require(server?.address("/old"))
        let notes = try #require(server?.address("/notes.txt"))
        let before = try readings([old, notes], in: folder).map(\.article)
        #expect(before.allSatisfy { $0 != nil })
        server = nil
        #expect(try readings([old, notes], in: folder, isOffline: true).map(\.article) == before)
        let fromFolder = try readings([folder.path + "/kept"], in: folder).compactMap(\.article)
        #expect(Set(fromFolder) == Set(before.compactMap { $0 }))
        let unknown = try readings([old + "er"], in: folder, isOffline: true).first?.refusal
        #expect(unknown?.reason == .fetch(.notKept))
    }

    @Test func `nothing is kept of errors, cookies and passwords`() throws {
        let folder = try TemporaryFolder()
        let server = try LoopbackServer { request in
            request.path == "/a" ? .page(Self.page("Virelec"), "Set-Cookie: id=4242") : .answer(500)
        }
        let address = server.address("/a").replacingOccurrences(of: "http://", with: "http://anne:geheim@")
        _ = try readings([address, server.address("/b")], in: folder)
        #expect(kept(folder).count == 1)
        let file = try #require(kept(folder).first)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", folder.path + "/kept/" + file]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(text.hasPrefix("WARC/1.1\r\n"))
        #expect(text.contains("WARC-Target-URI: \(server.address("/a"))\r\n"))
        #expect(!text.contains("4242"))
        #expect(!text.contains("geheim"))
    }

    @Test func `a kept answer that is damaged is fetched again`() throws {
        let folder = try TemporaryFolder()
        let server = try LoopbackServer { _ in .page(Self.page("Virelec"), "ETag: \"v1\"") }
        _ = try readings([server.address("/a")], in: folder)
        try folder.write("kept/" + #require(kept(folder).first), "damaged")
        #expect(try readings([server.address("/a")], in: folder).first?.article != nil)
        #expect(server.requests.map { $0.headers["if-none-match"] } == [nil, nil])
    }

    @Test func `a folder that cannot be written is named`() throws {
        let folder = try TemporaryFolder()
        try folder.write("kept", "a file where the folder should be")
        let server = try LoopbackServer { _ in .page(Self.page("Virelec")) }
        guard case .fetch(.keeping) = try readings([server.address("/a")], in: folder).first?.refusal?.reason else {
            Issue.record("not refused")
            return
        }
    }
}
