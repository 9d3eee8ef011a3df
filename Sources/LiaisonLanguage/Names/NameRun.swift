/// A stretch of words with capitals, small connecting words between them included, and what stands around it: what the
/// name recogniser asks of a whole that may be a name, or hold several.
package struct NameRun: Sendable {
    /// Indices into the views.
    var tokens: Range<Int>
    /// What all its words tell.
    var cues: NameCues.Classes = []
    /// The form and the class of the first verb to the right in the sentence; 0 for none.
    var verb: UInt32 = 0
    var verbCluster: UInt16 = 0
    /// The form and the class of the nearest noun to the left; 0 for none.
    var noun: UInt32 = 0
    var nounCluster: UInt16 = 0
    /// What the few words on each side tell.
    var cuesBefore: NameCues.Classes = []
    var cuesAfter: NameCues.Classes = []

    /// How far to the right the verb may be, and to the left the noun.
    private static let verbReach = 9
    private static let nounReach = 4
    private static let cueReach = 4

    init(_ tokens: Range<Int>, in sentence: Range<Int>, _ views: [NameView]) {
        self.tokens = tokens
        for index in tokens { cues.formUnion(views[index].cues) }
        let end = min(sentence.upperBound, tokens.upperBound + Self.verbReach)
        for index in tokens.upperBound..<max(tokens.upperBound, end)
        where views[index].tag == Tag.verb.rawValue || views[index].tag == Tag.auxiliary.rawValue {
            verb = views[index].word.form
            verbCluster = views[index].word.habit.cluster
            if views[index].tag == Tag.verb.rawValue { break }
        }
        let start = max(sentence.lowerBound, tokens.lowerBound - Self.nounReach)
        for index in (start..<max(start, tokens.lowerBound)).reversed() where views[index].tag == Tag.noun.rawValue {
            noun = views[index].word.form
            nounCluster = views[index].word.habit.cluster
            break
        }
        for index in max(sentence.lowerBound, tokens.lowerBound - Self.cueReach)..<tokens.lowerBound {
            cuesBefore.formUnion(views[index].cues)
        }
        for index in tokens
            .upperBound..<max(
                tokens.upperBound, min(sentence.upperBound, tokens.upperBound + Self.cueReach))
        { cuesAfter.formUnion(views[index].cues) }
    }

    /// Finds the runs of a sentence and tells its views which they are in.
    static func find(in sentence: Range<Int>, _ views: inout [NameView], _ runs: inout [NameRun]) {
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            guard views[index].isCapital || views[index].hit != 0 else {
                index += 1
                continue
            }
            var end = index + 1
            while end < sentence.upperBound {
                if views[end].isCapital || views[end].hit != 0 || views[end].word.look.contains(.hasDigit) {
                    end += 1
                    continue
                }
                // One or two connecting words go on to the next capital.
                var next = end
                while next < sentence.upperBound, next < end + 2, views[next].cues.contains(.connector) { next += 1 }
                guard next > end, next < sentence.upperBound, views[next].isCapital else { break }
                end = next + 1
            }
            let run = NameRun(index..<end, in: sentence, views)
            for place in index..<end { views[place].run = Int32(runs.count) }
            runs.append(run)
            index = end
        }
    }
}
