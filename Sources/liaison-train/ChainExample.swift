/// A sequence to learn from: the features of each element and the labels that each may have.
///
/// One allowed label is full supervision; several are partial supervision: the sequence may be any that the masks and
/// the transitions allow (Tsuboi et al., "Training Conditional Random Fields Using Incomplete Annotations", 2008).
struct ChainExample {
    /// Features of all elements, one after the other: hashes, or rows once they are chosen.
    var features: [UInt32] = []
    /// Where the features of each element end.
    var ends: [Int] = []
    /// Bit sets of labels.
    var allowed: [UInt32] = []
    var weight: Float = 1
}
