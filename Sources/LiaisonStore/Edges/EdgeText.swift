internal import Foundation
internal import LiaisonModel

/// What an edge's identifier is the digest of, kept where it is from one edge to the next.
struct EdgeText {
    private var bytes = [UInt8](repeating: 0, count: 512)
    private(set) var count = 0

    var digest: UInt64 {
        bytes.withUnsafeBufferPointer { SHA256.start(of: UnsafeBufferPointer(rebasing: $0[..<count])).0 }
    }

    mutating func cut(to length: Int) { count = length }

    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        guard let start = piece.baseAddress else { return }
        while count + piece.count > bytes.count { bytes += bytes }
        bytes.withUnsafeMutableBytes { $0.baseAddress.map { _ = memcpy($0 + count, start, piece.count) } }
        count += piece.count
    }

    mutating func append(_ piece: String) {
        var piece = piece
        piece.withUTF8 { append($0) }
    }

    /// Ends a text among several.
    mutating func end() {
        if count == bytes.count { bytes += bytes }
        bytes[count] = 0
        count += 1
    }
}
