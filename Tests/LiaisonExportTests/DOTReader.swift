/// A reader of DOT that shares nothing with the writer: enough of the language for what exports may use.
struct DOTReader {
    struct Failure: Error {
        var offset: Int
    }

    enum Token: Equatable {
        case word(String)
        case quoted(String)
        case html(String)
        case mark(Character)
        case arrow
    }

    var nodes: [String: [String: String]] = [:]
    var edges: [(from: String, to: String, attributes: [String: String])] = []
    var graph: [String: String] = [:]

    init(_ text: String) throws {
        let tokens = try Self.tokens(Array(text))
        var at = 0
        func next() throws -> Token {
            guard at < tokens.count else { throw Failure(offset: at) }
            at += 1
            return tokens[at - 1]
        }
        func name(_ token: Token) throws -> String {
            switch token {
            case .word(let text), .quoted(let text), .html(let text): return text
            default: throw Failure(offset: at)
            }
        }
        guard try next() == .word("digraph") else { throw Failure(offset: 0) }
        _ = try name(try next())
        guard try next() == .mark("{") else { throw Failure(offset: at) }
        while true {
            let token = try next()
            if token == .mark("}") { break }
            let first = try name(token)
            var target: String?
            if at < tokens.count, tokens[at] == .arrow {
                at += 1
                target = try name(try next())
            } else if at < tokens.count, tokens[at] == .mark("=") {
                at += 1
                graph[first] = try name(try next())
            }
            var attributes: [String: String] = [:]
            if at < tokens.count, tokens[at] == .mark("[") {
                at += 1
                while tokens[at] != .mark("]") {
                    let key = try name(try next())
                    guard try next() == .mark("=") else { throw Failure(offset: at) }
                    attributes[key] = try name(try next())
                    if tokens[at] == .mark(",") { at += 1 }
                }
                at += 1
            }
            guard try next() == .mark(";") else { throw Failure(offset: at) }
            if let target {
                edges.append((first, target, attributes))
            } else if !["graph", "node", "edge", "label"].contains(first) {
                nodes[first] = attributes
            }
        }
        guard at == tokens.count else { throw Failure(offset: at) }
    }

    /// What Graphviz shows for a label: backslashes undone, then entities.
    static func shown(_ value: String) -> String {
        var out = ""
        var rest = Array(value)[...]
        while let character = rest.popFirst() {
            guard character == "\\", let escaped = rest.popFirst() else {
                out.append(character)
                continue
            }
            out.append(escaped == "n" ? "\n" : escaped)
        }
        for (entity, character) in [("&#127;", "\u{7F}"), ("&amp;", "&")] {
            out = out.replacing(entity, with: character)
        }
        return out
    }

    private static func tokens(_ text: [Character]) throws -> [Token] {
        var tokens: [Token] = []
        var at = 0
        while at < text.count {
            let character = text[at]
            switch character {
            case " ", "\n", "\t": at += 1
            case "\"":
                var value = ""
                at += 1
                while at < text.count, text[at] != "\"" {
                    // A backslash is kept with what follows, but for a quote.
                    if text[at] == "\\", at + 1 < text.count {
                        if text[at + 1] != "\"" { value.append("\\") }
                        at += 1
                    }
                    value.append(text[at])
                    at += 1
                }
                guard at < text.count else { throw Failure(offset: at) }
                at += 1
                tokens.append(.quoted(value))
            case "<":
                var depth = 0
                let start = at
                repeat {
                    if text[at] == "<" { depth += 1 }
                    if text[at] == ">" { depth -= 1 }
                    at += 1
                    guard at < text.count else { throw Failure(offset: start) }
                } while depth > 0
                tokens.append(.html(String(text[(start + 1)..<(at - 1)])))
            case "-" where at + 1 < text.count && text[at + 1] == ">":
                tokens.append(.arrow)
                at += 2
            case "{", "}", "[", "]", "=", ",", ";":
                tokens.append(.mark(character))
                at += 1
            default:
                guard character.isLetter || character.isNumber || character == "_" else { throw Failure(offset: at) }
                let start = at
                while at < text.count, text[at].isLetter || text[at].isNumber || "_.".contains(text[at]) { at += 1 }
                tokens.append(.word(String(text[start..<at])))
            }
        }
        return tokens
    }
}
