/// The features of the part-of-speech tagger. A change here needs the models to be trained anew.
package enum TagFeatures {
    /// Fills a list with the features of one token of a sentence.
    package static func fill(_ features: inout FeatureList, _ words: [WordSketch], at index: Int) {
        let edge = WordSketch.edge
        let word = words[index]
        let left = index > 0 ? words[index - 1] : edge
        let left2 = index > 1 ? words[index - 2] : edge
        let right = index + 1 < words.count ? words[index + 1] : edge
        let right2 = index + 2 < words.count ? words[index + 2] : edge
        let look = UInt32(word.look.rawValue)
        let isFirst: UInt32 = index == 0 ? 1 : 0
        let tagHere = UInt32(word.habit.tag), tagLeft = UInt32(left.habit.tag), tagRight = UInt32(right.habit.tag)
        let cluster = UInt32(word.habit.cluster)
        let clusterLeft = UInt32(left.habit.cluster), clusterRight = UInt32(right.habit.cluster)
        let coarse = UInt32(word.habit.coarse)
        let coarseLeft = UInt32(left.habit.coarse), coarseRight = UInt32(right.habit.coarse)
        features.fill { list in
            list.add(1, word.form)
            list.add(2, left.form)
            list.add(3, right.form)
            list.add(4, left2.form)
            list.add(5, right2.form)
            list.add(6, left.form, word.form)
            list.add(7, word.form, right.form)
            list.add(8, word.suffix1, look)
            list.add(9, word.suffix2)
            list.add(10, word.suffix3)
            list.add(11, word.suffix4)
            list.add(12, word.prefix1)
            list.add(13, word.prefix2)
            list.add(14, word.prefix3)
            list.add(15, look, isFirst)
            list.add(16, word.pattern)
            list.add(17, cluster)
            list.add(18, clusterLeft)
            list.add(19, clusterRight)
            list.add(20, coarse, coarseLeft)
            list.add(21, coarse, coarseRight)
            list.add(22, coarseLeft, coarseRight)
            list.add(23, left.suffix3)
            list.add(24, right.suffix3)
            list.add(25, word.suffix3, tagLeft)
            list.add(26, word.suffix3, tagRight)
            list.add(27, tagHere, tagLeft)
            list.add(28, tagHere, tagRight)
            list.add(29, tagLeft, tagRight)
            list.add(30, word.form, tagRight)
            list.add(31, word.form, tagLeft)
            list.add(32, look, UInt32(right.look.rawValue))
            list.add(33, look, UInt32(left.look.rawValue))
            list.add(34, UInt32(left2.habit.tag) << 8 | tagLeft, word.form)
            list.add(35, tagRight << 8 | UInt32(right2.habit.tag), word.form)
            list.add(36, UInt32(left2.habit.tag) << 8 | tagLeft, tagRight)
            list.add(37, UInt32(word.habit.smallness), look & 7 | isFirst << 3)
            list.add(38, cluster, tagRight)
            list.add(39, cluster, tagLeft)
            list.add(40, left.form, right.form)
            list.add(41, cluster, clusterLeft)
            list.add(42, cluster, clusterRight)
            list.add(43, clusterLeft, clusterRight)
            list.add(44, left.form, left2.form)
            list.add(45, right.form, right2.form)
            list.add(46, clusterLeft, UInt32(left2.habit.cluster))
            list.add(47, clusterRight, UInt32(right2.habit.cluster))
            list.add(48, word.suffix3, look)
            list.add(49, word.suffix2, left.suffix2)
        }
    }
}

extension WordSketch {
    /// What stands before the first and after the last word of a sentence.
    package static let edge: WordSketch = {
        var sketch = WordSketch()
        sketch.form = 0xED6E_ED6E
        sketch.habit.tag = 30
        return sketch
    }()
}
