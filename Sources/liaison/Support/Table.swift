/// Rows under a heading, never wider than the terminal: the widest columns give way first.
struct Table {
    private let heads: [String]
    private let rightAligned: Set<Int>
    private var rows: [[String]] = []

    /// - Parameter right: the columns whose text stands at the right, as numbers do.
    init(_ heads: [String], right: Set<Int> = []) {
        self.heads = heads
        rightAligned = right
    }

    mutating func append(_ row: [String]) {
        rows.append(row)
    }

    func lines(width: Int = Terminal.width) -> [String] {
        var widths = heads.indices.map { column in
            ([heads[column]] + rows.map { TextLayout.clean($0[column]) }).map(TextLayout.width).max() ?? 0
        }
        let available = width - 2 * (heads.count - 1)
        while widths.reduce(0, +) > available, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > 8
        {
            widths[widest] -= 1
        }
        func line(_ cells: [String]) -> String {
            var text = zip(cells, widths).enumerated().map { column, cell in
                TextLayout.pad(cell.0, to: cell.1, right: rightAligned.contains(column))
            }.joined(separator: "  ")
            while text.last == " " { text.removeLast() }
            return text
        }
        return [Paint.dim(line(heads))] + rows.map(line)
    }

    func print() {
        Terminal.write((lines().joined(separator: "\n") + "\n").utf8)
    }
}
