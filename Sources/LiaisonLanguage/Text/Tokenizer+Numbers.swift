extension Tokenizer {
    /// Emits the number that begins at `start` with its separators, or the word that begins with digits, such as `5G`.
    mutating func number(from start: Int) -> Int {
        var position = digits(from: start)
        var isGrouped = position - start <= 3
        while position < end {
            let (value, length) = scalar(position)
            let after = position + length
            if value == 0x2E || value == 0x2C {  // . and ,
                guard characterClass(at: after) == .digit else { break }
                // A decimal mark: no groups with spaces after it.
                isGrouped = false
            } else if isGrouped, isGroupSeparator(value) {
                guard characterClass(at: after) == .digit, digits(from: after) == after + 3,
                    !characterClass(at: after + 3).isWord || isUnitNext(after + 3)
                else { break }
            } else {
                break
            }
            position = digits(from: after)
        }
        return suffix(from: start, scannedTo: position)
    }

    private func digits(from position: Int) -> Int {
        var position = position
        while byte(at: position) &- 0x30 < 10 { position += 1 }
        return position
    }

    /// Spaces group thousands; the plain one only in French, where `2 000` is usual.
    private func isGroupSeparator(_ value: UInt32) -> Bool {
        switch value {
        case 0xA0, 0x202F, 0x2009: true
        case 0x20: language == .french
        case 0x27, 0x2019: true
        default: false
        }
    }

    private func isUnitNext(_ position: Int) -> Bool {
        characterClass(at: position).isLetter
    }

    /// What follows the digits decides: a unit is cut off, other letters make a word of all.
    private mutating func suffix(from start: Int, scannedTo position: Int) -> Int {
        let next = characterClass(at: position)
        if next.isLetter {
            guard let run = runEnd(from: position, limit: 12) else { return word(from: start, scannedTo: position) }
            let facts = facts(position, run)
            let isMoney = hasCurrency(before: start) || characterClass(at: run) == .currency
            // A small "m" is as often a metre as a million.
            let isStrong = facts.flags.contains(.suffixUnit) && (run > position + 1 || next == .upper)
            if facts.flags.contains(.currencyWord) || isStrong && (isMoney || !isListed(start, run))
                || !facts.flags.isDisjoint(with: [.suffixUnit, .weakSuffixUnit]) && isMoney
            {
                emit(start, position)
                emit(position, run)
                return run
            }
            return word(from: start, scannedTo: position)
        }
        let after = next == .hyphen || next == .punctuation ? position + scalar(position).length : position
        if next == .hyphen, characterClass(at: after).isLetter {
            if let run = runEnd(from: after, limit: 12) {
                let facts = facts(after, run)
                if facts.power > 0 || facts.flags.contains(.currencyWord) || facts.flags.contains(.percent) {
                    emit(start, position)
                    return position
                }
            }
            return word(from: start, scannedTo: position)
        }
        if byte(at: position) == 0x2E, characterClass(at: after).isLetter {
            return word(from: start, scannedTo: position)
        }
        emit(start, position)
        return position
    }

    private mutating func isListed(_ start: Int, _ end: Int) -> Bool {
        facts(start, end).flags.contains(.whole)
    }

    private func hasCurrency(before position: Int) -> Bool {
        guard let last = tokens.last else { return false }
        // "NOK 55m"
        if last.shape.contains(.allCapitals), Int(last.end) + 3 >= position,
            facts[last.word].flags.contains(.currencyWord)
        {
            return true
        }
        guard Int(last.end) == position else { return false }
        return characterClass(at: Int(last.start)) == .currency || facts[last.word].flags.contains(.currencyWord)
    }
}
