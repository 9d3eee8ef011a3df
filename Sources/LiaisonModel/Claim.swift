/// What says how sure a text is of something, and whether it says yes or no.
public protocol Claim {
    var factuality: Factuality { get }
    var negated: Bool { get }
}

extension Claim {
    /// Whether the statement may stand as a plain edge: nothing denied, negated or merely supposed.
    @inlinable public var holds: Bool {
        !negated && factuality != .denied && factuality != .hypothetical
    }

    /// Whether the statement says that the edge does not hold.
    @inlinable public var contradicts: Bool {
        factuality != .hypothetical && (factuality == .denied) != negated
    }
}
