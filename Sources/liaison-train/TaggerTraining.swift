internal import LiaisonLanguage

/// Learns and measures a tagger of one language.
struct TaggerTraining {
    let habits: WordHabits
    /// The model has four times two to the power of this many rows.
    var bucketBits = 15
    var settings = ChainTrainer.Settings()
    /// What the tagger is not to see.
    var hidden: ViewGroups = []

    /// The bytes of the model.
    func fit(_ sentences: [TreebankSentence], report: (Int, Float) -> Void) -> [UInt8] {
        let trainer = ChainTrainer(labels: Tag.allCases.count, bucketBits: bucketBits)
        var random = RandomSource(seed: 11)
        var examples: [ChainExample] = []
        for sentence in sentences {
            examples.append(example(sentence.words, sentence.tags))
            // Headlines are written in capitals or with capitals everywhere, and people write without any.
            let choice = random.unit()
            if choice < 0.04 {
                examples.append(example(sentence.words.map { $0.uppercased() }, sentence.tags))
            } else if choice < 0.1 {
                examples.append(example(sentence.words.map(Self.titleCased), sentence.tags))
            } else if choice < 0.14 {
                examples.append(example(sentence.words.map { $0.lowercased() }, sentence.tags))
            }
        }
        trainer.fit(examples, settings, report: report)
        return trainer.encoded()
    }

    /// The share of the treebank's words with the right tag; a contraction that was found to be one gives both its words.
    func accuracy(_ sentences: [TreebankSentence], _ tagger: Tagger) -> (right: Int, all: Int) {
        var workspace = Tagger.Workspace()
        var right = 0, all = 0
        for sentence in sentences {
            let tags = tagger.tags(of: sketches(sentence.words), &workspace)
            for (tag, gold) in zip(tags, sentence.goldWords) {
                all += gold.count
                if gold.count > 1 {
                    if tag == gold[0] { right += gold.count }
                } else if tag == gold[0] {
                    right += 1
                }
            }
        }
        return (right, all)
    }

    private func example(_ words: [String], _ tags: [UInt8]) -> ChainExample {
        var example = ChainExample()
        var list = FeatureList()
        let sketches = sketches(words)
        for index in words.indices {
            TagFeatures.fill(&list, sketches, at: index)
            example.features.append(contentsOf: list.hashes)
            example.ends.append(example.features.count)
            example.allowed.append(1 << UInt32(tags[index]))
        }
        return example
    }

    private func sketches(_ words: [String]) -> [WordSketch] {
        words.map { word in
            var word = word
            var sketch = word.withUTF8 { WordSketch($0, habits: habits) }
            sketch.hide(hidden)
            return sketch
        }
    }

    private static func titleCased(_ word: String) -> String {
        word.count > 3 ? word.prefix(1).uppercased() + word.dropFirst() : word
    }
}
