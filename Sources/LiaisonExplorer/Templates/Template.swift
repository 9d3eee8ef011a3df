/// A page in the making: text with places for values, compiled once and written as bytes many times.
///
/// Templates are written in the part of Mustache (https://mustache.github.io/mustache.5.html) that these pages need: variables,
/// sections, inverted sections, partials, and parents with blocks. Partials and parents are put in place, and the interface's
/// own words (`t.…`) filled in, when a template is compiled.
struct Template: Sendable {
    enum Part: Sendable {
        case text([UInt8])
        /// A value; HTML's reserved characters are escaped.
        case value(String)
        /// A value that is markup already.
        case markup(String)
        case section(String, [Part])
        case inverted(String, [Part])
    }

    let parts: [Part]

    /// The page with these fields.
    func rendered(_ fields: Fields) -> [UInt8] {
        var output = MarkupOutput()
        var scopes = [fields]
        Self.write(parts, &scopes, &output)
        return output.bytes
    }

    private static func write(_ parts: [Part], _ scopes: inout [Fields], _ output: inout MarkupOutput) {
        for part in parts {
            switch part {
            case .text(let bytes): output.append(bytes)
            case .value(let name):
                if case .text(let text) = find(name, scopes) { output.append(escaped: text) }
            case .markup(let name):
                if case .text(let text) = find(name, scopes) { output.append(text) }
            case .section(let name, let inner):
                switch find(name, scopes) {
                case nil, .flag(false): break
                case .flag(true), .text: write(inner, &scopes, &output)
                case .fields(let fields): write(inner, fields, &scopes, &output)
                case .list(let list): for fields in list { write(inner, fields, &scopes, &output) }
                }
            case .inverted(let name, let inner):
                switch find(name, scopes) {
                case nil, .flag(false): write(inner, &scopes, &output)
                case .list(let list) where list.isEmpty: write(inner, &scopes, &output)
                default: break
                }
            }
        }
    }

    private static func write(
        _ parts: [Part], _ fields: Fields, _ scopes: inout [Fields], _ output: inout MarkupOutput
    ) {
        scopes.append(fields)
        write(parts, &scopes, &output)
        scopes.removeLast()
    }

    /// The value of a name, from the inside out.
    private static func find(_ name: String, _ scopes: [Fields]) -> Field? {
        for scope in scopes.reversed() {
            if let value = scope[name] { return value.field }
        }
        return nil
    }
}
