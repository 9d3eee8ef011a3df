public import LiaisonModel

extension Store {
    /// The relations that statements of this store have or had, by name.
    public func relationNames() throws(StoreError) -> [RelationID] {
        try read { db in
            var names: [RelationID] = []
            let query = try PreparedStatement(db, "SELECT name FROM relation ORDER BY name")
            while try query.next() { names.append(RelationID(query.text(0))) }
            return names
        }
    }
}
