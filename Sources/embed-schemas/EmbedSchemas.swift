import Foundation
import LiaisonSchemas

/// Build tool: packs a folder into one Swift source with a string literal of the given name.
@main
struct EmbedSchemas {
    static func main() {
        do {
            guard CommandLine.arguments.count == 4 else {
                throw SchemaError(file: "embed-schemas", message: "usage: embed-schemas FOLDER OUTPUT NAME")
            }
            try run(folder: CommandLine.arguments[1], output: CommandLine.arguments[2], name: CommandLine.arguments[3])
        } catch {
            FileHandle.standardError.write(Data("error: \(error)\n".utf8))
            exit(1)
        }
    }

    static func run(folder: String, output: String, name: String) throws {
        var files: [(path: String, node: SchemaNode)] = []
        for path in (try FileManager.default.subpathsOfDirectory(atPath: folder)).sorted() {
            var isFolder: ObjCBool = false
            let whole = folder + "/" + path
            let name = (path as NSString).lastPathComponent
            guard FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder), !isFolder.boolValue,
                !name.hasPrefix(".")
            else { continue }
            let text = try String(contentsOfFile: whole, encoding: .utf8)
            files.append((path, try SchemaSet.node(of: text, path: path, displayPath: whole)))
        }
        var writer = PackedWriter()
        writer.append(files: files)
        try source(of: writer.bytes, name: name).write(to: URL(fileURLWithPath: output))
    }

    /// The packed bytes as a Swift literal; they are UTF-8, and only what a literal cannot hold is escaped.
    static func source(of bytes: [UInt8], name: String) -> Data {
        var out = Data("// Written by embed-schemas.\nlet \(name): StaticString = \"".utf8)
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\\"): out.append(contentsOf: [0x5C, 0x5C])
            case UInt8(ascii: "\""): out.append(contentsOf: [0x5C, 0x22])
            case 0x0A: out.append(contentsOf: [0x5C, UInt8(ascii: "n")])
            case 0x0D: out.append(contentsOf: [0x5C, UInt8(ascii: "r")])
            case 0..<0x20, 0x7F: out.append(contentsOf: Array("\\u{\(String(byte, radix: 16))}".utf8))
            default: out.append(byte)
            }
        }
        out.append(contentsOf: Array("\"\n".utf8))
        return out
    }
}
