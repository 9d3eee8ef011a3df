public import LiaisonSchemas

extension SchemaSet {
    /// The files of `Schemas` that the program was built with.
    /// - Throws: `SchemaError` when the program file is damaged.
    public static func embedded() throws(SchemaError) -> SchemaSet {
        try SchemaSet(packed: packedSchemas)
    }
}
