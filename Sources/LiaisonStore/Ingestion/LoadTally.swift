/// What a load puts off, gathered while its articles are written: their edges, and how many of them use each name.
///
/// At the end of the load nothing need be read again then. Of use as long as it has seen all articles that are not counted: a load
/// into an empty store keeps one, and lets it go when anything else happens to the store.
final class LoadTally {
    /// The first article that is not counted.
    let first: Int64
    /// The edges; nil where they are too many to be sorted at once.
    // One thread loads, and no access is inside another: nothing need watch over that at every statement.
    @exclusivity(unchecked) private(set) var edges: EdgeCodes.Edges? = EdgeCodes.Edges()
    /// How many articles use the name of each row; nil where there are too many names for a list.
    @exclusivity(unchecked) private(set) var uses: [Int32]? = []

    @exclusivity(unchecked) private var text = EdgeText()

    init(first: Int64) {
        self.first = first
    }

    /// Notes the edge of a statement.
    func add(
        subject: Int64, key subjectKey: UnsafeBufferPointer<UInt8>, relation: String, object: Int64,
        key objectKey: UnsafeBufferPointer<UInt8>
    ) {
        if edges == nil { return }
        text.cut(to: 0)
        text.append(subjectKey)
        text.end()
        text.append(relation)
        text.end()
        text.append(objectKey)
        if edges?.add(digest: text.digest, subject: subject, object: object) != true { edges = nil }
    }

    /// Notes the names that an article uses.
    /// - Parameter names: their rows in order, among which some may be equal.
    func count(sorted names: [Int64]) {
        guard let last = names.last, var uses else { return }
        self.uses = nil
        guard last < NameCounts.capacity, names[0] >= 0 else { return }
        if uses.count <= last {
            uses.append(contentsOf: repeatElement(0, count: max(Int(last) + 1 - uses.count, uses.count)))
        }
        uses.withUnsafeMutableBufferPointer { uses in
            var before: Int64 = -1
            for name in names where name != before {
                uses[Int(name)] += 1
                before = name
            }
        }
        self.uses = uses
    }
}
