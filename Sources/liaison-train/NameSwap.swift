internal import LiaisonLanguage
internal import LiaisonModel

/// Rewrites labelled articles with other names in the places of companies, funds, products and persons, so that many
/// names are seen in every context.
struct NameSwap {
    let inventor: NameInventor
    let firstNames: [String]
    let lastNames: [String]
    /// Ordinary nouns: much of the trade is called by them.
    let nouns: [String]
    /// Words that end names of several words, by kind, as often as they do.
    let endings: [EntityKind: [String]]

    /// A copy of an article with new names; nil when nothing could be replaced.
    func swapped(_ source: LabelledText, _ random: inout RandomSource) -> LabelledText? {
        var replacements: [(old: String, new: String)] = []
        var byFull: [String: [String: String]] = [:]
        var groups: [[(text: String, kind: EntityKind)]] = []
        for name in source.names {
            // Longer names come first: a shorter one that is part of one belongs to it.
            if let index = groups.firstIndex(where: { group in
                group[0].kind == name.kind && group[0].text.split(separator: " ").contains { $0 == name.text }
            }) {
                groups[index].append(name)
            } else {
                groups.append([name])
            }
        }
        for group in groups {
            let full = group[0]
            guard [.company, .fund, .product, .person].contains(full.kind), random.unit() < 0.85 else { continue }
            let old = full.text.split(separator: " ").map(String.init)
            guard old.count <= 3, full.text.first?.isUppercase == true || full.text.first?.isLetter == true else {
                continue
            }
            let new = invent(full.kind, words: old.count, like: full.text, &random)
            replacements.append((full.text, new.joined(separator: " ")))
            for part in group.dropFirst() {
                let place = part.text == old.first ? new.first : part.text == old.last ? new.last : nil
                if let place { replacements.append((part.text, place)) }
            }
            byFull[full.text] = [:]
        }
        if replacements.isEmpty { return nil }
        replacements.sort { ($1.old.utf8.count, $0.old) < ($0.old.utf8.count, $1.old) }
        var result = source
        result.article.text = replace(source.article.text, replacements)
        result.article.title = source.article.title.map { replace($0, replacements) }
        result.names = source.names.map { name in
            (text: replacements.first { $0.old == name.text }?.new ?? name.text, kind: name.kind)
        }
        // A new name must not be an ordinary word of the text: every place of it would be marked.
        result.names.sort { ($1.text.utf8.count, $0.text) < ($0.text.utf8.count, $1.text) }
        return result
    }

    private func invent(
        _ kind: EntityKind, words: Int, like old: String, _ random: inout RandomSource
    ) -> [String] {
        if kind == .person {
            var names = [firstNames.randomElement(using: &random) ?? "Ada"]
            if words == 1 { return random.unit() < 0.4 ? names : [lastName(&random)] }
            names.append(lastName(&random))
            if words > 2 { names.insert(lastName(&random), at: 1) }
            return names
        }
        let vowels: Set<Character> = ["a", "e", "i", "o", "u", "y", "é", "è", "h", "â", "î", "ô"]
        let wantsVowel = old.lowercased().first.map(vowels.contains) ?? false
        var head = ""
        for _ in 0..<30 {
            head = random.unit() < 0.6 ? inventor.name(&random) : nouns.randomElement(using: &random) ?? "Halte"
            if (head.lowercased().first.map(vowels.contains) ?? false) == wantsVowel { break }
        }
        let style = random.unit()
        if style < 0.04 { head = head.uppercased() }
        if style > 0.97 { head = head.lowercased() + ".io" }
        if style > 0.9 && style < 0.94 {
            head += ["AI", "Tech", "Lab", "Pay", "ly", "Ops"].randomElement(using: &random) ?? ""
        }
        if words == 1 { return [head] }
        var names = [head]
        if style > 0.5 && style < 0.54 && kind == .company {
            names += ["&", random.unit() < 0.5 ? "Fils" : lastName(&random)]
        } else if kind == .product && random.unit() < 0.4 {
            names.append(String(Int(random.unit() * 9) + 1))
        } else {
            if words > 2 {
                names.append(random.unit() < 0.5 ? inventor.name(&random) : nouns.randomElement(using: &random) ?? "")
            }
            names.append(endings[kind]?.randomElement(using: &random) ?? inventor.name(&random))
        }
        return names
    }

    private func lastName(_ random: inout RandomSource) -> String {
        random.unit() < 0.6 ? lastNames.randomElement(using: &random) ?? "Marchal" : inventor.name(&random)
    }

    /// Replaces whole words, all at once, the longest first.
    private func replace(_ text: String, _ replacements: [(old: String, new: String)]) -> String {
        let characters = Array(text)
        let patterns = replacements.map { (old: Array($0.old), new: $0.new) }
        var result = ""
        var index = 0
        outer: while index < characters.count {
            let startsWord = index == 0 || !(characters[index - 1].isLetter || characters[index - 1].isNumber)
            if startsWord {
                for pattern in patterns where pattern.old.first == characters[index] {
                    let end = index + pattern.old.count
                    guard end <= characters.count, characters[index..<end].elementsEqual(pattern.old),
                        end == characters.count || !(characters[end].isLetter || characters[end].isNumber)
                    else { continue }
                    result += pattern.new
                    index = end
                    continue outer
                }
            }
            result.append(characters[index])
            index += 1
        }
        return result
    }
}
