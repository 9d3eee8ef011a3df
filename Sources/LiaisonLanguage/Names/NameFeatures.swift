/// The features of the name recogniser. A change here needs the model to be trained anew.
package enum NameFeatures {
    /// Fills a list with the features of one token.
    package static func fill(
        _ features: inout FeatureList, _ views: [NameView], _ runs: [NameRun], at index: Int, in sentence: Range<Int>
    ) {
        let view = views[index]
        if view.run < 0 && !NameChain.isLikely(view) {
            fillPlain(&features, views, at: index, in: sentence)
            return
        }
        let edge = NameView.edge
        let left = index > sentence.lowerBound ? views[index - 1] : edge
        let left2 = index > sentence.lowerBound + 1 ? views[index - 2] : edge
        let left3 = index > sentence.lowerBound + 2 ? views[index - 3] : edge
        let right = index + 1 < sentence.upperBound ? views[index + 1] : edge
        let right2 = index + 2 < sentence.upperBound ? views[index + 2] : edge
        let right3 = index + 3 < sentence.upperBound ? views[index + 3] : edge
        let word = view.word
        let look = UInt32(word.look.rawValue)
        let traits = UInt32(view.sentence.rawValue)
        let isFrench = traits & 4
        let lookLeft = UInt32(left.word.look.rawValue), lookRight = UInt32(right.word.look.rawValue)
        let cluster = UInt32(word.habit.cluster)
        let clusterLeft = UInt32(left.word.habit.cluster), clusterRight = UInt32(right.word.habit.cluster)
        let broad = UInt32(word.habit.coarse)
        let broadLeft = UInt32(left.word.habit.coarse), broadRight = UInt32(right.word.habit.coarse)
        let tag = UInt32(view.tag), tagLeft = UInt32(left.tag), tagRight = UInt32(right.tag)
        let hit = UInt32(view.hit)
        let language = isFrench << 12
        features.fill { list in
            // The word itself.
            list.add(1, word.form)
            list.add(2, word.suffix2, isFrench)
            list.add(3, word.suffix3)
            list.add(4, word.suffix4)
            list.add(5, word.prefix3)
            list.add(6, word.pattern)
            list.add(7, look, traits)
            list.add(8, cluster | language, look & 7)
            list.add(9, broad | language, look & 7)
            list.add(10, tag, look)
            list.add(11, UInt32(word.habit.smallness), look & 7 | traits << 4)
            list.add(12, UInt32(view.cues.rawValue))
            list.add(13, UInt32(view.elsewhere.rawValue), traits & 3 | look << 4)
            // Around.
            list.add(20, left.word.form)
            list.add(21, right.word.form)
            list.add(22, left2.word.form)
            list.add(23, right2.word.form)
            list.add(24, left.word.form, look & 7)
            list.add(25, right.word.form, look & 7)
            list.add(26, left.word.form, left2.word.form)
            list.add(27, right.word.form, right2.word.form)
            list.add(28, clusterLeft | language)
            list.add(29, clusterRight | language)
            list.add(30, UInt32(left2.word.habit.cluster) | language)
            list.add(31, UInt32(right2.word.habit.cluster) | language)
            list.add(32, broadLeft | broadRight << 8 | language)
            list.add(33, broad | broadLeft << 8 | language)
            list.add(34, broad | broadRight << 8 | language)
            list.add(35, lookLeft, look)
            list.add(36, lookRight, look)
            list.add(37, look | lookLeft << 10, lookRight)
            list.add(38, look & 15 | UInt32(left2.word.look.rawValue) << 10, UInt32(right2.word.look.rawValue))
            list.add(39, tagLeft | tag << 5 | tagRight << 10)
            list.add(40, tagLeft | tag << 5, look & 7)
            list.add(41, tagRight | tag << 5, UInt32(right2.tag) | (look & 7) << 8)
            list.add(42, UInt32(left.cues.rawValue), look & 7)
            list.add(43, UInt32(right.cues.rawValue), look & 7)
            list.add(44, UInt32(left2.cues.rawValue), UInt32(left.cues.rawValue))
            list.add(45, UInt32(view.cues.rawValue) | UInt32(left.cues.rawValue) << 16, UInt32(right.cues.rawValue))
            list.add(46, left3.word.form)
            list.add(47, right3.word.form)
            list.add(48, word.form, left.word.form)
            list.add(49, word.form, right.word.form)
            list.add(50, UInt32(right2.cues.rawValue), UInt32(right.cues.rawValue))
            list.add(51, left.word.suffix3, look & 7)
            list.add(52, right.word.suffix3, look & 7)
            // The lexicon.
            if hit != 0 {
                list.add(60, hit)
                list.add(61, hit, look & 7 | traits << 8)
                list.add(62, hit, UInt32(left.hit) | UInt32(right.hit) << 8)
            } else {
                list.add(63, UInt32(left.hit), look & 7)
                list.add(64, UInt32(right.hit), look & 7)
            }
            // The document.
            for place in 0..<4 {
                if view.before[place] != 0 && view.before[place] != left.word.form { list.add(70, view.before[place]) }
                if view.after[place] != 0 && view.after[place] != right.word.form { list.add(71, view.after[place]) }
            }
            for place in 0..<4 {
                let before = view.classesBefore[place], after = view.classesAfter[place]
                if before != 0 && before != left.word.habit.coarse { list.add(72, UInt32(before) | language) }
                if after != 0 && after != right.word.habit.coarse { list.add(73, UInt32(after) | language) }
            }
            if !view.cuesNear.isEmpty { list.add(74, UInt32(view.cuesNear.rawValue & 0x7F2)) }
            list.add(75, UInt32(view.elsewhere.rawValue), UInt32(view.cues.rawValue))
            // The run of capitals as a whole.
            if view.run >= 0 {
                let run = runs[Int(view.run)]
                let tokens = run.tokens
                let isFirst = index == tokens.lowerBound, isLast = index + 1 == tokens.upperBound
                let place: UInt32 = (isFirst ? 1 : 0) | (isLast ? 2 : 0) | isFrench << 2
                let length = UInt32(min(tokens.count, 6))
                let isAtStart: UInt32 = tokens.lowerBound == sentence.lowerBound ? 1 : 0
                list.add(90, place | length << 4, isAtStart)
                list.add(91, UInt32(run.cues.rawValue), place)
                list.add(92, UInt32(run.cuesBefore.rawValue & 0x7F2), isAtStart)
                list.add(93, UInt32(run.cuesAfter.rawValue & 0x7F2), isAtStart)
                list.add(94, run.verb, isAtStart)
                list.add(95, UInt32(run.verbCluster) | language, isAtStart)
                list.add(96, run.noun)
                list.add(97, UInt32(run.nounCluster) | language)
                let before = tokens.lowerBound > sentence.lowerBound ? views[tokens.lowerBound - 1] : edge
                let after = tokens.upperBound < sentence.upperBound ? views[tokens.upperBound] : edge
                if !isFirst {
                    list.add(98, before.word.form)
                    list.add(99, UInt32(before.word.habit.cluster) | language)
                    list.add(100, views[tokens.lowerBound].word.form)
                    list.add(101, UInt32(views[tokens.lowerBound].word.habit.cluster) | language)
                }
                if !isLast {
                    list.add(102, after.word.form)
                    list.add(103, UInt32(after.word.habit.cluster) | language)
                    list.add(104, views[tokens.upperBound - 1].word.form)
                    list.add(105, UInt32(views[tokens.upperBound - 1].word.habit.cluster) | language)
                }
                list.add(
                    106, UInt32(before.word.habit.coarse) | UInt32(after.word.habit.coarse) << 8,
                    place | length << 4)
            }
            // Cues a little further away: "the chipmaker … X", "X, … a French start-up".
            var cues: NameCues.Classes = []
            for other in max(sentence.lowerBound, index - 6)..<index { cues.formUnion(views[other].cues) }
            list.add(80, UInt32(cues.rawValue & 0x7F2))
            cues = []
            for other in min(index + 1, sentence.upperBound)..<min(index + 7, sentence.upperBound) {
                cues.formUnion(views[other].cues)
            }
            list.add(81, UInt32(cues.rawValue & 0x7F2))
        }
    }

    /// The features of a small word, which is in a name seldom, and then beside words with capitals.
    private static func fillPlain(
        _ features: inout FeatureList, _ views: [NameView], at index: Int, in sentence: Range<Int>
    ) {
        let edge = NameView.edge
        let view = views[index]
        let left = index > sentence.lowerBound ? views[index - 1] : edge
        let left2 = index > sentence.lowerBound + 1 ? views[index - 2] : edge
        let right = index + 1 < sentence.upperBound ? views[index + 1] : edge
        let right2 = index + 2 < sentence.upperBound ? views[index + 2] : edge
        let look = UInt32(view.word.look.rawValue)
        let language = (UInt32(view.sentence.rawValue) & 4) << 12
        let lookLeft = UInt32(left.word.look.rawValue), lookRight = UInt32(right.word.look.rawValue)
        features.fill { list in
            list.add(201, view.word.form)
            list.add(202, UInt32(view.word.habit.cluster) | language)
            list.add(203, left.word.form)
            list.add(204, right.word.form)
            list.add(205, left2.word.form, lookLeft & 7)
            list.add(206, right2.word.form, lookRight & 7)
            list.add(207, view.word.form, left.word.form)
            list.add(208, view.word.form, right.word.form)
            list.add(209, look | lookLeft << 10, lookRight)
            list.add(210, UInt32(left2.word.look.rawValue) | lookLeft << 10, UInt32(right2.word.look.rawValue))
            list.add(211, UInt32(view.tag) | UInt32(left.tag) << 5 | UInt32(right.tag) << 10)
            list.add(212, UInt32(view.cues.rawValue) | UInt32(left.cues.rawValue) << 16, UInt32(right.cues.rawValue))
            list.add(213, UInt32(left.cues.rawValue), UInt32(left2.cues.rawValue))
            list.add(214, UInt32(left.hit) | UInt32(right.hit) << 8, lookRight & 7)
            list.add(215, UInt32(view.tag), lookLeft & 7 | (lookRight & 7) << 3)
            list.add(216, view.word.suffix3, lookLeft & 7 | (lookRight & 7) << 3)
        }
    }
}

extension NameView {
    /// What stands before the first and after the last word of a sentence.
    package static let edge: NameView = {
        var view = NameView()
        view.word = .edge
        view.tag = 30
        return view
    }()
}
