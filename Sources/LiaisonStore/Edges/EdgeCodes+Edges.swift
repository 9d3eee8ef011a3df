extension EdgeCodes {
    /// Edges that are gathered, sorted by their codes and written together: at sixteen bytes each, as many as fit.
    struct Edges {
        /// Of each edge its code in front of its place in the list of pairs.
        private var codes: [UInt64] = []
        private var pairs: [(subject: UInt32, object: UInt32)] = []

        /// Edges that are sorted at a time.
        private static let capacity = 1 << 20

        var count: Int { codes.count }
        var isEmpty: Bool { codes.isEmpty }

        subscript(place: Int) -> (code: Int64, subject: Int64, object: Int64) {
            let code = codes[place]
            let pair = pairs[Int(code & 0xFFFF_FFFF)]
            return (Int64(code >> 32) - 1 << 31, Int64(pair.subject), Int64(pair.object))
        }

        /// Adds an edge; false where there are as many as there may be, or a row's number is too large to be kept.
        mutating func add(digest: UInt64, subject: Int64, object: Int64) -> Bool {
            guard codes.count < Self.capacity, let subject = UInt32(exactly: subject),
                let object = UInt32(exactly: object)
            else { return false }
            codes.append(digest & 0xFFFF_FFFF_0000_0000 | UInt64(pairs.count))
            pairs.append((subject, object))
            return true
        }

        mutating func removeAll() {
            codes.removeAll(keepingCapacity: true)
            pairs.removeAll(keepingCapacity: true)
        }

        /// Sorts by codes. An edge that was added several times in a row comes once. (Of two edges with one code both stay, and
        /// the table sees to repetitions.)
        mutating func sort() {
            // By eleven bits of the code at a time, the lower ones first: an eighth of the time of comparing.
            var other = [UInt64](repeating: 0, count: codes.count)
            for shift in [32, 43, 54] as [UInt64] {
                var ends = [Int](repeating: 0, count: 1 << 11)
                for code in codes { ends[Int(code >> shift & 0x7FF)] += 1 }
                var sum = 0
                for bucket in ends.indices {
                    (ends[bucket], sum) = (sum, sum + ends[bucket])
                }
                codes.withUnsafeBufferPointer { codes in
                    other.withUnsafeMutableBufferPointer { other in
                        ends.withUnsafeMutableBufferPointer { ends in
                            for code in codes {
                                let bucket = Int(code >> shift & 0x7FF)
                                other[ends[bucket]] = code
                                ends[bucket] += 1
                            }
                        }
                    }
                }
                swap(&codes, &other)
            }
            let pairs = pairs
            var last: UInt64?
            codes.removeAll { code in
                defer { last = code }
                guard let last, last >> 32 == code >> 32 else { return false }
                return pairs[Int(last & 0xFFFF_FFFF)] == pairs[Int(code & 0xFFFF_FFFF)]
            }
        }
    }
}
