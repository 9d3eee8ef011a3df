public import LiaisonModel

extension Store {
    /// Loads statements as JSON Lines, such as the output of `liaison extract`, in memory that does not grow with them.
    ///
    /// Statements of one article are best kept together; where they are not, later ones are added to the earlier ones of the
    /// same load. Whole articles are committed in groups, so that a load that was interrupted is simply run again.
    /// - Parameters:
    ///   - chunk: gives the next bytes, cut anywhere; nil at the end.
    ///   - refuse: is told the number, from 1 on, of a line that is no statement, and why; loading goes on.
    ///   - progress: is called after each commit.
    /// - Throws: ``StoreError`` of the store, or what `chunk` throws; groups committed so far stay.
    public func load(
        chunk: () throws -> [UInt8]?, refuse: (Int, JSONError) -> Void = { _, _ in },
        progress: (StatementLoad) -> Void = { _ in }
    ) throws -> StatementLoad {
        var loader = StatementLoader { () throws(StoreError) in self }
        do {
            try loader.read(chunk: chunk, refuse: refuse, progress: progress)
        } catch {
            // What was committed is brought in order.
            _ = try? loader.finish()
            throw error
        }
        return try loader.finish()
    }
}
