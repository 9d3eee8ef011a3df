internal import LiaisonModel

/// Writes descriptions of nodes in one syntax of linked data.
///
/// The calls form a document, then nodes, then a property with one value, or several between ``beginValues()`` and
/// ``endValues()``. A value may be a nested node. Every syntax gets the same calls, so all say the same triples.
protocol NodeWriter {
    mutating func beginDocument()
    mutating func endDocument()
    mutating func beginNode(_ name: LinkedDataName, _ types: [LinkedDataTerm])
    mutating func endNode()
    mutating func property(_ term: LinkedDataTerm)
    mutating func beginValues()
    mutating func endValues()
    mutating func node(_ name: LinkedDataName)
    /// A node of somebody else's, by its absolute IRI.
    mutating func node(_ term: LinkedDataTerm)
    mutating func beginNested(_ name: LinkedDataName, _ types: [LinkedDataTerm])
    mutating func endNested()
    mutating func string(_ text: BorrowedText)
    /// - Parameter language: a well-formed BCP 47 tag in lower case.
    mutating func string(_ text: String, language: String)
    /// A literal of the property's own datatype, in a form that needs no escaping.
    mutating func literal(_ write: (ByteOutput) -> Void)
    /// A literal of another datatype than the property's.
    mutating func literal(_ text: String, datatype: LinkedDataTerm)
    /// A number or a truth value, which JSON has too; the property's datatype says what it is.
    mutating func bare(_ write: (ByteOutput) -> Void)
}

extension NodeWriter {
    mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { string(BorrowedText($0)) }
    }
}
