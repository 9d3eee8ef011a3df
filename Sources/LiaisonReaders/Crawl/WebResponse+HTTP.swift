extension WebResponse {
    /// Reads an answer as it came over the line; nil where the bytes are none.
    init?(http bytes: [UInt8], address: WebAddress, retrieved: String?) {
        var index = 0
        func line() -> String? {
            guard let end = bytes[index...].firstIndex(of: 0x0A) else { return nil }
            defer { index = end + 1 }
            let isReturned = end > index && bytes[end - 1] == 0x0D
            return WebHeaders.text(bytes[index..<(isReturned ? end - 1 : end)])
        }
        guard bytes.starts(with: "HTTP/".utf8), let status = line().flatMap(WebHeaders.status) else { return nil }
        var headers: [(name: String, value: String)] = []
        while let line = line(), !line.isEmpty, headers.count < 1024 {
            if let header = WebHeaders.header(line) { headers.append(header) }
        }
        let body = Array(bytes[index...])
        let isChunked = headers.contains {
            $0.name == "transfer-encoding" && $0.value.lowercased().contains("chunked")
        }
        // Some archives keep the header and not the chunks.
        self.init(
            address: address, status: status, headers: headers,
            body: isChunked ? Self.joined(chunks: body) ?? body : body, retrieved: retrieved)
    }

    /// The bytes of chunks (RFC 9112, 7.1); nil where they are none. Chunks that are cut off give what there is.
    private static func joined(chunks bytes: [UInt8]) -> [UInt8]? {
        var out: [UInt8] = []
        var index = 0
        while index < bytes.count {
            guard let end = bytes[index...].firstIndex(of: 0x0A), end - index < 256 else { return nil }
            let digits = String(decoding: bytes[index..<end], as: UTF8.self).prefix { $0.isHexDigit }
            guard let size = Int(digits, radix: 16), size >= 0 else { return nil }
            if size == 0 { return out }
            index = end + 1
            let stop = index + min(size, bytes.count - index)
            out += bytes[index..<stop]
            index = stop
            // The end of the line after the chunk.
            if index < bytes.count, bytes[index] == 0x0D { index += 1 }
            if index < bytes.count, bytes[index] == 0x0A { index += 1 }
        }
        return out
    }
}
