public import LiaisonExport

/// What `liaison serve` is told.
public struct ExplorerConfiguration: Sendable {
    /// The path of the store.
    public var store: String
    /// The address or name to listen at.
    public var host = "127.0.0.1"
    /// The port; 0 lets the system choose.
    public var port = 8323
    /// Whether nothing may be changed.
    public var isReadOnly = false
    /// What a browser must know; needed beyond loopback.
    public var token: String?
    /// Further names that the machine is known by.
    public var hostNames: [String] = []
    /// Who decides: kept with each judgement.
    public var author: String?
    /// Drawings that take longer are given up, in seconds.
    public var drawingTimeLimit = 10.0
    /// Labels, colours and the context of linked data; the language is the browser's.
    public var options: ExportOptions

    public init(store: String, options: ExportOptions) {
        self.store = store
        self.options = options
    }

    /// Whether only programs of this machine can connect.
    public var isLoopback: Bool { HostRule.isLoopback(host) }

    /// A token that nobody can guess.
    public static func makeToken() -> String { Secret.nonce() }
}
