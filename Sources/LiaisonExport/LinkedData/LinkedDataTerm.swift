/// A property or class, with its bytes in every syntax made once.
///
/// A class, so that the innermost loops hold one reference and not five.
final class LinkedDataTerm: Sendable {
    let iri: String
    let coercion: LinkedDataContext.Coercion
    /// `"name":` for JSON-LD.
    let jsonKey: [UInt8]
    /// `"name"` for JSON-LD.
    let jsonValue: [UInt8]
    /// What stands behind a literal of N-Quads and of Turtle: `^^` and the property's datatype, or nothing.
    let absoluteDatatype: [UInt8]
    let shortDatatype: [UInt8]
    /// `<iri>`.
    let absolute: [UInt8]
    /// `prefix:rest`, or the absolute form.
    let short: [UInt8]

    /// A term of the context.
    convenience init(_ name: String, in context: LinkedDataContext) throws {
        self.init(iri: try context.iri(of: name), json: name, coercion: context.coercion(of: name), in: context)
    }

    /// Any IRI, shortened where the context has a prefix for it.
    convenience init(iri: String, in context: LinkedDataContext) {
        self.init(iri: iri, json: context.compact(iri) ?? iri, coercion: .none, in: context)
    }

    private init(iri: String, json: String, coercion: LinkedDataContext.Coercion, in context: LinkedDataContext) {
        self.iri = iri
        self.coercion = coercion
        jsonValue = Array("\"\(json)\"".utf8)
        jsonKey = jsonValue + [UInt8(ascii: ":")]
        if case .datatype(let type) = coercion {
            absoluteDatatype = Array("^^<\(type)>".utf8)
            shortDatatype = Array("^^\(context.compact(type) ?? "<\(type)>")".utf8)
        } else {
            (absoluteDatatype, shortDatatype) = ([], [])
        }
        absolute = Array("<\(iri)>".utf8)
        short = context.compact(iri).map { Array($0.utf8) } ?? absolute
    }
}
