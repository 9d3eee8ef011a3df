internal import LiaisonLanguage
internal import LiaisonModel

/// What stands beside a group and says who or what it is: posts, appositions, epithets.
extension ReferenceResolver {
    /// "le cofondateur et président de Quorin": the post before "et", whose bearer has this one too.
    func sisterPost(_ group: Int, _ syntax: Syntax) -> Int? {
        let noun = syntax.parse.groups[group]
        let unit = syntax.parse.unitOfGroup[group]
        guard noun.hasNoun, noun.determiner == .none, syntax.grammar.is(text.tokens[noun.head].word, .personNoun),
            syntax.kind(unit - 1) == .grammar(.coordinator), let sister = syntax.group(unit - 2), sister < group,
            syntax.parse.groups[sister].determiner == .definite
        else { return nil }
        return sister
    }

    /// "le géant, Microsoft, a …": a name between commas right after a description.
    func apposedName(_ group: Int, _ syntax: Syntax) -> Int? {
        let noun = syntax.parse.groups[group]
        guard noun.hasNoun, noun.determiner != .none else { return nil }
        let unit = syntax.parse.unitOfGroup[group]
        guard syntax.kind(unit + 1) == .comma, let next = syntax.group(unit + 2), !syntax.parse.groups[next].hasNoun,
            let name = syntax.parse.groups[next].name, syntax.parse.members(of: next).count == 1,
            syntax.kind(unit + 3) == .comma, syntax.parse.members(of: group).count == 1
        else { return nil }
        return name
    }

    /// "le géant de Redmond": the lexicon knows whom it means, and the article names it.
    func epithet(_ group: Int, _ syntax: Syntax, _ knowledge: LanguageKnowledge) -> Reference? {
        let noun = syntax.parse.groups[group]
        let end = text.sentences[syntax.parse.sentence].tokens.upperBound
        for start in noun.tokens.lowerBound...noun.head {
            guard
                let hit = knowledge.epithets.longest(
                    start..<min(end, start + 8), { syntax.grammar.canon(text.tokens[$0].word) }),
                start + hit.length > noun.head
            else { continue }
            let present = hit.value.compactMap { entry in entities.items.firstIndex { $0.entry == entry } }
            guard present.count == 1 else { continue }
            return Reference(
                item: present[0], tokens: noun.tokens.lowerBound..<start + hit.length,
                via: lastMention(of: present[0], before: noun.tokens.lowerBound),
                sieve: .epithet)
        }
        return nil
    }
}
