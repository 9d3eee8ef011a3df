/// How pages and feeds are fetched: what is asked of a server, and how much is taken from it.
public struct FetchOptions: Sendable {
    /// The program's name for servers; what stands before the first `/` is what robots.txt may call it.
    public var userAgent = "liaison/1.0"
    /// The time between two requests to one host; a longer `Crawl-delay` of its robots.txt counts instead, up to
    /// ``longestWait``.
    public var pause = Duration.seconds(1)
    /// The time for a connection.
    public var connectionLimit = Duration.seconds(15)
    /// The time for one answer from the first byte sent to the last one read.
    public var timeLimit = Duration.seconds(60)
    /// The most bytes of one answer, as they come over the line.
    public var sizeLimit = 32 << 20
    /// The most redirects from one address.
    public var redirectLimit = 10
    /// How often a request is made again that failed for a reason that may pass.
    public var retries = 3
    /// The time before the first retry, doubled for each that follows; a longer `Retry-After` counts instead.
    public var backoff = Duration.seconds(2)
    /// A server that wants a longer pause is asked no more in this run.
    public var longestWait = Duration.seconds(60)
    /// Whether networks that are not public may be reached.
    public var privateNetworks = PrivateNetworks.named
    /// The folder in which every answer is kept, and looked for before the same is asked again; nil keeps none.
    public var folder: String?
    /// Whether answers are written to ``folder``, or only looked for there.
    public var isKeeping = true
    /// Whether only what is kept is read.
    public var isOffline = false
    /// Whether the pages that a feed summarises are fetched.
    public var followsFeeds = false
    /// Whether an article of this address is known, so that a feed's summary of it need not be followed.
    public var isKnown: @Sendable (String) -> Bool = { _ in false }
    /// Asked often: whether to give up.
    public var isStopped: @Sendable () -> Bool = { false }
    /// Waits, at most until it is time to give up; given so that waiting can be measured instead of done.
    package var sleep: @Sendable (Duration, () -> Bool) -> Void = { systemSleep($0, until: $1) }

    public init() {}

    /// Which addresses of networks that are not public may be reached: this machine, a company's own network.
    public enum PrivateNetworks: Sendable {
        /// Those that were named, and what they redirect or link to; a public page cannot lead into a private network.
        case named
        case never
    }
}
