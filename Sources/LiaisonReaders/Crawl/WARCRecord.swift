internal import LiaisonModel

/// One record of a web archive (WARC, ISO 28500).
struct WARCRecord {
    /// Names in lower case.
    var headers: [(name: String, value: String)]
    /// Nil where the record is of a kind or a size that is passed over.
    var block: [UInt8]?

    func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    /// A field of Liaison's own: the record was fetched to be read as an article, whatever its media type.
    static let keptField = "X-Liaison-Kept"

    var isKept: Bool { header(Self.keptField.lowercased()) != nil }

    /// The server's answer in the record; nil where it holds none.
    var response: WebResponse? {
        guard let block, let uri = header("warc-target-uri"),
            // Early versions of the format had the address between angle brackets.
            let address = try? WebAddress(uri.filter { $0 != "<" && $0 != ">" })
        else { return nil }
        let retrieved = header("warc-date")
        if header("warc-type") == "resource" {
            let type = header("content-type").map { [(name: "content-type", value: $0)] } ?? []
            return WebResponse(address: address, status: 200, headers: type, body: block, retrieved: retrieved)
        }
        return WebResponse(http: block, address: address, retrieved: retrieved)
    }

    /// An answer as a record, with what libcurl decoded written as it is.
    static func bytes(of response: WebResponse) -> [UInt8] {
        var http = "HTTP/1.1 \(response.status)\r\n"
        // Cookies are nobody's evidence, and the others say how the answer came over the line.
        let left: Set = ["set-cookie", "transfer-encoding", "connection", "keep-alive", "content-length"]
        for (name, value) in response.headers where !left.contains(name) { http += "\(name): \(value)\r\n" }
        http += "content-length: \(response.body.count)\r\n\r\n"
        let block = Array(http.utf8) + response.body
        var hash = SHA256()
        hash.update(block)
        let digest = Hexadecimal.text(hash.finalize())
        let head = """
            WARC/1.1\r
            WARC-Type: response\r
            WARC-Record-ID: <urn:sha256:\(digest)>\r
            WARC-Date: \(response.retrieved ?? UniversalTime.now)\r
            WARC-Target-URI: \(response.address.text)\r
            \(keptField): yes\r
            WARC-Block-Digest: sha256:\(digest)\r
            Content-Type: application/http;msgtype=response\r
            Content-Length: \(block.count)\r
            \r

            """
        return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
    }
}
