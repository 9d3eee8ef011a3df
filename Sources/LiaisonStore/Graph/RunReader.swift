internal import Foundation

/// Reads one run of ``SortedRuns`` from its file.
final class RunReader {
    private let descriptor: Int32
    private var position: Int
    private let end: Int
    private var buffer: UnsafeMutableRawBufferPointer
    /// The part of the buffer that was read and not yet visited.
    private var (start, filled) = (0, 0)
    private(set) var key = EdgeKey(high: 0, low: 0)
    /// The record at hand, valid until the next.
    private(set) var record = UnsafeRawBufferPointer(start: nil, count: 0)

    init(_ descriptor: Int32, from position: Int, to end: Int, buffer: Int) {
        self.descriptor = descriptor
        self.position = position
        self.end = end
        self.buffer = .allocate(byteCount: buffer, alignment: 16)
    }

    deinit {
        buffer.deallocate()
    }

    /// Moves to the next record; false after the last.
    func next() throws -> Bool {
        if filled - start < SortedRuns.headerSize {
            if filled == start, position == end { return false }
            try fill(SortedRuns.headerSize)
        }
        key = EdgeKey(
            high: buffer.loadUnaligned(fromByteOffset: start, as: UInt64.self),
            low: buffer.loadUnaligned(fromByteOffset: start + 8, as: UInt64.self))
        let count = buffer.loadUnaligned(fromByteOffset: start + 16, as: Int.self)
        let size = SortedRuns.headerSize + (count + 7) & ~7
        if filled - start < size { try fill(size) }
        record = UnsafeRawBufferPointer(rebasing: buffer[(start + SortedRuns.headerSize)...].prefix(count))
        start += size
        return true
    }

    /// Reads until so many bytes are there.
    private func fill(_ needed: Int) throws {
        let rest = filled - start
        if needed > buffer.count {
            let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: needed, alignment: 16)
            larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: buffer[start..<filled]))
            buffer.deallocate()
            buffer = larger
        } else if let base = buffer.baseAddress {
            memmove(base, base + start, rest)
        }
        (start, filled) = (0, rest)
        while filled < needed {
            let wanted = min(buffer.count - filled, end - position)
            let count = pread(descriptor, buffer.baseAddress.map { $0 + filled }, wanted, off_t(position))
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else {
                throw StoreError(.inputOutput, "temporary file of an export: it cannot be read back")
            }
            filled += count
            position += count
        }
    }
}

/// The smallest record of several runs, by a heap.
struct RunMerge {
    private struct Entry {
        var key: EdgeKey
        /// Of two equal keys, the earlier run's comes first.
        var number: Int
        var reader: RunReader

        static func < (a: Entry, b: Entry) -> Bool {
            a.key != b.key ? a.key < b.key : a.number < b.number
        }
    }

    private var heap: [Entry] = []
    private var count = 0

    /// Adds a run, later than those that are there.
    mutating func add(_ reader: RunReader) throws {
        guard try reader.next() else { return }
        heap.append(Entry(key: reader.key, number: count, reader: reader))
        count += 1
        var at = heap.count - 1
        while at > 0, heap[at] < heap[(at - 1) / 2] {
            heap.swapAt(at, (at - 1) / 2)
            at = (at - 1) / 2
        }
    }

    /// The run whose record is the smallest.
    var first: RunReader? { heap.first?.reader }

    /// Moves the first run on.
    mutating func advance() throws {
        if try heap[0].reader.next() {
            heap[0].key = heap[0].reader.key
        } else {
            heap.swapAt(0, heap.count - 1)
            heap.removeLast()
        }
        let size = heap.count
        heap.withUnsafeMutableBufferPointer { heap in
            var at = 0
            while true {
                var child = 2 * at + 1
                if child >= size { return }
                if child + 1 < size, heap[child + 1] < heap[child] { child += 1 }
                if !(heap[child] < heap[at]) { return }
                heap.swapAt(at, child)
                at = child
            }
        }
    }
}
