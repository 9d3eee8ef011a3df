/// Writes trees in a compact form that is read many times faster than YAML and is plain UTF-8,
/// so that it can stand in a string literal.
///
/// A node is a letter (`s` scalar, `l` list, `m` mapping), its line, a count and a colon, then the bytes or the children.
public struct PackedWriter: Sendable {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    /// Appends a node with all below it.
    public mutating func append(_ node: SchemaNode) {
        switch node.content {
        case .scalar(let text):
            head("s", node.line, text.utf8.count)
            bytes.append(contentsOf: text.utf8)
        case .sequence(let nodes):
            head("l", node.line, nodes.count)
            for child in nodes { append(child) }
        case .mapping(let members):
            head("m", node.line, members.count)
            for member in members {
                append(SchemaNode(.scalar(member.key), line: member.line))
                append(member.value)
            }
        }
    }

    /// Appends a set of files by path, to be read by ``SchemaSet/init(packed:)``.
    public mutating func append(files: [(path: String, node: SchemaNode)]) {
        head("f", 1, files.count)
        for (path, node) in files {
            var body = PackedWriter()
            body.append(node)
            append(SchemaNode(.scalar(path), line: 1))
            head("b", 1, body.bytes.count)
            bytes.append(contentsOf: body.bytes)
        }
    }

    private mutating func head(_ letter: Unicode.Scalar, _ line: Int, _ count: Int) {
        bytes.append(contentsOf: "\(letter)\(line),\(count):".utf8)
    }
}

/// Reads what ``PackedWriter`` wrote. Damage is an error, never a trap. Lives no longer than the bytes it is given.
struct PackedReader {
    let bytes: UnsafeBufferPointer<UInt8>
    let file: String
    private var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>, file: String) {
        self.bytes = bytes
        self.file = file
    }

    /// The paths of files, and where each of them lies.
    mutating func index() throws(SchemaError) -> [(path: String, range: Range<Int>)] {
        let (letter, _, count) = try head()
        guard letter == UInt8(ascii: "f") else { throw damaged }
        var files: [(path: String, range: Range<Int>)] = []
        for _ in 0..<count {
            guard let path = try node().scalar else { throw damaged }
            let (_, _, length) = try head()
            guard length <= bytes.endIndex - position else { throw damaged }
            files.append((path, position..<position + length))
            position += length
        }
        return files
    }

    mutating func node(depth: Int = 0) throws(SchemaError) -> SchemaNode {
        guard depth < 64 else { throw damaged }
        let (letter, line, count) = try head()
        guard count <= bytes.endIndex - position else { throw damaged }
        switch letter {
        case UInt8(ascii: "s"):
            let text = String(
                decoding: UnsafeBufferPointer(rebasing: bytes[position..<position + count]), as: UTF8.self)
            position += count
            return SchemaNode(.scalar(text), line: line)
        case UInt8(ascii: "l"):
            var nodes: [SchemaNode] = []
            nodes.reserveCapacity(count)
            for _ in 0..<count { nodes.append(try node(depth: depth + 1)) }
            return SchemaNode(.sequence(nodes), line: line)
        case UInt8(ascii: "m"):
            var members: [SchemaNode.Member] = []
            members.reserveCapacity(count)
            for _ in 0..<count {
                let key = try node(depth: depth + 1)
                let value = try node(depth: depth + 1)
                members.append(SchemaNode.Member(key: key.scalar ?? "", line: key.line, value: value))
            }
            return SchemaNode(.mapping(members), line: line)
        default: throw damaged
        }
    }

    private mutating func head() throws(SchemaError) -> (letter: UInt8, line: Int, count: Int) {
        guard position < bytes.endIndex else { throw damaged }
        let letter = bytes[position]
        position += 1
        let line = try number(until: UInt8(ascii: ","))
        let count = try number(until: UInt8(ascii: ":"))
        return (letter, line, count)
    }

    private mutating func number(until end: UInt8) throws(SchemaError) -> Int {
        var value = 0
        while position < bytes.endIndex {
            let byte = bytes[position]
            position += 1
            if byte == end { return value }
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), value < 1 << 40 else { throw damaged }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        throw damaged
    }

    private var damaged: SchemaError { SchemaError(file: file, message: "the packed data is damaged") }
}
