/// What a feature of a pair of mentions speaks of. The raw values are part of the model's format.
package enum PairFeature: UInt8, CaseIterable, Sendable {
    case bias = 1
    /// Words between the two, alone and in twos; beginnings of words and lemmas likewise; classes of words.
    case between, betweenTwo, betweenStem, betweenStemTwo, betweenLemma, betweenLemmaTwo, betweenClass, betweenClassTwo
    /// The same whatever the direction.
    case anyBetweenStem, anyBetweenClass, anyBetweenLemma
    /// Words of the sentence.
    case sentenceStem, anySentenceStem, anySentenceClass
    /// Classes of the words before the first and after the second.
    case classBefore, classAfter
    /// What one of the two is, by its part in the relation.
    case mentionForm, mentionWord, mentionHead, mentionLast, mentionLastClass, mentionClass, mentionLength, mentionKind
    case aroundWord, aroundClass, aroundTwoBefore, aroundTwoAfter, aroundStemBefore, aroundStemAfter
    /// What one of the two is, by its place in the text.
    case firstForm, secondForm, firstHead, secondHead, firstLastClass, secondLastClass, formPair, kindPair, kindRoles
    case firstLength, secondLength
    case distance, namesBetween, commasBetween, sentencesBetween
    /// Words that wake frames, by the relation they stand for.
    case triggerBetween, triggerBefore, triggerAfter, triggerCount
    /// Frames that linked the two, and frames that linked one of them to something else.
    case frame, frameConstruction, frameRule, frameElsewhere, frameNone, reference
    /// The way from one to the other through the sentence's groups and verbs.
    case path, pathSlots, pathWords, pathStep, pathTrigger, pathLength, pathNone, slots, slotWord
    /// Types of a mention's thing, and the kinds of the names near it.
    case mentionType, nearKind
    /// A feature again, for one source of pairs alone.
    case source

    /// Whether it is added once more for the source of the pair: what the two are, what triggers and frames say, and lemmas
    /// between them. Other groups gain nothing by it, and take rows from others.
    var isRepeated: Bool {
        switch self {
        case .bias, .distance, .namesBetween, .pathLength, .formPair, .kindPair, .kindRoles, .nearKind: true
        case .mentionForm, .mentionWord, .mentionHead, .mentionLast, .mentionLastClass, .mentionClass: true
        case .mentionLength, .mentionKind, .mentionType: true
        case .triggerBetween, .triggerBefore, .triggerAfter, .triggerCount: true
        case .frame, .frameConstruction, .frameRule, .frameElsewhere, .frameNone, .reference: true
        case .betweenLemma, .betweenLemmaTwo, .anyBetweenLemma: true
        default: false
        }
    }
}
