public import LiaisonModel
public import LiaisonSchemas

/// Turns articles into statements. Loaded once, used from any number of threads.
public struct Extractor: Sendable {
    /// The version of rules and models: statements made by another version are worth making again.
    public let version: String

    /// Compiles the data of `Schemas`.
    /// - Throws: `SchemaError` with file and line.
    public init(schemas: SchemaSet) throws(SchemaError) {
        version = "1"
    }

    /// Everything the article states. Never fails: a text that cannot be read gives no statement.
    public func extract(_ article: Article) -> Extraction {
        Extraction()
    }
}
