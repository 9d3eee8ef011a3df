internal import LiaisonLanguage
internal import LiaisonModel

/// Learns and measures the name recogniser.
struct NameTraining {
    let analyzer: Analyzer
    /// The model has four times two to the power of this many rows.
    var bucketBits = 15
    var settings = ChainTrainer.Settings()

    /// Makes examples of the stretches where a name can be, as the recogniser cuts them.
    func examples(_ labelled: [LabelledText], withLexicon: (Int) -> Bool) -> [ChainExample] {
        var examples: [ChainExample] = []
        var workspace = NameWorkspace()
        var list = FeatureList()
        for (number, source) in labelled.enumerated() {
            var document = NameDocument(source, analyzer)
            analyzer.reader.read(&document.text, &workspace, usesLexicon: withLexicon(number))
            for sentence in document.text.sentences {
                append(sentence.tokens, document, workspace, source.weight, &list, to: &examples)
            }
        }
        return examples
    }

    private func append(
        _ sentence: Range<Int>, _ document: NameDocument, _ workspace: NameWorkspace, _ weight: Float,
        _ list: inout FeatureList, to examples: inout [ChainExample]
    ) {
        let views = workspace.views
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            guard NameChain.isActive(index, views, in: sentence) else {
                index += 1
                continue
            }
            var example = ChainExample()
            example.weight = weight
            while index < sentence.upperBound, NameChain.isActive(index, views, in: sentence) {
                NameFeatures.fill(&list, views, workspace.runs, at: index, in: sentence)
                example.features.append(contentsOf: list.hashes)
                example.ends.append(example.features.count)
                example.allowed.append(document.allowed[index])
                index += 1
            }
            examples.append(example)
        }
    }

    /// The bytes of the model.
    func fit(_ examples: [ChainExample], report: (Int, Float) -> Void) -> [UInt8] {
        let trainer = ChainTrainer(
            labels: NameLabel.count, bucketBits: bucketBits, mayFollow: NameLabel.mayFollow,
            mayStart: NameLabel.mayStart,
            mayEnd: NameLabel.mayEnd)
        trainer.fit(examples, settings, report: report)
        return trainer.encoded()
    }

    /// The same analyzer with another model of names.
    func analyzer(with model: [UInt8]) -> Analyzer {
        var result = analyzer
        result.recognizer.chain = ChainModel(ModelData(keeping: model)).map(NameChain.init(model:))
        return result
    }
}
