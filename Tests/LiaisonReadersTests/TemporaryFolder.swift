internal import Foundation
internal import LiaisonData
internal import LiaisonModel
internal import LiaisonReaders
internal import LiaisonSchemas

/// A folder of a test's own, removed with it.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "liaison-readers-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file, its folders included, and returns its path.
    @discardableResult
    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
        let whole = path + "/" + name
        let folder = (whole as NSString).deletingLastPathComponent
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data(bytes).write(to: URL(fileURLWithPath: whole))
        return whole
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        try write(name, text.utf8)
    }

    /// Compresses with the gzip of the system.
    func gzip(_ bytes: [UInt8]) throws -> [UInt8] {
        let path = try write("raw", bytes)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-nf", path]
        try process.run()
        process.waitUntilExit()
        return Array(try Data(contentsOf: URL(fileURLWithPath: path + ".gz")))
    }
}

extension ArticleReader {
    /// A reader with the program's own words.
    static func standard(fields: FieldNames = FieldNames()) throws -> ArticleReader {
        let schemas = try SchemaSet.embedded()
        return ArticleReader(
            options: ReadingOptions(
                words: try DatelineWords(schemas: schemas), pageParts: try PageParts(schemas: schemas), fields: fields))
    }

    /// Everything that one path holds.
    static func readings(of path: String) throws -> [Reading] {
        Array(try standard().readings(of: [path]))
    }

    /// The article of a file of plain text.
    static func article(of text: String, name: String = "article.txt") throws -> Article? {
        let folder = try TemporaryFolder()
        return try readings(of: folder.write(name, text)).first?.article
    }
}
