internal import ArgumentParser
internal import LiaisonReaders

/// Options of fetching pages and feeds.
struct FetchArguments: ParsableArguments {
    @Option(name: .long, help: "A file with an address a line, to be fetched; - for standard input.")
    var list: [String] = []

    @Flag(help: "Fetch the pages that a feed only sums up.")
    var follow = false

    @Flag(help: "Do not fetch anything: read what was kept of each address.")
    var offline = false

    @Option(
        name: .long, help: "The folder in which what is fetched is kept; else the store's path with .fetched after it.")
    var kept: String?

    @Option(name: .long, help: "Seconds between two requests to one host.")
    var pause: Double = 1

    @Option(name: .long, help: "The name that servers are told; say there how you can be reached.")
    var userAgent: String?

    mutating func validate() throws {
        if !(0...3600).contains(pause) { throw ValidationError("--pause is a number of seconds from 0 to 3600") }
    }

    /// - Parameters:
    ///   - store: The path of the store.
    ///   - isKeeping: Whether what is fetched is written down.
    func options(store: String, isKeeping: Bool = true) -> FetchOptions {
        var options = FetchOptions()
        options.folder = kept ?? store + ".fetched"
        options.isKeeping = isKeeping
        options.isOffline = offline
        options.followsFeeds = follow
        options.pause = .milliseconds(Int(pause * 1000))
        if let userAgent { options.userAgent = userAgent }
        options.isStopped = { Interruption.isRequested }
        return options
    }
}
