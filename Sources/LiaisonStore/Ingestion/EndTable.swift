internal import CPrefetch
internal import Foundation
internal import LiaisonModel

/// Ends of statements with their rows, by the bytes they were read from: bounded, and exact.
///
/// What belongs to an end lies together: of its bytes, its key and what it adds to a fingerprint, none is an object of its own.
struct EndTable {
    /// An end of statements with its rows.
    struct End {
        let rows: Catalog.Known
        /// Where in the table's words its bytes begin; what it adds to a fingerprint and its key follow.
        fileprivate let start: Int
        fileprivate let byteCount: Int
        fileprivate let wordCount: Int
        fileprivate let keyCount: Int

        fileprivate var words: Int { start + (byteCount + 7) / 8 }
        fileprivate var key: Int { words + wordCount }
    }

    /// The upper bits of a hash, and the place in ``words``, from 1 on, in the lower ones.
    private var slots: [UInt64]
    private var count = 0
    /// Of each end its two rows, its three counts, its bytes, the words of its fingerprint, and its key.
    private var words: [UInt64] = Array(repeating: 0, count: headCount)

    /// How often the table was emptied: ends from before are no longer valid.
    private(set) var generation = 0

    private static let placeBits: UInt64 = 1 << 24 - 1
    private static let headCount = 3
    /// Words of memory, at eight bytes each, before the table is emptied.
    private static let capacity = 5 << 20

    init() {
        slots = Array(repeating: 0, count: 1 << 12)
    }

    /// The end that was read from these bytes.
    subscript(bytes: UnsafeBufferPointer<UInt8>) -> End? {
        let hash = Bytes.hash(bytes)
        return words.withUnsafeBufferPointer { words in
            slots.withUnsafeBufferPointer { slots in
                var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
                while slots[slot] != 0 {
                    let known = slots[slot]
                    if (known ^ hash) & ~Self.placeBits == 0 {
                        let end = Self.end(words, at: Int(known & Self.placeBits))
                        if end.byteCount == bytes.count, Self.areEqual(words, end, bytes) { return end }
                    }
                    slot = (slot + 1) & (slots.count - 1)
                }
                return nil
            }
        }
    }

    /// The hashes of the two ends of a statement.
    ///
    /// The table is larger than what a processor keeps at hand: from now on it fetches where they may be.
    func hashes(_ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64) {
        let (a, b) = (Bytes.hash(first), Bytes.hash(second))
        slots.withUnsafeBufferPointer { slots in
            guard let base = slots.baseAddress else { return }
            prefetch(base + (Int(truncatingIfNeeded: a) & (slots.count - 1)))
            prefetch(base + (Int(truncatingIfNeeded: b) & (slots.count - 1)))
        }
        return (a, b)
    }

    /// Fetches what is at the places of two hashes.
    func fetch(_ hashes: (UInt64, UInt64)) {
        words.withUnsafeBufferPointer { words in
            slots.withUnsafeBufferPointer { slots in
                guard let base = words.baseAddress else { return }
                let x = slots[Int(truncatingIfNeeded: hashes.0) & (slots.count - 1)]
                let y = slots[Int(truncatingIfNeeded: hashes.1) & (slots.count - 1)]
                let (p, q) = (base + Int(x & Self.placeBits), base + Int(y & Self.placeBits))
                // An end is two to three lines of 64 bytes.
                for line in 0..<3 {
                    prefetch(p + 8 * line)
                    prefetch(q + 8 * line)
                }
            }
        }
    }

    /// The two ends of a statement, where both are known by what is first in their places.
    func both(
        _ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>, _ hashes: (UInt64, UInt64)
    ) -> (End, End)? {
        let (a, b) = hashes
        return words.withUnsafeBufferPointer { words in
            slots.withUnsafeBufferPointer { slots in
                let x = slots[Int(truncatingIfNeeded: a) & (slots.count - 1)]
                let y = slots[Int(truncatingIfNeeded: b) & (slots.count - 1)]
                let (p, q) = (Int(x & Self.placeBits), Int(y & Self.placeBits))
                let counts = (words[p + 2] >> 32 ^ UInt64(first.count)) | (words[q + 2] >> 32 ^ UInt64(second.count))
                guard ((x ^ a) | (y ^ b)) & ~Self.placeBits | counts == 0, x != 0, y != 0 else { return nil }
                let (one, other) = (Self.end(words, at: p), Self.end(words, at: q))
                guard Self.areEqual(words, one, first), Self.areEqual(words, other, second) else { return nil }
                return (one, other)
            }
        }
    }

