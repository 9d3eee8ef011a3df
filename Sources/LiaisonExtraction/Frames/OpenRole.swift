/// A role that a sentence speaks of and that the next may give to others: "Kaptio's backers looked relieved. They include …".
struct OpenRole: Sendable {
    /// Index into ``FrameIndex/frames``.
    var frame: Int
    /// Whose role it is.
    var owners: [Reference]
    /// Whether those who have the role are the relation's subject.
    var headIsSubject: Bool
    /// Whether the noun spoke of several.
    var isPlural: Bool
    /// Whether it is the subject of its sentence, which names nobody who has it.
    var isAnnounced: Bool
    /// Whether somebody is said to have one, and not who it is: "Kaptio a un nouveau patron."
    var isHad = false
    var sentence: Int
}
