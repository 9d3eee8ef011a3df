internal import LiaisonModel

/// Finds names: those of the lexicon, those that the model sees, and those that the document repeats.
public struct NameRecognizer: Sendable {
    let lexicon: Lexicon
    package var chain: NameChain?

    package init(lexicon: Lexicon, chain: NameChain?) {
        self.lexicon = lexicon
        self.chain = chain
    }

    /// Fills ``AnnotatedText/names`` from the views that a ``DocumentReader`` made.
    package func recognize(in text: inout AnnotatedText, _ workspace: inout NameWorkspace) {
        var found: [NameMention] = []
        for sentence in text.sentences {
            if let chain {
                chain.names(in: sentence.tokens, &workspace, into: &found)
            } else {
                CapitalRuns.names(in: sentence.tokens, workspace.views, into: &found)
            }
        }
        text.names = NameMerger(lexicon: lexicon).merge(found, workspace.matches, workspace.views)
        DocumentNames.agree(&text, workspace.views)
    }
}
