/// What is wrong with a data file, and where.
public struct SchemaError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The path inside `Schemas`.
    public var file: String
    /// Counted from 1.
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
