internal import Foundation

/// Sorts more bytes than fit into memory: sorted runs in one file that has no name, merged while they are read.
///
/// The external merge sort of Knuth, "The Art of Computer Programming" 3, 5.4.1. What fits into one run never touches a disk.
/// Records of the same key keep their order. Not safe for several threads.
final class SortedRuns {
    private struct Entry {
        var key: EdgeKey
        var offset: Int
        var count: Int
    }

    private let capacity: Int
    private var memory: UnsafeMutableRawBufferPointer
    private var used = 0
    private var entries: [Entry] = []
    private var descriptor: Int32 = -1
    /// Where each run begins in the file, and where the last one ends.
    private var bounds = [0]
    /// A key of two words and a length.
    static let headerSize = 24

    /// - Parameter capacity: how many bytes are sorted at a time.
    init(capacity: Int = 8 << 20) {
        self.capacity = capacity
        memory = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit {
        memory.deallocate()
        if descriptor >= 0 { close(descriptor) }
    }

    // MARK: Filling

    /// Adds a record of that many bytes, which the body writes.
    func append(_ key: EdgeKey, count: Int, _ fill: (UnsafeMutableRawPointer) -> Void) throws {
        if used + count > memory.count {
            try spill()
            if count > memory.count { memory = .allocate(byteCount: count, alignment: 16) }
        }
        guard let base = memory.baseAddress else { return }
        fill(base + used)
        entries.append(Entry(key: key, offset: used, count: count))
        used += (count + 7) & ~7
    }

    /// Sorts what is left. Nothing can be added after it.
    func finish() throws {
        if bounds.count == 1 {
            sort()
            return
        }
        try spill()
        memory.deallocate()
        memory = .allocate(byteCount: 0, alignment: 16)
        entries = []
    }

    private func sort() {
        entries.sort { $0.key != $1.key ? $0.key < $1.key : $0.offset < $1.offset }
    }

    /// Writes the records in memory as one run.
    private func spill() throws {
        guard let base = memory.baseAddress, !entries.isEmpty else { return }
        if descriptor < 0 { try open() }
        sort()
        let output = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { output.deallocate() }
        var position = bounds[bounds.count - 1]
        var filled = 0
        func flush(_ bytes: UnsafeRawBufferPointer) throws {
            var rest = bytes
            while !rest.isEmpty {
                let written = pwrite(descriptor, rest.baseAddress, rest.count, off_t(position))
                if written < 0 {
                    if errno == EINTR { continue }
                    throw Self.failure("cannot write")
                }
                position += written
                rest = UnsafeRawBufferPointer(rebasing: rest[written...])
            }
        }
        for entry in entries {
            let size = Self.headerSize + (entry.count + 7) & ~7
            if filled + size > output.count {
                try flush(UnsafeRawBufferPointer(rebasing: output[..<filled]))
                filled = 0
            }
            let record = UnsafeRawBufferPointer(start: base + entry.offset, count: (entry.count + 7) & ~7)
            func header(_ buffer: UnsafeMutableRawBufferPointer, at start: Int) {
                buffer.storeBytes(of: entry.key.high, toByteOffset: start, as: UInt64.self)
                buffer.storeBytes(of: entry.key.low, toByteOffset: start + 8, as: UInt64.self)
                buffer.storeBytes(of: entry.count, toByteOffset: start + 16, as: Int.self)
            }
            if size > output.count {
                try withUnsafeTemporaryAllocation(byteCount: Self.headerSize, alignment: 8) { buffer in
                    header(buffer, at: 0)
                    try flush(UnsafeRawBufferPointer(buffer))
                }
                try flush(record)
                continue
            }
            header(output, at: filled)
            UnsafeMutableRawBufferPointer(rebasing: output[(filled + Self.headerSize)...]).copyMemory(from: record)
            filled += size
        }
        try flush(UnsafeRawBufferPointer(rebasing: output[..<filled]))
        bounds.append(position)
        entries.removeAll(keepingCapacity: true)
        used = 0
    }

    private func open() throws {
        let folder = FileManager.default.temporaryDirectory.path
        var template = Array((folder + "/liaison-XXXXXX").utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw Self.failure("cannot make a file in \(folder)") }
        // Gone from the folder at once, and from the disk when it is closed, however the program ends.
        unlink(template)
    }

    private static func failure(_ what: String) -> StoreError {
        StoreError(.inputOutput, "temporary file of an export: \(what): \(String(cString: strerror(errno)))")
    }

    // MARK: Reading

    /// Visits every record in order; the bytes are valid during the visit. May be called again.
    func forEach(_ visit: (EdgeKey, UnsafeRawBufferPointer) throws -> Void) throws {
        if bounds.count == 1 {
            guard let base = memory.baseAddress else { return }
            for entry in entries {
                try visit(entry.key, UnsafeRawBufferPointer(start: base + entry.offset, count: entry.count))
            }
            return
        }
        let share = max(32 << 10, min(256 << 10, capacity / bounds.count))
        var merge = RunMerge()
        for (start, end) in zip(bounds, bounds.dropFirst()) {
            try merge.add(RunReader(descriptor, from: start, to: end, buffer: share))
        }
        while let reader = merge.first {
            try visit(reader.key, reader.record)
            try merge.advance()
        }
    }
}
