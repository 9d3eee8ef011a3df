import Foundation
import LiaisonModel

/// The part of JSON Schema (2020-12) that the schemas of this project use.
struct JSONSchema {
    private let root: JSONValue

    init(_ text: String) throws {
        root = try JSONValue(parsing: Array(text.utf8))
    }

    /// What does not fit, with the path to it.
    func complaints(about value: JSONValue) throws -> [String] {
        try check(value, root, "")
    }

    private func check(_ value: JSONValue, _ schema: JSONValue, _ path: String) throws -> [String] {
        guard case .object(let rules) = schema else { return schema == .bool(false) ? [path + ": not allowed"] : [] }
        var out: [String] = []
        for rule in rules {
            switch rule.name {
            case "$ref":
                let name = rule.value.string?.split(separator: "/").last.map(String.init) ?? ""
                out += try check(value, root["$defs"]?[name] ?? .bool(false), path)
            case "type":
                let types = rule.value.array?.compactMap(\.string) ?? [rule.value.string ?? ""]
                if !types.contains(where: { Self.has(value, type: $0) }) { out.append("\(path): is no \(types)") }
            case "const": if value != rule.value { out.append("\(path): is not \(rule.value)") }
            case "enum": if rule.value.array?.contains(value) != true { out.append("\(path): not one of the words") }
            case "pattern":
                if let text = value.string, text.range(of: rule.value.string ?? "", options: .regularExpression) == nil
                {
                    out.append("\(path): \(text) does not match")
                }
            case "required":
                for name in rule.value.array?.compactMap(\.string) ?? []
                where Self.isObject(value) && value[name] == nil {
                    out.append("\(path): lacks \(name)")
                }
            case "minimum":
                if let number = value.double, number < rule.value.double ?? 0 { out.append("\(path): too small") }
            case "maximum":
                if let number = value.double, number > rule.value.double ?? 0 { out.append("\(path): too large") }
            case "anyOf":
                let branches = try (rule.value.array ?? []).map { try check(value, $0, path) }
                if !branches.contains([]) { out += branches.flatMap { $0 } }
            case "not": if try check(value, rule.value, path).isEmpty { out.append("\(path): is what it may not be") }
            case "if":
                let branch = try check(value, rule.value, path).isEmpty ? schema["then"] : schema["else"]
                if let branch { out += try check(value, branch, path) }
            case "properties", "additionalProperties": out += try checkMembers(of: value, schema, rule, path)
            case "items", "prefixItems": out += try checkElements(of: value, schema, rule, path)
            default: continue
            }
        }
        return out
    }

    private func checkMembers(
        of value: JSONValue, _ schema: JSONValue, _ rule: JSONValue.Member, _ path: String
    ) throws -> [String] {
        guard case .object(let members) = value else { return [] }
        return try members.flatMap { member in
            let known = schema["properties"]?[member.name]
            let applied = rule.name == "properties" ? known : known == nil ? rule.value : nil
            return try applied.map { try check(member.value, $0, path + "/" + member.name) } ?? []
        }
    }

    private func checkElements(
        of value: JSONValue, _ schema: JSONValue, _ rule: JSONValue.Member, _ path: String
    ) throws -> [String] {
        guard let elements = value.array else { return [] }
        let prefix = schema["prefixItems"]?.array ?? []
        return try elements.enumerated().flatMap { index, element in
            let applied =
                index < prefix.count
                ? (rule.name == "prefixItems" ? prefix[index] : nil) : rule.name == "items" ? rule.value : nil
            return try applied.map { try check(element, $0, path + "/\(index)") } ?? []
        }
    }

    private static func isObject(_ value: JSONValue) -> Bool {
        if case .object = value { true } else { false }
    }

    private static func has(_ value: JSONValue, type: String) -> Bool {
        switch value {
        case .null: type == "null"
        case .bool: type == "boolean"
        case .number: type == "number" || type == "integer" && value.integer != nil
        case .string: type == "string"
        case .array: type == "array"
        case .object: type == "object"
        }
    }
}
