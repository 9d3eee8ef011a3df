internal import LiaisonLanguage

/// Counts how the words of a language are used and writes the table of ``WordHabits``.
struct HabitCounter {
    private struct Count {
        var tags: [UInt8: Int] = [:]
        /// Inside sentences: in small letters, and with a capital.
        var small = 0
        var capital = 0
        var cluster: UInt16 = 0
        /// How much is known of the word.
        var weight: Int { (tags.isEmpty ? 0 : 1 << 40) + small + capital }
    }

    private var counts: [UInt32: Count] = [:]
    private var coarse: [UInt8] = [0]

    /// Takes the classes of words from lines of fine class, coarse class, and words.
    mutating func addClusters(_ text: String) {
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: "\t")
            guard fields.count == 3, let fine = UInt16(fields[0]), let broad = UInt8(fields[1]) else { continue }
            for word in fields[2].split(separator: " ") {
                counts[Self.form(String(word)), default: Count()].cluster = fine
            }
            if coarse.count <= Int(fine) {
                coarse.append(contentsOf: repeatElement(0, count: Int(fine) + 1 - coarse.count))
            }
            coarse[Int(fine)] = broad
        }
    }

    /// Counts the tags of a treebank and the case of its words.
    mutating func add(_ sentences: [TreebankSentence]) {
        for sentence in sentences {
            for (index, word) in sentence.words.enumerated() {
                let sketch = Self.sketch(word)
                counts[sketch.form, default: Count()].tags[sentence.tags[index], default: 0] += 1
                if index > 0 { count(sketch) }
            }
        }
    }

    /// Counts the case of the words of plain text, of which the first after a full stop does not count.
    mutating func addPlain(_ text: String) {
        var atStart = true
        for piece in text.split(whereSeparator: \.isWhitespace) {
            let trimmed = piece.drop { "«“\"'(‘".contains($0) }
            let word = trimmed.prefix { $0.isLetter || $0 == "-" }
            if !word.isEmpty && !atStart { count(Self.sketch(String(word))) }
            atStart = piece.last.map { ".!?:»\"”)".contains($0) } ?? true
        }
    }

    private mutating func count(_ sketch: WordSketch) {
        guard sketch.look.contains(.hasLetter), !sketch.look.contains(.allCapitals) else { return }
        if sketch.look.contains(.initialCapital) {
            counts[sketch.form, default: Count()].capital += 1
        } else {
            counts[sketch.form, default: Count()].small += 1
        }
    }

    /// The table; words seen once with nothing known of them are left out.
    func encoded() -> [UInt8] {
        var bytes: [UInt8] = []
        func put(_ value: UInt32) {
            for shift in [0, 8, 16, 24] { bytes.append(UInt8(value >> UInt32(shift) & 0xFF)) }
        }
        // Where two words look alike to the table, the one that more is known of stays.
        let kept = counts.filter { _, count in
            count.cluster > 0 || !count.tags.isEmpty || count.small + count.capital > 1
        }.sorted { ($1.value.weight, $0.key) < ($0.value.weight, $1.key) }
        var slotCount = 1024
        while slotCount * 4 < kept.count * 5 { slotCount *= 2 }
        var slots = [UInt32](repeating: 0, count: slotCount)
        for (form, count) in kept {
            let mark = WordHabits.mark(of: form)
            var slot = Int(form) & (slotCount - 1)
            while slots[slot] != 0 && slots[slot] >> 19 != mark { slot = (slot + 1) & (slotCount - 1) }
            if slots[slot] == 0 { slots[slot] = WordHabits.slot(Self.habit(count), mark: mark) }
        }
        put(WordHabits.magic)
        put(UInt32(slotCount))
        put(UInt32(coarse.count))
        put(0)
        bytes.append(contentsOf: coarse)
        while bytes.count < WordHabits.headerSize + (coarse.count + 8) / 8 * 8 { bytes.append(0) }
        for value in slots { put(value) }
        return bytes
    }

    private static func habit(_ count: Count) -> WordHabit {
        var habit = WordHabit()
        habit.cluster = count.cluster
        if let best = count.tags.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).first { habit.tag = best.key }
        habit.isSettled = count.tags.values.reduce(0, +) >= 50 && count.tags.count == 1
        let seen = count.small + count.capital
        if seen > 0 {
            let share = Double(count.small) / Double(seen)
            habit.smallness = share < 0.1 ? 1 : share < 0.5 ? 2 : share < 0.9 ? 3 : 4
        }
        return habit
    }

    static func form(_ word: String) -> UInt32 { sketch(word).form }

    private static func sketch(_ word: String) -> WordSketch {
        var word = word
        return word.withUTF8 { WordSketch($0, habits: nil) }
    }
}
