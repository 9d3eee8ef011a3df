#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Names of the fields of one kind of object, found by their bytes.
struct FieldNames {
    private let names: [[UInt8]]
    /// The places of names by their length, so that most are told apart without comparing.
    private let byLength: [[Int]]

    init(_ names: [StaticString]) {
        self.names = names.map { name in name.withUTF8Buffer { Array($0) } }
        var byLength: [[Int]] = []
        for (place, name) in self.names.enumerated() {
            while byLength.count <= name.count { byLength.append([]) }
            byLength[name.count].append(place)
        }
        self.byLength = byLength
    }

    var count: Int { names.count }

    /// The place of a name, or ``count`` when it is unknown.
    func place(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard bytes.count < byLength.count else { return count }
        for place in byLength[bytes.count] where Bytes.areEqual(names[place], bytes) { return place }
        return count
    }
}

/// What followed each field when it was last met: producers write the fields of their objects in one order and spacing.
///
/// Bytes that stand again between two values are one comparison instead of a field to be read.
final class FieldOrder {
    /// For the beginning of an object and for each field, the bytes that led to the next value.
    private let pieces: UnsafeMutablePointer<UInt8>
    private let steps: UnsafeMutablePointer<Step>
    private let count: Int
    /// The fields' names.
    let names: FieldNames

    private struct Step {
        var (count, place) = (0, 0)
        /// Which bits of three words are those of the bytes.
        var masks: (UInt64, UInt64, UInt64) = (0, 0, 0)
    }

    private static let longest = 24

    init(_ names: FieldNames) {
        self.names = names
        count = names.count + 1
        pieces = .allocate(capacity: count * Self.longest)
        pieces.initialize(repeating: 0, count: count * Self.longest)
        steps = .allocate(capacity: count)
        steps.initialize(repeating: Step(), count: count)
    }

    deinit {
        pieces.deallocate()
        steps.deallocate()
    }

    /// The field that follows one field, or -1 for the beginning, where the bytes from a position on are those met last.
    func next(
        after field: Int, in bytes: UnsafeBufferPointer<UInt8>, at position: Int
    ) -> (place: Int, length: Int)? {
        let step = steps[field + 1]
        guard step.count > 0, position + step.count <= bytes.count, let base = bytes.baseAddress else { return nil }
        let known = UnsafeRawPointer(pieces + (field + 1) * Self.longest)
        let found = UnsafeRawPointer(base + position)
        if position + Self.longest <= bytes.count {
            let first = (Self.word(known, 0) ^ Self.word(found, 0)) & step.masks.0
            let second = (Self.word(known, 8) ^ Self.word(found, 8)) & step.masks.1
            let third = (Self.word(known, 16) ^ Self.word(found, 16)) & step.masks.2
            if first | second | third != 0 { return nil }
        } else if memcmp(known, found, step.count) != 0 {
            return nil
        }
        return (step.place, step.count)
    }

    private static func word(_ bytes: UnsafeRawPointer, _ offset: Int) -> UInt64 {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    func learn(_ piece: UnsafeBufferPointer<UInt8>, after field: Int, place: Int) {
        guard piece.count <= Self.longest, place + 1 < count, let start = piece.baseAddress else { return }
        (pieces + (field + 1) * Self.longest).update(from: start, count: piece.count)
        func mask(_ bytes: Int) -> UInt64 { bytes >= 8 ? ~0 : bytes <= 0 ? 0 : 1 << UInt64(8 * bytes) - 1 }
        steps[field + 1] = Step(
            count: piece.count, place: place, masks: (mask(piece.count), mask(piece.count - 8), mask(piece.count - 16)))
    }
}
