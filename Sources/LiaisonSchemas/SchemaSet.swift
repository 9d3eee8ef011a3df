/// The data files of `Schemas`: those inside the program and, laid over them, those of a user's folder.
///
/// Files are kept as they were packed and unpacked when asked for, so that a command pays only for the data it uses.
public struct SchemaSet: Sendable {
    /// One file and where it stands.
    public struct File: Sendable {
        /// The path inside `Schemas`, such as `frames/fr/invests-in.yaml`.
        public var path: String
        /// The path to name in messages: that of a user's file is given whole.
        public var displayPath: String
        var packed: Bytes

        /// The tree of a YAML file.
        /// - Throws: ``SchemaError`` when the packed form is damaged.
        public func root() throws(SchemaError) -> SchemaNode {
            try packed.withBytes { (bytes) throws(SchemaError) in
                var reader = PackedReader(bytes: bytes, file: displayPath)
                return try reader.node()
            }
        }

        /// The text of a file that is not YAML.
        /// - Throws: ``SchemaError`` when the file is a tree.
        public func text() throws(SchemaError) -> String {
            guard let scalar = try root().scalar else {
                throw SchemaError(file: displayPath, message: "expected text, found a tree")
            }
            return scalar
        }
    }

    /// Bytes in an array, or where the program has them.
    enum Bytes: Sendable {
        case array(ArraySlice<UInt8>)
        case literal(StaticString, Range<Int>)

        func withBytes<T>(
            _ body: (UnsafeBufferPointer<UInt8>) throws(SchemaError) -> T
        ) throws(SchemaError) -> T {
            switch self {
            case .array(let bytes):
                try bytes.withUnsafeBufferPointer { (bytes) throws(SchemaError) in try body(bytes) }
            case .literal(let text, let range):
                try body(
                    UnsafeBufferPointer(
                        rebasing: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)[range]))
            }
        }
    }

    private var layers: [[File]] = []

    /// An empty set.
    public init() {}

    /// Unpacks the index of a set that ``PackedWriter`` wrote; the files stay packed.
    public init(packed bytes: [UInt8]) throws(SchemaError) {
        try self.init(.array(bytes[...])) { .array(bytes[$0]) }
    }

    /// Like ``init(packed:)-([UInt8])``, for a literal, of which nothing is copied.
    public init(packed literal: StaticString) throws(SchemaError) {
        try self.init(.literal(literal, 0..<literal.utf8CodeUnitCount)) { .literal(literal, $0) }
    }

    private init(_ whole: Bytes, part: (Range<Int>) -> Bytes) throws(SchemaError) {
        let index = try whole.withBytes { (bytes) throws(SchemaError) in
            var reader = PackedReader(bytes: bytes, file: "Schemas")
            return try reader.index()
        }
        layers = [index.map { File(path: $0.path, displayPath: "Schemas/" + $0.path, packed: part($0.range)) }]
    }

    /// The files below a folder (all for an empty path), or the file of exactly that path, of all layers: the program's
    /// first, sorted by path.
    public func files(in path: String) -> [File] {
        layers.flatMap { layer in layer.filter { path.isEmpty || $0.path == path || $0.path.hasPrefix(path + "/") } }
    }

    /// The uppermost file of that path.
    public func file(_ path: String) throws(SchemaError) -> File {
        for layer in layers.reversed() {
            if let file = layer.first(where: { $0.path == path }) { return file }
        }
        throw SchemaError(file: path, message: "there is no such file in Schemas")
    }

    /// Lays the files of a folder over this set. Only `.yaml` files are parsed; other files are taken as text.
    /// - Parameter contents: path inside the folder, path to show, and text of each file.
    public mutating func overlay(_ contents: [(path: String, displayPath: String, text: String)]) throws(SchemaError) {
        var files: [File] = []
        for (path, displayPath, text) in contents.sorted(by: { $0.path < $1.path }) {
            var writer = PackedWriter()
            writer.append(try Self.node(of: text, path: path, displayPath: displayPath))
            files.append(File(path: path, displayPath: displayPath, packed: .array(writer.bytes[...])))
        }
        layers.append(files)
    }

    /// The tree of a YAML file, or a scalar with the whole text of any other.
    public static func node(of text: String, path: String, displayPath: String) throws(SchemaError) -> SchemaNode {
        if path.hasSuffix(".yaml") || path.hasSuffix(".yml") { return try SchemaNode(yaml: text, file: displayPath) }
        return SchemaNode(.scalar(text), line: 1)
    }
}

extension SchemaSet {
    /// Sixteen hexadecimal digits that change with the bytes of the files (FNV-1a: for telling versions apart, not for trust).
    public var fingerprint: String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for file in files(in: "") {
            for byte in file.path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            try? file.packed.withBytes { (bytes) throws(SchemaError) in
                for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            }
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
