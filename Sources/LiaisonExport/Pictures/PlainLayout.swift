/// Places of nodes as Graphviz writes them with `-Tplain`: lines of `node n12 x y width height …`, in inches.
enum PlainLayout {
    struct Place {
        var x: Double
        var y: Double
        var width: Double
    }

    /// The places of the nodes called `n` and a number.
    static func places(_ bytes: [UInt8]) -> [Int: Place] {
        var places: [Int: Place] = [:]
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.starts(with: "node n".utf8) {
            let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 6)
            guard fields.count >= 6, let number = Int(String(decoding: fields[1].dropFirst(), as: UTF8.self)),
                let x = Double(String(decoding: fields[2], as: UTF8.self)),
                let y = Double(String(decoding: fields[3], as: UTF8.self)),
                let width = Double(String(decoding: fields[4], as: UTF8.self))
            else { continue }
            places[number] = Place(x: x, y: y, width: width)
        }
        return places
    }
}
