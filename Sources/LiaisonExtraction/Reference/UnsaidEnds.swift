internal import LiaisonSchemas

/// Which ends of a frame may go without saying, where the clause has nothing in their place: "Halcyon détient 19 %".
struct UnsaidEnds: OptionSet, Sendable {
    let rawValue: UInt8

    static let subject = UnsaidEnds(rawValue: 1)
    static let object = UnsaidEnds(rawValue: 2)

    /// Reads the frames that `lexicon/reference.yaml` lists under `unsaid`, by the end that they may lack.
    /// - Returns: One for every frame, in their order.
    /// - Throws: `SchemaError` for an end that no relation has.
    static func read(_ schemas: SchemaSet, frames: [Frame]) throws(SchemaError) -> [UnsaidEnds] {
        var out = [UnsaidEnds](repeating: [], count: frames.count)
        for file in schemas.files(in: "lexicon/reference.yaml") {
            for member in try file.root()["unsaid"]?.members ?? [] {
                let end: UnsaidEnds
                switch member.key {
                case "subject": end = .subject
                case "object": end = .object
                default:
                    throw SchemaError(
                        file: file.displayPath, line: member.line,
                        message: "a relation has a subject and an object, no \"\(member.key)\"")
                }
                let ids = Set(member.value.strings)
                for index in frames.indices where ids.contains(frames[index].id) || ids.contains("*") {
                    out[index].insert(end)
                }
            }
        }
        return out
    }
}
