internal import class GRDB.Database

extension Store {
    /// Whether an article of this address is in the store.
    /// - Parameter address: a URL, as articles have it.
    public func holds(address: String) throws(StoreError) -> Bool {
        try read { db in try ArticleRow.find(db, address: address) != nil }
    }
}
