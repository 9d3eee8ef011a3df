/// The lines before the body of an answer.
enum WebHeaders {
    /// A header from its line, nil where it is none.
    static func header(_ line: some StringProtocol) -> (name: String, value: String)? {
        guard let colon = line.firstIndex(of: ":"), colon > line.startIndex else { return nil }
        return (line[..<colon].trimmed.lowercased(), line[line.index(after: colon)...].trimmed)
    }

    /// The status of a line such as `HTTP/1.1 200 OK`.
    static func status(_ line: some StringProtocol) -> Int? {
        let parts = line.split(separator: " ", maxSplits: 2)
        guard parts.count > 1, parts[0].hasPrefix("HTTP/"), let code = Int(parts[1].trimmed) else { return nil }
        return (100...999).contains(code) ? code : nil
    }

    /// Bytes as text, whatever they are: headers are ASCII, and what is not must not be lost.
    static func text(_ bytes: some Collection<UInt8>) -> String {
        String(validating: bytes, as: UTF8.self) ?? Windows1252.decode(bytes)
    }
}
