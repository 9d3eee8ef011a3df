internal import LiaisonSchemas

/// Beginnings of lines that are not the article: author boxes, tags, calls to subscribe.
struct BoilerplateCues: Sendable {
    enum Match {
        case none
        /// This line alone.
        case line
        /// This line and the short ones after it.
        case section
    }

    private struct Cue: Sendable {
        var bytes: [UInt8]
        var isSection: Bool
    }

    /// By first byte.
    private var cues: [UInt8: [Cue]] = [:]
    private var bylines: Set<[UInt8]> = []

    mutating func load(_ files: [SchemaSet.File]) throws(SchemaError) {
        for file in files {
            for member in try file.root().members {
                switch member.key {
                case "lines", "sections":
                    for phrase in member.value.strings {
                        let bytes = Array(WordFolder.fold(phrase).utf8)
                        guard let first = bytes.first else { continue }
                        cues[first, default: []].append(Cue(bytes: bytes, isSection: member.key == "sections"))
                    }
                case "bylines":
                    for word in member.value.strings { bylines.insert(Array(WordFolder.fold(word).utf8)) }
                default:
                    throw SchemaError(
                        file: file.displayPath, line: member.line,
                        message: "unknown key \"\(member.key)\"; expected one of bylines, lines, sections")
                }
            }
        }
    }

    /// Matches the folded beginning of a line that has `length` bytes in all.
    func match(_ folded: ArraySlice<UInt8>, length: Int) -> Match {
        guard let first = folded.first, let candidates = cues[first] else { return .none }
        for cue in candidates where folded.starts(with: cue.bytes) {
            // A cue is whole words, and a section's heading says nothing else.
            let rest = folded.dropFirst(cue.bytes.count)
            if let next = rest.first, next >= 0x61 && next <= 0x7A || next >= 0x80 { continue }
            if cue.isSection {
                if rest.count < 32 && length < 90 { return .section }
            } else if length < (cue.bytes.contains(0x20) ? 140 : 60) {
                return .line
            }
        }
        return .none
    }

    /// Whether a folded word opens a byline.
    func opensByline(_ folded: [UInt8]) -> Bool { bylines.contains(folded) }
}
