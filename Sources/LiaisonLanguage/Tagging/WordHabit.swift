/// How a word of a language is used, as counted in text.
package struct WordHabit: Sendable, Hashable {
    /// The class of words that it is used like, from 1; 0 for an unknown word.
    package var cluster: UInt16 = 0
    /// The class of such classes, from 1; 0 for an unknown word.
    package var coarse: UInt8 = 0
    /// The raw value of its commonest ``Tag`` in the treebank, ``unknownTag`` where it is not in it.
    package var tag: UInt8 = Self.unknownTag
    /// The word has that tag only, and is common enough to rely on it.
    package var isSettled = false
    /// 0 never seen; 1 nearly always with a capital inside sentences … 4 nearly always in small letters.
    package var smallness: UInt8 = 0

    package static let unknownTag: UInt8 = 31

    package init() {}
}
