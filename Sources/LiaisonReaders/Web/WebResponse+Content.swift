extension WebResponse {
    /// What was sent, without the coding that the server put around it.
    /// - Throws: `coding` for one that is not read.
    func content() throws(ReadFailure) -> BufferedInput {
        let plain = BufferedInput(BytesSource(body))
        switch header("content-encoding")?.lowercased() {
        // Some archives keep the header and not the coding.
        case "gzip", "x-gzip": return body.starts(with: BinaryKind.gzip) ? BufferedInput(try GzipSource(plain)) : plain
        case "deflate": return BufferedInput(try GzipSource(plain))
        case nil, "", "identity": return plain
        case let coding?: throw ReadFailure(reason: .fetch(.coding(coding)))
        }
    }

    /// What the answer is read as: by its media type, by the ending of its address, and where these do not tell by its bytes.
    /// - Throws: `mediaType` for what is no text.
    func format(head: ArraySlice<UInt8>) throws(ReadFailure) -> InputFormat {
        let path = address.path.prefix { $0 != "?" }
        switch mediaType {
        case "text/html", "application/xhtml+xml":
            // Feeds are served as pages more often than one would think.
            return InputFormat(content: head) == .feed ? .feed : .html
        case "application/rss+xml", "application/atom+xml", "application/rdf+xml": return .feed
        case "text/xml", "application/xml": return InputFormat(content: head) == .html ? .html : .feed
        case "application/json", "application/feed+json", "text/json": return .json
        case "application/x-ndjson", "application/jsonl", "application/x-jsonlines": return .jsonLines
        case "text/markdown": return .markdown
        case "text/csv": return .csv
        case "text/tab-separated-values": return .tsv
        case "application/warc": return .warc
        case nil, "text/plain", "application/octet-stream", "binary/octet-stream", "application/gzip",
            "application/x-gzip":
            return InputFormat(fileName: String(path)) ?? InputFormat(content: head)
        case let type?:
            if type.hasSuffix("+xml"), InputFormat(content: head) == .feed { return .feed }
            throw ReadFailure(reason: .fetch(.mediaType(type)))
        }
    }
}
