internal import LiaisonReaders

/// The inputs that were refused: named as they come, counted for the summary and the exit code.
struct RefusalLog {
    private(set) var refusals: [Refusal] = []
    private(set) var count = 0
    private var first: Refusal?

    /// More are counted, but not kept: a file of a million broken lines must not fill the memory.
    private static let kept = 1000

    /// Names a refusal on standard error.
    mutating func add(_ refusal: Refusal) {
        Terminal.complain(refusal.description)
        first = first ?? refusal
        count += 1
        if refusals.count < Self.kept { refusals.append(refusal) }
    }

    /// The exit code: 1 when other inputs were read, that of the first refusal when there was nothing else.
    func exitCode(articles: Int) -> Failure.Code? {
        guard let first else { return nil }
        if articles > 0 { return .partly }
        switch first.severity {
        case .notFound: return .notFound
        case .badData: return .badData
        case .inputOutput: return .inputOutput
        }
    }
}
