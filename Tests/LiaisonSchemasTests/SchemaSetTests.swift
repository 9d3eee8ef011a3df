import LiaisonData
import LiaisonModel
import LiaisonSchemas
import Testing

@Suite struct SchemaSetTests {
    private let yaml = """
        list: [a, "b: c", 'é "quoted" \\ back']
        map: {x: 1, "y z": ""}
        text: |
          two
          lines
        """

    @Test("a packed tree is the tree")
    func packs() throws {
        let node = try SchemaNode(yaml: yaml, file: "x.yaml")
        var writer = PackedWriter()
        writer.append(files: [("x.yaml", node), ("note.txt", SchemaNode(.scalar("plain"), line: 1))])
        let set = try SchemaSet(packed: writer.bytes)
        #expect(try set.file("x.yaml").root() == node)
        #expect(try set.file("note.txt").text() == "plain")
        #expect(node["map"]?.line == 2)
    }

    @Test("damage anywhere is an error and never a crash")
    func damage() throws {
        var writer = PackedWriter()
        writer.append(files: [("x.yaml", try SchemaNode(yaml: yaml, file: "x.yaml"))])
        for position in writer.bytes.indices {
            var bytes = writer.bytes
            bytes[position] = UInt8(ascii: "9")
            _ = try? SchemaSet(packed: bytes).file("x.yaml").root()
            _ = try? SchemaSet(packed: Array(writer.bytes.prefix(position))).file("x.yaml").root()
        }
    }

    @Test("a user's file lies over the program's, and the fingerprint tells")
    func overlay() throws {
        var set = try SchemaSet.embedded()
        let before = set.fingerprint
        try set.overlay([
            (
                "relations.yaml", "mine/relations.yaml",
                "relations: {insures: {subject: {insurer: [company]}, object: {insured: [company]}}}"
            )
        ])
        let vocabulary = try Vocabulary(schemas: set)
        #expect(vocabulary["insures"]?.subjectRole == "insurer")
        #expect(vocabulary["invests-in"] != nil)
        #expect(set.fingerprint != before)
    }

    @Test("the program's own vocabulary has the fourteen relations")
    func embedded() throws {
        let vocabulary = try Vocabulary(schemas: .embedded())
        #expect(vocabulary.relations.count == 14)
        #expect(
            Set(vocabulary.relations.filter(\.isSymmetric).map(\.id.text)) == [
                "rival-of", "sibling-of", "merges-with", "partners-with",
            ])
    }

    @Test(
        "what is wrong with a vocabulary is said with file and line",
        arguments: [
            ("relations:\n  r: {subject: {a: [company]}}", 2, "object"),
            ("relations:\n  r:\n    subject: {a: [planet]}\n    object: {b: [company]}", 3, "planet"),
            ("relations:\n  r:\n    subject: {a: [company]}\n    object: {b: [company]}\n    colour: red", 5, "colour"),
            ("other: 1", 1, "other"),
        ])
    func complaints(_ text: String, _ line: Int, _ word: String) throws {
        var set = SchemaSet()
        try set.overlay([("relations.yaml", "mine/relations.yaml", text)])
        let error = #expect(throws: SchemaError.self) { try Vocabulary(schemas: set) }
        #expect(error?.file == "mine/relations.yaml")
        #expect(error?.line == line)
        #expect(error?.message.contains(word) == true)
    }

    @Test("YAML that is none is refused with its line")
    func notYAML() {
        let error = #expect(throws: SchemaError.self) { try SchemaNode(yaml: "a: 1\nb: [1, 2", file: "x.yaml") }
        #expect(error?.line != nil)
    }
}
