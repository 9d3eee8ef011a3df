/// Memory of the tagger and the name recogniser that is used again from text to text. One per thread.
package struct NameWorkspace: Sendable {
    /// One per token of the text.
    package var views: [NameView] = []
    /// Names of the lexicon, in order, without overlap.
    package var matches: [LexiconMatch] = []
    /// Names of the model, in order, without overlap.
    var found: [FoundName] = []
    var words = DocumentWords()
    /// The runs of capitals of the text, in order.
    package var runs: [NameRun] = []
    var sketches: [WordSketch] = []
    var tagging = Tagger.Workspace()
    var features = FeatureList()
    var decoder = ChainDecoder()
    /// Forms of the marks after which a sentence may begin anew.
    let openers: Set<UInt32>

    package init() {
        openers = Set(
            ["«", "“", "\"", "—", "–", "-", ":", "•", "‹", "‘", "("].map { mark in
                var mark = mark
                return mark.withUTF8 { WordSketch($0, habits: nil).form }
            })
    }
}
