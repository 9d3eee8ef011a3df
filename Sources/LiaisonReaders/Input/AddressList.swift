/// A file with an address a line, read as it is asked for.
final class AddressList {
    private let path: String
    private var input: BufferedInput?
    private var line = 0
    private var found = 0
    private var isStarted = false

    /// More bytes are no address.
    private static let longestLine = 64 << 10

    /// - Parameter path: A file, or `-` for standard input.
    init(path: String) {
        self.path = path
    }

    /// The next address or refusal; nil at the end.
    func next() -> InputWalk.Stop? {
        do throws(ReadFailure) {
            if !isStarted {
                isStarted = true
                input = BufferedInput(try FileSource(path: path))
            }
            while let next = try input?.line(limit: Self.longestLine) {
                line += 1
                guard case .whole(let bytes, _) = next, let text = String(validating: bytes, as: UTF8.self)?.trimmed
                else { return refusal(.fetch(.badAddress("line \(line)"))) }
                if text.isEmpty || text.hasPrefix("#") { continue }
                guard WebAddress.isAddress(text) else { return refusal(.fetch(.badAddress(text))) }
                found += 1
                return .address(text)
            }
            input = nil
            if found > 0 { return nil }
            found += 1
            return .refused(Refusal(path: path, reason: .noAddresses))
        } catch {
            input = nil
            found += 1
            return .refused(Refusal(path: path, reason: error.reason))
        }
    }

    private func refusal(_ reason: Refusal.Reason) -> InputWalk.Stop {
        found += 1
        return .refused(Refusal(path: path, line: line, reason: reason))
    }
}
