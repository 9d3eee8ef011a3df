/// A property or class, with its bytes in every syntax made once.
struct LinkedDataTerm {
    let iri: String
    let coercion: LinkedDataContext.Coercion
    /// `"name":` for JSON-LD.
    let jsonKey: [UInt8]
    /// `"name"` for JSON-LD.
    let jsonValue: [UInt8]
    /// `<iri>`.
    let absolute: [UInt8]
    /// `prefix:rest`, or the absolute form.
    let short: [UInt8]

    /// A term of the context.
    init(_ name: String, in context: LinkedDataContext) throws {
        self.init(iri: try context.iri(of: name), json: name, coercion: context.coercion(of: name), in: context)
    }

    /// Any IRI, shortened where the context has a prefix for it.
    init(iri: String, in context: LinkedDataContext) {
        self.init(iri: iri, json: context.compact(iri) ?? iri, coercion: .none, in: context)
    }

    private init(iri: String, json: String, coercion: LinkedDataContext.Coercion, in context: LinkedDataContext) {
        self.iri = iri
        self.coercion = coercion
        jsonValue = Array("\"\(json)\"".utf8)
        jsonKey = jsonValue + [UInt8(ascii: ":")]
        absolute = Array("<\(iri)>".utf8)
        short = context.compact(iri).map { Array($0.utf8) } ?? absolute
    }
}