    private static func end(_ words: UnsafeBufferPointer<UInt64>, at place: Int) -> End {
        let counts = words[place + 2]
        return End(
            rows: Catalog.Known(entity: Int64(bitPattern: words[place]), name: Int64(bitPattern: words[place + 1])),
            start: place + headCount, byteCount: Int(counts >> 32), wordCount: Int(counts >> 16 & 0xFFFF),
            keyCount: Int(counts & 0xFFFF))
    }

    /// Remembers an end that the table does not have, where its counts are not too large.
    mutating func insert(
        _ bytes: UnsafeBufferPointer<UInt8>, _ reference: EntityReference, _ rows: Catalog.Known
    ) -> End? {
        let digest = StatementFingerprint.words(of: reference)
        var key = reference.key.text
        let keyCount = key.utf8.count
        guard digest.count <= 0xFFFF, keyCount <= 0xFFFF, bytes.count <= 0xFFFF else { return nil }
        if words.count > Self.capacity {
            let emptied = generation + 1
            self = EndTable()
            generation = emptied
        }
        if 2 * count >= slots.count { grow() }
        let place = words.count
        words.append(UInt64(bitPattern: rows.entity))
        words.append(UInt64(bitPattern: rows.name))
        words.append(UInt64(bytes.count) << 32 | UInt64(digest.count) << 16 | UInt64(keyCount))
        append(bytes)
        words.append(contentsOf: digest)
        key.withUTF8 { append($0) }
        count += 1
        put(place, hash: Bytes.hash(bytes))
        return words.withUnsafeBufferPointer { Self.end($0, at: place) }
    }

    /// Calls a function with what an end adds to a fingerprint.
    func withWords(of end: End, _ body: (UnsafeBufferPointer<UInt64>) -> Void) {
        words.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[end.words..<end.key])) }
    }

    /// Whether the key of one end comes before that of another.
    func precedes(_ a: End, _ b: End) -> Bool {
        words.withUnsafeBytes { raw in
            guard let base = raw.baseAddress else { return false }
            let order = memcmp(base + 8 * a.key, base + 8 * b.key, min(a.keyCount, b.keyCount))
            return order != 0 ? order < 0 : a.keyCount < b.keyCount
        }
    }

    /// The key of an end.
    func key(of end: End) -> String {
        words.withUnsafeBytes { raw in
            String(
                decoding: UnsafeRawBufferPointer(rebasing: raw[8 * end.key..<8 * end.key + end.keyCount]), as: UTF8.self
            )
        }
    }

    /// Calls a function with the keys of two ends.
    func withKeys(of a: End, _ b: End, _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Void) {
        words.withUnsafeBytes { raw in
            let bytes = raw.assumingMemoryBound(to: UInt8.self)
            body(
                UnsafeBufferPointer(rebasing: bytes[8 * a.key..<8 * a.key + a.keyCount]),
                UnsafeBufferPointer(rebasing: bytes[8 * b.key..<8 * b.key + b.keyCount]))
        }
    }

    private static func areEqual(
        _ words: UnsafeBufferPointer<UInt64>, _ end: End, _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard let base = words.baseAddress, let start = bytes.baseAddress else { return bytes.isEmpty }
        return memcmp(base + end.start, start, bytes.count) == 0
    }

    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        let start = words.count
        words.append(contentsOf: repeatElement(0, count: (bytes.count + 7) / 8))
        words.withUnsafeMutableBytes { raw in
            guard let base = raw.baseAddress, let source = bytes.baseAddress else { return }
            memcpy(base + 8 * start, source, bytes.count)
        }
    }

    private mutating func put(_ place: Int, hash: UInt64) {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = hash & ~Self.placeBits | UInt64(place)
    }

    private mutating func grow() {
        slots = Array(repeating: 0, count: 2 * slots.count)
        var place = Self.headCount
        while place < words.count {
            let end = words.withUnsafeBufferPointer { Self.end($0, at: place) }
            let hash = words.withUnsafeBytes { raw in
                let bytes = UnsafeRawBufferPointer(rebasing: raw[8 * end.start..<8 * end.start + end.byteCount])
                return Bytes.hash(bytes.assumingMemoryBound(to: UInt8.self))
            }
            put(place, hash: hash)
            place = end.key + (end.keyCount + 7) / 8
        }
    }
}
