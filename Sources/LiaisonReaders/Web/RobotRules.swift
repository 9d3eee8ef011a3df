/// What a site's robots.txt asks of one program (RFC 9309).
struct RobotRules: Sendable {
    private var rules: [Rule] = []
    /// The time that it asks to leave between requests, which is no part of the standard but common.
    private(set) var delay: Duration?

    private struct Rule {
        var pattern: [UInt8]
        var isAllowed: Bool
    }

    /// Nothing is forbidden.
    static let none = RobotRules()

    /// More than this is not looked at, as the standard allows.
    private static let longest = 500 << 10

    private init() {}

    /// - Parameter agent: The program's name, in lower case.
    init(_ bytes: [UInt8], agent: String) {
        let text = WebHeaders.text(bytes.prefix(Self.longest))
        var own = RobotRules()
        var all = RobotRules()
        var names: Set<String> = []
        var isFound = false
        var isOpen = true
        for line in text.split(whereSeparator: \.isNewline) {
            let parts = line.prefix { $0 != "#" }.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            let key = parts[0].trimmed.lowercased()
            let value = parts[1].trimmed
            if key == "user-agent" {
                // Several names in a row share the rules after them.
                if !isOpen { names = [] }
                isOpen = true
                names.insert(String(value.lowercased().prefix { $0 != "/" }))
                continue
            }
            guard ["allow", "disallow", "crawl-delay"].contains(key) else { continue }
            isOpen = false
            if names.contains(agent) {
                isFound = true
                own.add(key, value)
            }
            if names.contains("*") { all.add(key, value) }
        }
        self = isFound ? own : all
    }

    private mutating func add(_ key: String, _ value: String) {
        if key == "crawl-delay" {
            if let seconds = Double(value), seconds >= 0, seconds < 86_400 {
                delay = .milliseconds(Int(seconds * 1000))
            }
        } else if !value.isEmpty {
            rules.append(Rule(pattern: Self.normalised(value), isAllowed: key == "allow"))
        }
    }

    /// Whether a path with its query may be read: the longest rule that fits decides, and of two as long the one that allows.
    func allows(_ path: String) -> Bool {
        let path = Self.normalised(path)
        if path == Array("/robots.txt".utf8) { return true }
        var longest = -1
        var isAllowed = true
        for rule in rules where rule.pattern.count >= longest && Self.fits(rule.pattern, path) {
            isAllowed = rule.pattern.count > longest ? rule.isAllowed : isAllowed || rule.isAllowed
            longest = rule.pattern.count
        }
        return isAllowed
    }

    /// Whether a pattern with `*` for anything, and `$` for the end, fits the start of a path.
    private static func fits(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        let isAnchored = pattern.last == UInt8(ascii: "$")
        let pieces = (isAnchored ? pattern.dropLast() : pattern[...])
            .split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        var index = 0
        for (number, piece) in pieces.enumerated() {
            if isAnchored, number == pieces.count - 1 {
                let start = path.count - piece.count
                guard number > 0 || start == 0 else { return false }
                return start >= index && path[start...].elementsEqual(piece)
            }
            guard let found = first(piece, in: path, from: index), number > 0 || found == 0 else { return false }
            index = found + piece.count
        }
        return true
    }

    private static func first(_ piece: ArraySlice<UInt8>, in path: [UInt8], from start: Int) -> Int? {
        guard start + piece.count <= path.count else { return nil }
        return (start...path.count - piece.count).first { path[$0..<$0 + piece.count].elementsEqual(piece) }
    }

    /// The bytes with every character written the same way: letters and digits as they are, the rest of what may be
    /// escaped with capital digits.
    private static func normalised(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        let digits = Array("0123456789ABCDEF".utf8)
        var out: [UInt8] = []
        var index = 0
        while index < bytes.count {
            var byte = bytes[index]
            var isEscaped = byte <= 0x20 || byte >= 0x7F
            index += 1
            if byte == UInt8(ascii: "%"), index + 1 < bytes.count,
                let value = UInt8(String(decoding: bytes[index...index + 1], as: UTF8.self), radix: 16)
            {
                byte = value
                index += 2
                let isPlain = (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || "-._~".utf8.contains(byte)
                isEscaped = !isPlain
            }
            out += isEscaped ? [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]] : [byte]
        }
        return out
    }
}
