/// What is wrong with a gold file, and where.
public struct GoldError: Error, Hashable, Sendable, CustomStringConvertible {
    /// As the file was named.
    public var file: String
    /// Counted from 1, in files with one article a line.
    public var line: Int?
    public var message: String

    public init(file: String, line: Int? = nil, message: String) {
        self.file = file
        self.line = line
        self.message = message
    }

    public var description: String {
        line.map { "\(file):\($0): \(message)" } ?? "\(file): \(message)"
    }
}
