internal import LiaisonLanguage

/// Values by word: an array by word id of places in a list of values, so that a look-up costs two loads and no hash.
///
/// A text's own words have ids beyond those of the data, and no value.
struct WordMap<Value: Sendable>: Sendable {
    /// By word id; 0 for a word without a value.
    private var places: [UInt32] = []
    private var values: [Value] = []

    init() {}

    init(_ values: [WordID: Value]) {
        let last = values.keys.max()?.index ?? -1
        places = Array(repeating: 0, count: last + 1)
        let pairs = Array(values)
        for (place, pair) in pairs.enumerated() { places[pair.key.index] = UInt32(place + 1) }
        // By id, so that the same data always lies the same way.
        self.values.reserveCapacity(pairs.count)
        for index in places.indices where places[index] > 0 {
            self.values.append(pairs[Int(places[index]) - 1].value)
            places[index] = UInt32(self.values.count)
        }
    }

    subscript(word: WordID) -> Value? {
        get {
            let index = word.index
            guard index < places.count else { return nil }
            let place = Int(places[index])
            return place == 0 ? nil : values[place - 1]
        }
        set {
            guard let newValue else {
                if word.index < places.count { places[word.index] = 0 }
                return
            }
            if word.index >= places.count {
                places.append(contentsOf: repeatElement(0, count: word.index + 1 - places.count))
            }
            let place = Int(places[word.index])
            if place > 0 {
                values[place - 1] = newValue
            } else {
                values.append(newValue)
                places[word.index] = UInt32(values.count)
            }
        }
    }

    /// Whether a word has a value.
    func contains(_ word: WordID) -> Bool {
        word.index < places.count && places[word.index] != 0
    }
}
