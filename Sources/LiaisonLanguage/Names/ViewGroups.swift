/// Groups of what the models see of a token, each of which can be hidden, to measure what it adds.
package struct ViewGroups: OptionSet, Sendable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Classes of words that are used alike.
    package static let classes = ViewGroups(rawValue: 1 << 0)
    /// A word's commonest tag, and how often it is written small.
    package static let habits = ViewGroups(rawValue: 1 << 1)
    /// How words begin and end.
    package static let affixes = ViewGroups(rawValue: 1 << 2)
    /// Parts of speech.
    package static let tags = ViewGroups(rawValue: 1 << 3)
    /// Names that the lexicon knows.
    package static let lexicon = ViewGroups(rawValue: 1 << 4)
    /// Words beside or inside names that tell their kind.
    package static let cues = ViewGroups(rawValue: 1 << 5)
    /// What the document says elsewhere about the same word.
    package static let document = ViewGroups(rawValue: 1 << 6)
    /// Runs of capitals as a whole.
    package static let runs = ViewGroups(rawValue: 1 << 7)

    /// The groups by the names that a command takes.
    package static let named: [(name: String, group: ViewGroups)] = [
        ("classes", .classes), ("habits", .habits), ("affixes", .affixes), ("tags", .tags), ("lexicon", .lexicon),
        ("cues", .cues), ("document", .document), ("runs", .runs),
    ]
}

extension WordSketch {
    /// Hides what the groups hold.
    package mutating func hide(_ groups: ViewGroups) {
        if groups.contains(.classes) {
            habit.cluster = 0
            habit.coarse = 0
        }
        if groups.contains(.habits) {
            habit.tag = WordHabit.unknownTag
            habit.isSettled = false
            habit.smallness = 0
        }
        if groups.contains(.affixes) {
            (prefix1, prefix2, prefix3) = (0, 0, 0)
            (suffix1, suffix2, suffix3, suffix4) = (0, 0, 0, 0)
        }
    }
}

extension NameView {
    /// Hides what the groups hold.
    mutating func hide(_ groups: ViewGroups) {
        word.hide(groups)
        if groups.contains(.tags) { tag = Tag.other.rawValue }
        if groups.contains(.lexicon) { hit = 0 }
        if groups.contains(.cues) {
            cues = []
            cuesNear = []
        }
        if groups.contains(.document) {
            elsewhere = []
            (before, after, classesBefore, classesAfter) = (.zero, .zero, .zero, .zero)
            cuesNear = []
        }
        if groups.contains(.classes) { (classesBefore, classesAfter) = (.zero, .zero) }
        if groups.contains(.runs) { run = -1 }
    }
}

extension NameRun {
    /// Hides what the groups hold.
    mutating func hide(_ groups: ViewGroups) {
        if groups.contains(.cues) { (cues, cuesBefore, cuesAfter) = ([], [], []) }
        if groups.contains(.classes) { (verbCluster, nounCluster) = (0, 0) }
    }
}
