import LiaisonModel
import Testing

@Suite struct StatementJSONTests {
    private var statement: Statement {
        var qualifiers = Qualifiers()
        qualifiers.amount = Amount(
            value: ExactDecimal(200_000_000), currency: "USD", bound: .atMost, scope: .ceiling,
            text: "jusqu'à 200 millions")
        qualifiers.stake = ExactDecimal("0.49")
        qualifiers.date = "2025-06-16"
        return Statement(
            article: ArticleHead(id: "a", title: "« Titre »\n\u{1}", sha256: "00"),
            subject: EntityReference(name: "Société Écho", kind: .company), relation: "contracts-with",
            object: EntityReference(name: "ministère", kind: .government), qualifiers: qualifiers, confidence: 0.93,
            evidence: Evidence(
                part: .text, range: CodePointRange(0, 12), quote: "😀 Écho…", subject: CodePointRange(2, 6),
                object: CodePointRange(7, 9), via: [CodePointRange(10, 11)]),
            rule: "fr.award.active")
    }

    private func line(_ statement: Statement) -> [UInt8] {
        var json = JSONWriter()
        statement.write(to: &json)
        return json.bytes
    }

    @Test("what is written is read back the same")
    func roundTrip() throws {
        let bytes = line(statement)
        let read = try Statement(json: JSONValue(parsing: bytes))
        #expect(read == statement)
        #expect(line(read) == bytes)
    }

    @Test("the id follows from what is stated and where, not from who found it or how sure it is")
    func identity() {
        var other = statement
        other.confidence = 0.5
        other.rule = "another"
        #expect(other.id == statement.id)
        other.qualifiers.negated = true
        #expect(other.id != statement.id)
    }

    @Test(
        "a statement that lacks something names it",
        arguments: [
            ("{}", "article"), (#"{"article":{"sha256":"0"}}"#, "relation"),
            (#"{"article":{},"relation":"r","evidence":{}}"#, "sha256"),
            (
                #"{"article":{"sha256":"0"},"relation":"r","subject":{"name":"a"},"object":{"name":"b"},"evidence":{"start":3,"end":1}}"#,
                "evidence"
            ),
            (#"{"article":{"sha256":"0"},"relation":"r","evidence":{"start":0,"end":1},"subject":{}}"#, "subject"),
        ])
    func namesWhatIsMissing(_ text: String, _ word: String) throws {
        let json = try JSONValue(parsing: Array(text.utf8))
        let error = #expect(throws: JSONError.self) { try Statement(json: json) }
        #expect(error?.message.contains(word) == true)
    }

    @Test(
        "what is not JSON is refused with its place",
        arguments: [
            #"{"a":"#, #"{"a" 1}"#, "[1,]", #""\u12"#, "01", "nul", "\"\u{1}\"", String(repeating: "[", count: 200),
        ])
    func refusesOtherText(_ text: String) {
        #expect(throws: JSONError.self) { try JSONValue(parsing: Array(text.utf8)) }
    }

    @Test("a surrogate on its own is replaced, a pair is one character")
    func surrogates() throws {
        #expect(try JSONValue(parsing: Array(#""\ud83d\ude00 \ud800""#.utf8)).string == "😀 \u{FFFD}")
    }
}
