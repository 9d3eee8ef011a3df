internal import LiaisonReaders

/// The articles that were left unread because nothing tells their language: named as they come, as far as there are few.
struct UnreadLog {
    private(set) var count = 0

    /// More are only counted: a feed of headlines may have thousands.
    private static let named = 20

    /// Names an article on standard error.
    mutating func add(_ origin: Origin) {
        count += 1
        guard count <= Self.named else { return }
        let place = origin.displayPath + (origin.line.map { ":\($0)" } ?? "")
        Terminal.note(
            "\(place): too few words to tell its language, so nothing was read; say it with --language fr or en, "
                + "or in a field \"language\"")
    }

    /// Says how many were not named; the last call.
    func finish() {
        if count > Self.named { Terminal.note("\(Count.of(count - Self.named, "more article")) left unread likewise") }
    }
}
