internal import LiaisonModel

/// Finds names: those of the lexicon, those that the model sees, and those that the document repeats.
public struct NameRecognizer: Sendable {
    let lexicon: Lexicon
    package var chain: NameChain?
    /// Whether names of the lexicon are given as such, and not only hinted to the model.
    package var usesLexicon = true

    package init(lexicon: Lexicon, chain: NameChain?) {
        self.lexicon = lexicon
        self.chain = chain
    }

    /// Fills ``AnnotatedText/names`` from the views that a ``DocumentReader`` made.
    package func recognize(in text: inout AnnotatedText, _ workspace: inout NameWorkspace) {
        workspace.found.removeAll(keepingCapacity: true)
        text.names.removeAll(keepingCapacity: true)
        guard let chain else {
            text.names = NameMerger(lexicon: lexicon).merge([], workspace.matches, workspace.views)
            return
        }
        for sentence in text.sentences { chain.find(in: sentence.tokens, &workspace) }
        var agreement = NameAgreement(tokens: text.tokens, views: workspace.views)
        agreement.settleKinds(&workspace.found)
        text.names = NameMerger(lexicon: lexicon).merge(
            workspace.found.map(\.mention), usesLexicon ? workspace.matches : [], workspace.views)
        agreement.spread(&text)
    }
}
