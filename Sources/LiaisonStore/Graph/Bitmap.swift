/// A set of small numbers at one bit each.
struct Bitmap {
    private var words: [UInt64] = []
    private(set) var count = 0

    func contains(_ number: Int64) -> Bool {
        let word = Int(number >> 6)
        return number >= 0 && word < words.count && words[word] & (1 << UInt64(number & 63)) != 0
    }

    mutating func insert(_ number: Int64) {
        guard number >= 0, !contains(number) else { return }
        let word = Int(number >> 6)
        if word >= words.count { words.append(contentsOf: repeatElement(0, count: word - words.count + 1)) }
        words[word] |= 1 << UInt64(number & 63)
        count += 1
    }
}
