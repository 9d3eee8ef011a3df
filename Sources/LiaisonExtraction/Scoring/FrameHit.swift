/// That a frame linked two things of a text.
struct FrameHit: Sendable {
    /// The lane of its relation.
    var lane: Int
    /// What it linked, as items of ``DocumentEntities``.
    var subject: Int
    var object: Int
    /// Hash of the frame's name.
    var rule: UInt32
    var construction: Candidate.Construction
    var sentence: Int
    /// How sure the references of both ends are.
    var subjectSieve: Reference.Sieve
    var objectSieve: Reference.Sieve
}
