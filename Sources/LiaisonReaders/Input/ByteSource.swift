/// Bytes that come in pieces.
protocol ByteSource: AnyObject {
    /// Fills the start of a buffer and returns how many bytes were written: at least one, or 0 at the end.
    /// - Throws: ``Refusal/Reason`` when reading fails.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int
}

/// A failure while bytes are read, before it is known which input they belong to.
struct ReadFailure: Error {
    var reason: Refusal.Reason
}
