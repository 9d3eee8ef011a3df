#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Reads a source through one buffer: a look ahead, lines, or everything, always bounded.
final class BufferedInput: ByteSource {
    /// The most bytes of one article: a longer line or file is refused instead of filling the memory.
    static let maximumArticle = 64 << 20

    private let source: any ByteSource
    private var buffer: [UInt8]
    private var start = 0
    private var end = 0
    private var isAtEnd = false

    /// - Parameter capacity: bytes of the buffer, which bounds how far ``peek(_:)`` can look.
    init(_ source: any ByteSource, capacity: Int = 1 << 18) {
        self.source = source
        buffer = [UInt8](repeating: 0, count: capacity)
    }

    /// The next bytes without taking them, fewer only where the input ends.
    func peek(_ count: Int) throws(ReadFailure) -> ArraySlice<UInt8> {
        while end - start < min(count, buffer.count), try fill() {}
        return buffer[start..<min(end, start + count)]
    }

    func read(into target: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
        if start == end, try !fill() { return 0 }
        let count = min(target.count, end - start)
        target.copyBytes(from: buffer[start..<start + count])
        start += count
        return count
    }

    /// Takes the next byte.
    func next() throws(ReadFailure) -> UInt8? {
        if start == end, try !fill() { return nil }
        defer { start += 1 }
        return buffer[start]
    }

    /// A line of the input.
    enum Line {
        /// Its bytes without the line feed, and whether there was one.
        case whole([UInt8], isEnded: Bool)
        /// A line over the limit, skipped.
        case tooLong
    }

    /// Takes bytes up to and with the next line feed; nil at the end.
    func line(limit: Int = maximumArticle) throws(ReadFailure) -> Line? {
        var bytes: [UInt8] = []
        var isTooLong = false
        var isStarted = false
        while true {
            if start == end, try !fill() {
                if !isStarted { return nil }
                return isTooLong ? .tooLong : .whole(bytes, isEnded: false)
            }
            isStarted = true
            let feed = firstFeed()
            let stop = feed ?? end
            if bytes.count + (stop - start) > limit {
                isTooLong = true
                bytes = []
            }
            if !isTooLong { bytes.append(contentsOf: buffer[start..<stop]) }
            start = feed.map { $0 + 1 } ?? end
            if feed != nil { return isTooLong ? .tooLong : .whole(bytes, isEnded: true) }
        }
    }

    /// Where the first line feed of the buffer is.
    private func firstFeed() -> Int? {
        buffer.withUnsafeBytes { bytes -> Int? in
            guard let base = bytes.baseAddress, let found = memchr(base + start, 0x0A, end - start) else { return nil }
            return UnsafeRawPointer(found) - base
        }
    }

    /// Takes all bytes that are left.
    /// - Throws: `tooLong` when they are more than the limit.
    func all(limit: Int = maximumArticle) throws(ReadFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        while true {
            if start == end, try !fill() { return bytes }
            if bytes.isEmpty { bytes.reserveCapacity(end - start) }
            if bytes.count + (end - start) > limit { throw ReadFailure(reason: .tooLong(limit: limit)) }
            bytes.append(contentsOf: buffer[start..<end])
            start = end
        }
    }

    /// Takes exactly so many bytes.
    /// - Throws: `damaged` where fewer are left.
    func take(_ count: Int) throws(ReadFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(count, buffer.count))
        while bytes.count < count {
            if start == end, try !fill() { throw ReadFailure(reason: .damaged("it ends too early")) }
            let stop = min(end, start + count - bytes.count)
            bytes.append(contentsOf: buffer[start..<stop])
            start = stop
        }
        return bytes
    }

    /// Passes over exactly so many bytes.
    /// - Throws: `damaged` where fewer are left.
    func skip(_ count: Int) throws(ReadFailure) {
        var left = count
        while left > 0 {
            if start == end, try !fill() { throw ReadFailure(reason: .damaged("it ends too early")) }
            let step = min(left, end - start)
            start += step
            left -= step
        }
    }

    /// Reads more into the buffer, which must have room once its taken bytes are dropped.
    private func fill() throws(ReadFailure) -> Bool {
        if isAtEnd { return false }
        if start == end {
            start = 0
            end = 0
        } else if end == buffer.count {
            buffer.replaceSubrange(0..<end - start, with: Array(buffer[start..<end]))
            end -= start
            start = 0
        }
        let outcome = buffer.withUnsafeMutableBytes { bytes in
            Result { () throws(ReadFailure) in
                try source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[end...]))
            }
        }
        if case .failure = outcome { isAtEnd = true }
        let count = try outcome.get()
        if count == 0 { isAtEnd = true }
        end += count
        return count > 0
    }
}
