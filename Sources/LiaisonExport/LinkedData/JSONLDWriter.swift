internal import LiaisonModel

/// JSON-LD 1.1: the context inline and first, then `@graph` with one node a line, so that it can be read in pieces.
struct JSONLDWriter: NodeWriter {
    private let out: ByteOutput
    private let context: LinkedDataContext
    private var isFirstNode = true
    private var isInValues = false
    private var isFirstValue = true
    /// Whether a string of the current property is the name of a node.
    private var isCoerced = false
    /// What was true of each enclosing node's place: in a list of values, of a coerced property.
    private var enclosing: [(isInValues: Bool, isCoerced: Bool)] = []

    init(to out: ByteOutput, context: LinkedDataContext) {
        self.out = out
        self.context = context
    }

    mutating func beginDocument() {
        var json = JSONWriter()
        json.beginObject()
        for member in context.members {
            json.key(member.name)
            Self.write(member.value, to: &json)
        }
        json.endObject()
        out.text("{\"@context\":")
        out.bytes(json.bytes)
        out.text(",\n\"@graph\":[")
    }

    mutating func endDocument() {
        out.text("\n]}\n")
    }

    mutating func beginNode(_ name: LinkedDataName, _ types: [LinkedDataTerm]) {
        if !isFirstNode { out.byte(UInt8(ascii: ",")) }
        isFirstNode = false
        out.byte(UInt8(ascii: "\n"))
        open(name, types)
    }

    mutating func endNode() {
        out.byte(UInt8(ascii: "}"))
    }

    mutating func property(_ term: LinkedDataTerm) {
        out.byte(UInt8(ascii: ","))
        out.bytes(term.jsonKey)
        isCoerced = term.coercion == .node
    }

    mutating func beginValues() {
        out.byte(UInt8(ascii: "["))
        isInValues = true
        isFirstValue = true
    }

    mutating func endValues() {
        out.byte(UInt8(ascii: "]"))
        isInValues = false
    }

    mutating func node(_ name: LinkedDataName) {
        separate()
        if !isCoerced { out.text("{\"@id\":") }
        quoted(name)
        if !isCoerced { out.byte(UInt8(ascii: "}")) }
    }

    mutating func node(_ term: LinkedDataTerm) {
        separate()
        if !isCoerced { out.text("{\"@id\":") }
        out.bytes(term.jsonValue)
        if !isCoerced { out.byte(UInt8(ascii: "}")) }
    }

    mutating func beginNested(_ name: LinkedDataName, _ types: [LinkedDataTerm]) {
        separate()
        enclosing.append((isInValues, isCoerced))
        isInValues = false
        open(name, types)
    }

    mutating func endNested() {
        out.byte(UInt8(ascii: "}"))
        (isInValues, isCoerced) = enclosing.popLast() ?? (false, false)
        isFirstValue = false
    }

    mutating func string(_ text: BorrowedText) {
        separate()
        quoted(text)
    }

    mutating func string(_ text: String, language: String) {
        separate()
        out.text("{\"@value\":")
        quoted(text)
        out.text(",\"@language\":\"")
        out.plain(language)
        out.text("\"}")
    }

    mutating func literal(_ write: (ByteOutput) -> Void) {
        separate()
        out.byte(UInt8(ascii: "\""))
        write(out)
        out.byte(UInt8(ascii: "\""))
    }

    mutating func literal(_ text: String, datatype: LinkedDataTerm) {
        separate()
        out.text("{\"@value\":")
        quoted(text)
        out.text(",\"@type\":")
        out.bytes(datatype.jsonValue)
        out.byte(UInt8(ascii: "}"))
    }

    mutating func bare(_ write: (ByteOutput) -> Void) {
        separate()
        write(out)
    }

    private func open(_ name: LinkedDataName, _ types: [LinkedDataTerm]) {
        out.text("{\"@id\":")
        quoted(name)
        if types.isEmpty { return }
        out.text(",\"@type\":")
        if types.count > 1 { out.byte(UInt8(ascii: "[")) }
        for (index, type) in types.enumerated() {
            if index > 0 { out.byte(UInt8(ascii: ",")) }
            out.bytes(type.jsonValue)
        }
        if types.count > 1 { out.byte(UInt8(ascii: "]")) }
    }

    private func quoted(_ name: LinkedDataName) {
        out.byte(UInt8(ascii: "\""))
        out.text(name.space.word)
        out.byte(UInt8(ascii: ":"))
        name.writeLocal(to: out)
        out.byte(UInt8(ascii: "\""))
    }

    private func quoted(_ text: BorrowedText) {
        out.byte(UInt8(ascii: "\""))
        out.escaped(text, .json)
        out.byte(UInt8(ascii: "\""))
    }

    private func quoted(_ text: String) {
        out.byte(UInt8(ascii: "\""))
        out.escaped(text, .json)
        out.byte(UInt8(ascii: "\""))
    }

    private mutating func separate() {
        guard isInValues else { return }
        if !isFirstValue { out.byte(UInt8(ascii: ",")) }
        isFirstValue = false
    }

    private static func write(_ value: JSONValue, to json: inout JSONWriter) {
        switch value {
        case .null: json.null()
        case .bool(let truth): json.bool(truth)
        case .number(let text):
            if let decimal = ExactDecimal(text) { json.decimal(decimal) } else { json.string(text) }
        case .string(let text): json.string(text)
        case .array(let values):
            json.beginArray()
            for value in values { write(value, to: &json) }
            json.endArray()
        case .object(let members):
            json.beginObject()
            for member in members {
                json.key(member.name)
                write(member.value, to: &json)
            }
            json.endObject()
        }
    }
}
