import LiaisonExport
import LiaisonModel
import Testing

struct TableTests {
    @Test func `a spreadsheet runs no name`() throws {
        let evil = EntityReference(key: EntityKey("org:evil"), name: "=cmd|'/c calc'!A1", kind: .company)
        let text = try Sample.text(
            .csv, Sample.graph([Sample.edge([Sample.statement(evil, quote: "+1, \"he\" said")])]))
        #expect(text.contains(",'=cmd|'/c calc'!A1,"))
        #expect(text.contains(",\"'+1, \"\"he\"\" said\","))
    }

    @Test func `neo4j-admin gets its own headings and exact text`() throws {
        let evil = EntityReference(key: EntityKey("org:evil"), name: "=1+1", kind: .fund)
        let graph = Sample.graph([Sample.edge([Sample.statement(evil)])])
        let nodes = try Sample.text(.neo4jNodes, graph).split(separator: "\r\n")
        #expect(nodes.first == "id:ID,name,kind,key,wikidata,names:string[],:LABEL")
        #expect(nodes.contains { $0.contains(",=1+1,fund,org:evil,,,Fund") })
        #expect(try Sample.text(.neo4jEdges, graph).contains(",INVESTS_IN,"))
    }

    @Test func `every row of a table has as many fields as its headings`() throws {
        for format in [ExportFormat.csv, .csvNodes, .neo4jEdges, .neo4jNodes] {
            let rows = CSVRows.read(try Sample.text(format, Sample.nastyGraph()))
            #expect(rows.count >= Sample.nastyNames.count)
            for row in rows { #expect(row.count == rows[0].count, "\(format): \(row)") }
        }
    }

    @Test func `GraphML holds no character that XML forbids`() throws {
        let text = try Sample.text(.graphml, Sample.nastyGraph())
        for scalar in text.unicodeScalars {
            #expect(scalar.value >= 0x20 || scalar == "\n" || scalar == "\t")
            #expect(scalar != "\u{FFFE}")
        }
        #expect(text.contains("<data key=\"node-label\">bell␇</data>"))
        #expect(text.contains("&lt;/script&gt;"))
    }
}

/// Reads RFC 4180.
enum CSVRows {
    static func read(_ text: String) -> [[String]] {
        var (rows, row, field): ([[String]], [String], String) = ([], [], "")
        var isQuoted = false
        var scalars = Array(text.unicodeScalars)[...]
        while let scalar = scalars.popFirst() {
            if isQuoted {
                if scalar != "\"" {
                    field.unicodeScalars.append(scalar)
                } else if scalars.first == "\"" {
                    field.unicodeScalars.append(scalar)
                    scalars.removeFirst()
                } else {
                    isQuoted = false
                }
            } else if scalar == "\"" {
                isQuoted = true
            } else if scalar == "," || scalar == "\r" {
                row.append(field)
                field = ""
                if scalar == "\r" {
                    scalars.removeFirst()
                    rows.append(row)
                    row = []
                }
            } else {
                field.unicodeScalars.append(scalar)
            }
        }
        return rows
    }
}
