internal import LiaisonModel

/// What a load remembers from one transaction to the next.
///
/// Rows are valid as long as nobody else writes and no entity goes; ``forgetRows()`` is called when that happens.
struct LoadMemory {
    /// A relation with its row.
    final class Relation: SliceCached {
        let bytes: [UInt8]
        let name: String
        let id: Int64
        let isSymmetric: Bool

        init(_ bytes: [UInt8], _ name: String, _ row: (id: Int64, isSymmetric: Bool)) {
            (self.bytes, self.name, id, isSymmetric) = (bytes, name, row.id, row.isSymmetric)
        }
    }

    /// A rule with its row.
    final class Rule: SliceCached {
        let bytes: [UInt8]
        let name: String
        let id: Int64

        init(_ bytes: [UInt8], _ name: String, _ id: Int64) {
            (self.bytes, self.name, self.id) = (bytes, name, id)
        }
    }

    var ends = EndTable()
    var relations = SliceCache<Relation>(slots: 1 << 8)
    var rules = SliceCache<Rule>(slots: 1 << 12)
    /// What this load has put off, as long as nothing else is.
    var tally: LoadTally?
    /// Where the statements of a group are gathered, where nothing is in the way of copying them at once.
    var image: TableImage?
    /// The articles that this load has written.
    var written: Set<Int64> = []
    var reader = StatementLineReader()
    let shape = StatementShape()
    var current = Current.none
    /// The object of the current article as it was written in the line before; empty when it was not plain.
    var articleBytes: [UInt8] = []
    var summary = StatementLoad()
    /// How many lines the last group had.
    var lines = 0

    mutating func forgetRows() {
        ends = EndTable()
        relations = SliceCache(slots: 1 << 8)
        rules = SliceCache(slots: 1 << 12)
    }

    /// The article that a line is about; nil when it is no statement.
    mutating func head(of line: ArraySlice<UInt8>) -> ArticleHead? {
        try? reader.read(line).article
    }

    /// What is wrong with a line; nil when it is a statement or empty.
    mutating func error(in line: ArraySlice<UInt8>) -> JSONError? {
        if line.allSatisfy(Self.isSpace) { return nil }
        do throws(JSONError) {
            _ = try reader.read(line)
            return nil
        } catch {
            return error
        }
    }
}
