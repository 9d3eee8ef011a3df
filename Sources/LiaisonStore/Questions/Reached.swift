/// The entities that a search has come to, with how far they are from either end. Rows of `entity` are numbered from 1 on.
struct Reached {
    struct Place {
        var entity: Int64 = 0
        /// Steps from the start, and from the end; -1 where the search from there has not come.
        var near: Int16 = -1
        var far: Int16 = -1
        /// Of several sets of entities, the one that it was last put in.
        var mark: Int32 = 0
    }

    /// Steps that can be told.
    static let maximumDistance = Int(Int16.max)

    private var places: [Place]
    private(set) var count = 0

    init() {
        places = Array(repeating: Place(), count: 256)
    }

    /// Where an entity is, or has been put now.
    mutating func place(of entity: Int64) -> Int {
        var at = first(entity)
        while places[at].entity != entity {
            if places[at].entity == 0 {
                if 2 * count >= places.count {
                    grow()
                    return place(of: entity)
                }
                places[at].entity = entity
                count += 1
                return at
            }
            at = (at + 1) & (places.count - 1)
        }
        return at
    }

    /// What is known of an entity, if anything.
    func find(_ entity: Int64) -> Place? {
        var at = first(entity)
        while places[at].entity != entity {
            if places[at].entity == 0 { return nil }
            at = (at + 1) & (places.count - 1)
        }
        return places[at]
    }

    /// Adds an entity; false when it was there.
    mutating func insert(_ entity: Int64) -> Bool {
        let before = count
        _ = place(of: entity)
        return count > before
    }

    /// A place stays valid until an entity is added.
    subscript(place: Int) -> Place {
        get { places[place] }
        set { places[place] = newValue }
    }

    private func first(_ entity: Int64) -> Int {
        let mixed = UInt64(bitPattern: entity) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: mixed >> 32) & (places.count - 1)
    }

    private mutating func grow() {
        let old = places
        places = Array(repeating: Place(), count: 4 * old.count)
        for place in old where place.entity != 0 {
            var at = first(place.entity)
            while places[at].entity != 0 { at = (at + 1) & (places.count - 1) }
            places[at] = place
        }
    }
}
