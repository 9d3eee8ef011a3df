internal import LiaisonModel

/// N-Quads 1.1, all in the default graph: one triple a line, so that any tool can sort, split and count it.
struct NQuadsWriter: NodeWriter {
    private let out: ByteOutput
    /// By the places of ``LinkedDataName/Space``.
    private let spaces: [[UInt8]]
    private let type: LinkedDataTerm
    private var subjects: [LinkedDataName] = []
    private var properties: [LinkedDataTerm] = []

    init(to out: ByteOutput, context: LinkedDataContext) throws {
        self.out = out
        spaces = try LinkedDataName.Space.allCases.map { Array("<\(try context.iri(of: $0.prefix))".utf8) }
        type = LinkedDataTerm(iri: try context.iri(of: "rdf") + "type", in: context)
    }

    func beginDocument() {}
    func endDocument() {}

    mutating func beginNode(_ name: LinkedDataName, _ types: [LinkedDataTerm]) {
        subjects.append(name)
        for each in types {
            property(type)
            node(each)
            properties.removeLast()
        }
    }

    mutating func endNode() {
        subjects.removeLast()
        properties.removeAll(keepingCapacity: true)
    }

    mutating func property(_ term: LinkedDataTerm) {
        // One property is open for each open node.
        if properties.count == subjects.count { properties.removeLast() }
        properties.append(term)
    }

    func beginValues() {}
    func endValues() {}

    mutating func node(_ name: LinkedDataName) {
        start()
        write(name)
        end()
    }

    mutating func node(_ term: LinkedDataTerm) {
        start()
        out.bytes(term.absolute)
        end()
    }

    mutating func beginNested(_ name: LinkedDataName, _ types: [LinkedDataTerm]) {
        node(name)
        beginNode(name, types)
    }

    mutating func endNested() {
        if properties.count == subjects.count { properties.removeLast() }
        subjects.removeLast()
    }

    mutating func string(_ text: BorrowedText) {
        start()
        quoted(text)
        end()
    }

    mutating func string(_ text: String, language: String) {
        start()
        quoted(text)
        out.byte(UInt8(ascii: "@"))
        out.plain(language)
        end()
    }

    mutating func literal(_ write: (ByteOutput) -> Void) {
        start()
        out.byte(UInt8(ascii: "\""))
        write(out)
        out.byte(UInt8(ascii: "\""))
        if let property = properties.last { out.bytes(property.absoluteDatatype) }
        end()
    }

    mutating func literal(_ text: String, datatype: LinkedDataTerm) {
        start()
        quoted(text)
        out.text("^^")
        out.bytes(datatype.absolute)
        end()
    }

    mutating func bare(_ write: (ByteOutput) -> Void) {
        literal(write)
    }

    private func start() {
        guard let subject = subjects.last, let property = properties.last else { return }
        write(subject)
        out.byte(UInt8(ascii: " "))
        out.bytes(property.absolute)
        out.byte(UInt8(ascii: " "))
    }

    private func end() {
        out.text(" .\n")
    }

    private func write(_ name: LinkedDataName) {
        out.bytes(spaces[name.space.rawValue])
        name.writeLocal(to: out)
        out.byte(UInt8(ascii: ">"))
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
