internal import LiaisonModel

/// Turtle 1.1: the same triples as JSON-LD with prefixes, one subject after the other.
struct TurtleWriter: NodeWriter {
    private let out: ByteOutput
    private let context: LinkedDataContext
    /// By the places of ``LinkedDataName/Space``.
    private let spaces: [[UInt8]]
    private var subjects: [LinkedDataName] = []
    private var properties: [LinkedDataTerm] = []
    /// Whether the line of the innermost subject is open, so that `;` goes on with it.
    private var isOpen = false
    private var isFirstValue = true

    init(to out: ByteOutput, context: LinkedDataContext) throws {
        self.out = out
        self.context = context
        spaces = try LinkedDataName.Space.allCases.map { Array("<\(try context.iri(of: $0.prefix))".utf8) }
    }

    func beginDocument() {
        for (prefix, namespace) in context.prefixes {
            out.plain("@prefix \(prefix): <\(namespace)> .\n")
        }
        out.byte(UInt8(ascii: "\n"))
    }

    func endDocument() {}

    mutating func beginNode(_ name: LinkedDataName, _ types: [LinkedDataTerm]) {
        close()
        subjects.append(name)
        if types.isEmpty { return }
        write(name)
        out.text(" a ")
        for (index, type) in types.enumerated() {
            if index > 0 { out.text(", ") }
            out.bytes(type.short)
        }
        isOpen = true
    }

    mutating func endNode() {
        close()
        subjects.removeLast()
        properties.removeAll(keepingCapacity: true)
    }

    mutating func property(_ term: LinkedDataTerm) {
        if properties.count == subjects.count { properties.removeLast() }
        properties.append(term)
        isFirstValue = true
    }

    func beginValues() {}
    func endValues() {}

    mutating func node(_ name: LinkedDataName) {
        start()
        write(name)
    }

    mutating func node(_ term: LinkedDataTerm) {
        start()
        out.bytes(term.short)
    }

    mutating func beginNested(_ name: LinkedDataName, _ types: [LinkedDataTerm]) {
        node(name)
        beginNode(name, types)
        isFirstValue = true
    }

    mutating func endNested() {
        close()
        if properties.count == subjects.count { properties.removeLast() }
        subjects.removeLast()
        // The outer subject starts anew after it.
        isFirstValue = true
    }

    mutating func string(_ text: BorrowedText) {
        start()
        quoted(text)
    }

    mutating func string(_ text: String, language: String) {
        start()
        quoted(text)
        out.byte(UInt8(ascii: "@"))
        out.plain(language)
    }

    mutating func literal(_ write: (ByteOutput) -> Void) {
        start()
        out.byte(UInt8(ascii: "\""))
        write(out)
        out.byte(UInt8(ascii: "\""))
        if let property = properties.last { out.bytes(property.shortDatatype) }
    }

    mutating func literal(_ text: String, datatype: LinkedDataTerm) {
        start()
        quoted(text)
        out.text("^^")
        out.bytes(datatype.short)
    }

    mutating func bare(_ write: (ByteOutput) -> Void) {
        literal(write)
    }

    /// Writes what stands before a value: the subject and property, `;` and the property, or `,`.
    private mutating func start() {
        guard let subject = subjects.last, let property = properties.last else { return }
        if !isOpen {
            write(subject)
            out.byte(UInt8(ascii: " "))
            out.bytes(property.short)
        } else if isFirstValue {
            out.text(" ;\n    ")
            out.bytes(property.short)
        } else {
            out.byte(UInt8(ascii: ","))
        }
        out.byte(UInt8(ascii: " "))
        isOpen = true
        isFirstValue = false
    }

    private mutating func close() {
        if isOpen { out.text(" .\n") }
        isOpen = false
    }

    private func write(_ name: LinkedDataName) {
        if name.isPlainWord {
            out.text(name.space.word)
            out.byte(UInt8(ascii: ":"))
            name.writeLocal(to: out)
        } else {
            out.bytes(spaces[name.space.rawValue])
            name.writeLocal(to: out)
            out.byte(UInt8(ascii: ">"))
        }
    }

    private func quoted(_ text: BorrowedText) {
        out.byte(UInt8(ascii: "\""))
        out.escaped(text, .turtle)
        out.byte(UInt8(ascii: "\""))
    }

    private func quoted(_ text: String) {
        out.byte(UInt8(ascii: "\""))
        out.escaped(text, .turtle)
        out.byte(UInt8(ascii: "\""))
    }
}
