internal import LiaisonModel

/// Comma-separated values (RFC 4180) of the edges or of the nodes, with one line of headings.
///
/// For spreadsheets, which run what begins with `=`, `+`, `-` or `@`, such text gets an apostrophe in front.
/// For `neo4j-admin database import`, the headings are its own (`:START_ID`, `:TYPE` …) and texts are left exact.
struct CSVWriter {
    /// Who reads it.
    enum Reader {
        case spreadsheet
        case neo4j
    }

    private let out: ByteOutput
    private let reader: Reader

    init(to out: ByteOutput, for reader: Reader) {
        self.out = out
        self.reader = reader
    }

    func writeNodes(_ source: some GraphSource) throws {
        switch reader {
        case .spreadsheet: out.text("id,name,kind,key,wikidata,names\r\n")
        case .neo4j: out.text("id:ID,name,kind,key,wikidata,names:string[],:LABEL\r\n")
        }
        try source.forEachEntity { entity in
            EntityCode(entity.key).write(to: out)
            field(entity.name)
            word(entity.kind.rawValue)
            field(entity.key.text)
            field(entity.reference.wikidata)
            // neo4j-admin splits arrays at semicolons; a name that has one becomes two there.
            field(entity.names.map(\.text).joined(separator: reader == .neo4j ? ";" : "\n"))
            if reader == .neo4j { word(LinkedDataTerms.className(of: entity.kind)) }
            out.text("\r\n")
            try out.checkpoint()
        }
    }

    func writeEdges(_ source: some GraphSource) throws {
        let tail: StaticString =
            "state,rumour,statements,articles,publishers,first,last,amount,currency,date,quote,article,publisher,published\r\n"
        switch reader {
        case .spreadsheet: out.text("id,subject,relation,object,subject_name,object_name,belief,")
        case .neo4j:
            out.text("id,:START_ID,:TYPE,:END_ID,belief:double,")
        }
        out.text(reader == .neo4j ? Self.neo4jTail : tail)
        try source.forEachRecord { edge in
            write(edge)
            try out.checkpoint()
        }
    }

    private static let neo4jTail: StaticString =
        "state,rumour:boolean,statements:int,articles:int,publishers:int,first,last,amount,currency,date,quote,article,publisher,published\r\n"

    private func write(_ edge: EdgeRecord) {
        quotedIfNeeded(edge.id)
        comma()
        EntityCode(edge.subject).write(to: out)
        switch reader {
        case .spreadsheet: field(edge.relation.text)
        case .neo4j: field(Self.relationshipType(edge.relation))
        }
        comma()
        EntityCode(edge.object).write(to: out)
        if reader == .spreadsheet {
            field(edge.subject.name)
            field(edge.object.name)
        }
        comma()
        out.probability(edge.belief)
        word(edge.state.rawValue)
        word(edge.isRumour ? "true" : "false")
        for count in [edge.statements.count, edge.articleCount, edge.publisherCount] {
            comma()
            out.integer(count)
        }
        field(edge.first)
        field(edge.last)
        let best = edge.statements.first
        word(best?.amount?.value.description ?? "")
        field(best?.amount?.currency)
        field(best?.date)
        field(best?.quote)
        field(best?.url)
        field(best?.publisher)
        field(best?.published)
        out.text("\r\n")
    }

    /// Neo4j's own convention: `INVESTS_IN`.
    private static func relationshipType(_ relation: RelationID) -> String {
        String(relation.text.uppercased().map { $0 == "-" ? "_" : $0 })
    }

    private func comma() { out.byte(UInt8(ascii: ",")) }

    /// A field that needs neither quotes nor an apostrophe.
    private func word(_ text: String) {
        comma()
        out.plain(text)
    }

    private func field(_ text: String?) {
        comma()
        quotedIfNeeded(text ?? "")
    }

    private func field(_ text: BorrowedText?) {
        comma()
        if let text { quotedIfNeeded(text) }
    }

    private func quotedIfNeeded(_ text: String) {
        var text = text
        text.withUTF8 { quotedIfNeeded(BorrowedText($0)) }
    }

    private func quotedIfNeeded(_ text: BorrowedText) {
        let bytes = text.bytes
        guard let first = bytes.first else { return }
        let isFormula = reader == .spreadsheet && Self.startsFormula(first)
        if first != 0x20, bytes.last != 0x20, EscapeTable.csvBare.isClean(text) {
            if isFormula { out.byte(UInt8(ascii: "'")) }
            out.plain(text)
            return
        }
        out.byte(UInt8(ascii: "\""))
        if isFormula { out.byte(UInt8(ascii: "'")) }
        out.escaped(text, .csv)
        out.byte(UInt8(ascii: "\""))
    }

    private static func startsFormula(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
            UInt8(ascii: "\r"):
            true
        default: false
        }
    }
}
