/// Items of Wikidata.
package enum WikidataItem {
    /// Whether a text is an item's identifier: `Q` and digits. What is not must never become part of an IRI.
    package static func isIdentifier(_ text: String) -> Bool {
        let bytes = text.utf8
        return bytes.first == UInt8(ascii: "Q") && (2...16).contains(bytes.count)
            && bytes.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// The page that people read.
    package static func page(_ identifier: String) -> String { "https://www.wikidata.org/wiki/" + identifier }

    /// The IRI of the thing itself.
    static func iri(_ identifier: String) -> String { "http://www.wikidata.org/entity/" + identifier }
}
