public import LiaisonModel

/// Reads gold files: JSON Lines with an article a line, or one JSON object or array.
public struct GoldReader: Sendable {
    private let vocabulary: Vocabulary

    /// - Parameter vocabulary: a relation that it has not is an error.
    public init(vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    /// The articles of one file, in its order.
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - file: The name for messages; a name that ends in `.json` is one JSON text, any other JSON Lines.
    ///   - id: The identifier of an article without one; those after the first get their number too.
    /// - Throws: ``GoldError`` with file and line.
    public func articles(_ bytes: [UInt8], file: String, id: String) throws(GoldError) -> [GoldArticle] {
        var out: [GoldArticle] = []
        if file.hasSuffix(".json") {
            let json = try parse(bytes, file: file, line: nil)
            for (index, value) in (json.array ?? [json]).enumerated() {
                out.append(try article(value, file: file, line: nil, id: index == 0 ? id : "\(id)-\(index + 1)"))
            }
        } else {
            for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                .enumerated()
            {
                if line.allSatisfy({ $0 <= 0x20 }) { continue }
                let json = try parse(Array(line), file: file, line: index + 1)
                out.append(try article(json, file: file, line: index + 1, id: "\(id)-\(index + 1)"))
            }
        }
        if out.isEmpty { throw GoldError(file: file, message: "the file holds no gold article") }
        return out
    }

    private func parse(_ bytes: [UInt8], file: String, line: Int?) throws(GoldError) -> JSONValue {
        do throws(JSONError) {
            return try JSONValue(parsing: bytes)
        } catch {
            throw GoldError(file: file, line: line, message: "not JSON: \(error)")
        }
    }

    private func article(_ json: JSONValue, file: String, line: Int?, id: String) throws(GoldError) -> GoldArticle {
        do throws(JSONError) {
            return try GoldArticle(json: json, id: id, file: file, line: line, vocabulary: vocabulary)
        } catch {
            throw GoldError(file: file, line: line, message: error.message)
        }
    }
}
