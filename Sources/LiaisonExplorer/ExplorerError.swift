/// Why pages cannot be served.
public enum ExplorerError: Error, Hashable, Sendable {
    /// Other machines could connect, and nothing would keep them out.
    case tokenNeeded
    /// The port is taken, or the address is not of this machine.
    case cannotListen(address: String, reason: String)
}

extension ExplorerError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .tokenNeeded: "other machines could connect here: give --token, or leave --host away"
        case .cannotListen(let address, let reason): "\(address): cannot listen there: \(reason)"
        }
    }
}
