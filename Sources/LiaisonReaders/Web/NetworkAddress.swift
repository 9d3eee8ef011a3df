#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// An address that a connection goes to.
package enum NetworkAddress {
    /// Whether a socket address is not one of the public internet: this machine, a private or local network, a metadata
    /// service, or one of the forms in which IPv6 carries such an IPv4 address (RFC 6890).
    static func isPrivate(_ address: UnsafePointer<sockaddr>) -> Bool {
        let raw = UnsafeRawPointer(address)
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            let bytes = raw.loadUnaligned(as: sockaddr_in.self).sin_addr
            return withUnsafeBytes(of: bytes) { isPrivate(v4: Array($0)) }
        case AF_INET6:
            let bytes = raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
            return withUnsafeBytes(of: bytes) { isPrivate(v6: Array($0)) }
        default: return true
        }
    }

    /// - Parameter bytes: four, the first one first.
    package static func isPrivate(v4 bytes: [UInt8]) -> Bool {
        switch (bytes[0], bytes[1], bytes[2]) {
        case (0, _, _), (10, _, _), (127, _, _), (169, 254, _), (192, 168, _), (192, 0, 0), (198, 18...19, _): true
        case (100, 64...127, _), (172, 16...31, _), (224...255, _, _): true
        default: false
        }
    }

    /// - Parameter bytes: sixteen, the first one first.
    package static func isPrivate(v6 bytes: [UInt8]) -> Bool {
        if bytes[0] & 0xFE == 0xFC || bytes[0] == 0xFF || bytes[0] == 0xFE && bytes[1] & 0xC0 == 0x80 { return true }
        // IPv4 in 6to4, NAT64, and as it is; :: and ::1 with it.
        if bytes.starts(with: [0x20, 0x02]) { return isPrivate(v4: Array(bytes[2..<6])) }
        if bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B]) { return isPrivate(v4: Array(bytes[12...])) }
        guard bytes[..<10].allSatisfy({ $0 == 0 }) else { return false }
        return isPrivate(v4: Array(bytes[12...]))
    }
}
