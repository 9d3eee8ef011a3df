/// Where a browser may be sent on to: only to pages of this server.
enum LocalTarget {
    /// The target where it is a path of ours, else the first page.
    static func safe(_ target: String) -> String {
        let bytes = Array(target.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.count < 4_000,
            // Two slashes, or a slash and a backslash, begin the name of a host.
            bytes.count < 2 || (bytes[1] != UInt8(ascii: "/") && bytes[1] != UInt8(ascii: "\\")),
            bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return "/" }
        return target
    }
}
