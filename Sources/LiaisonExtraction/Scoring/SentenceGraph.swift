internal import LiaisonLanguage

/// The groups and verbs of a sentence with what links them: who does what, prepositions, owners, appositions, lists.
/// Paths in it are what a dependency parser's paths are elsewhere (Bunescu, Mooney, "A Shortest Path Dependency Kernel
/// for Relation Extraction", 2005), made by the surface grammar.
struct SentenceGraph: Sendable {
    /// How a node hangs on another.
    enum Slot: UInt32, Sendable {
        case subject = 1, passiveSubject, object, owner, leading, name, apposition, list, governs, clause
    }

    /// A link from a node to another: `down` from the governing one.
    struct Link: Sendable {
        var to: Int
        var slot: UInt32
        var isDown: Bool
    }

    let syntax: Syntax
    /// Links of each node; groups come first, then verbs.
    private(set) var links: [[Link]]
    /// Hash of each node's word; 0 for a name.
    private(set) var words: [UInt32]
    /// The relations that each node's word stands for.
    private(set) var triggers: [UInt32]
    private let groupCount: Int

    /// A sentence of more nodes is a list of something.
    private static let mostNodes = 400

    /// Nil for a sentence that is too long.
    init?(syntax: Syntax, tokens: ArraySlice<ScorerToken>, words table: WordTable) {
        let parse = syntax.parse
        groupCount = parse.groups.count
        let count = groupCount + parse.verbs.count
        guard count <= Self.mostNodes else { return nil }
        self.syntax = syntax
        links = Array(repeating: [], count: count)
        words = []
        triggers = []
        words.reserveCapacity(count)
        triggers.reserveCapacity(count)
        for group in parse.groups {
            words.append(group.hasNoun ? tokens[group.head].lemma : group.isPronoun ? 1 : 0)
            triggers.append(group.hasNoun ? tokens[group.head].triggers : 0)
        }
        for verb in parse.verbs {
            words.append(tokens[verb.main].lemma)
            triggers.append(tokens[verb.main].triggers)
        }
        func hash(_ phrase: [WordID]) -> UInt32 {
            phrase.reduce(0x100) { ($0 &* 31) ^ (table.contains($1) ? table.hash(of: $1) : 7) } | 0x100
        }
        for verb in parse.verbs.indices { link(verb: verb, hash) }
        for group in parse.groups.indices { link(group: group, hash) }
    }

    private mutating func add(_ from: Int, _ to: Int, _ slot: UInt32) {
        guard from != to, links[from].count < 24, links[to].count < 24 else { return }
        links[from].append(Link(to: to, slot: slot, isDown: true))
        links[to].append(Link(to: from, slot: slot, isDown: false))
    }

    private mutating func link(verb: Int, _ hash: ([WordID]) -> UInt32) {
        let parse = syntax.parse
        let node = groupCount + verb
        let isPassive = parse.verbs[verb].isPassive || parse.verbs[verb].kind == .participle
        for group in syntax.subject(of: verb).prefix(8) {
            add(node, group, (isPassive ? Slot.passiveSubject : .subject).rawValue)
        }
        for object in syntax.objects(of: verb) {
            for group in parse.members(of: object).prefix(8) { add(node, group, Slot.object.rawValue) }
        }
        for complement in syntax.complements(ofUnit: parse.unitOfVerb[verb], leading: true).prefix(8) {
            let slot = hash(complement.preposition)
            for group in complement.groups.prefix(8) { add(node, group, slot) }
        }
        if let governor = parse.governor[verb] { add(groupCount + governor, node, Slot.governs.rawValue) }
        let clause = parse.clauses[syntax.clause(ofVerb: verb)]
        if let antecedent = clause.antecedent { add(antecedent, node, Slot.clause.rawValue) }
        if parse.governor[verb] == nil, verb > 0 { add(groupCount + verb - 1, node, Slot.clause.rawValue) }
    }

    private mutating func link(group: Int, _ hash: ([WordID]) -> UInt32) {
        let parse = syntax.parse
        if let unit = parse.preposition[group], let head = syntax.group(unit - 1) {
            add(head, group, hash(syntax.words(unit)))
        }
        if let owner = parse.groups[group].possessor { add(group, owner, Slot.owner.rawValue) }
        if let host = parse.host[group] { add(host, group, Slot.apposition.rawValue) }
        let members = parse.members(of: group)
        if members.count > 1, let first = members.first, first != group { add(first, group, Slot.list.rawValue) }
    }

    /// The node that a mention is in, and how it hangs there.
    func node(of mention: Range<Int>) -> (node: Int, slot: UInt32)? {
        let parse = syntax.parse
        guard
            let group = parse.groups.indices.first(where: { parse.groups[$0].tokens.overlaps(mention) })
        else { return nil }
        let found = parse.groups[group]
        if let name = found.name, syntax.text.names[name].tokens.overlaps(mention) {
            return (group, found.hasNoun ? Slot.name.rawValue : 0)
        }
        if found.leading.contains(where: { syntax.text.names[$0].tokens.overlaps(mention) }) {
            return (group, Slot.leading.rawValue)
        }
        return (group, 0)
    }

    /// One step on a way: the slot taken, which way, and the node reached.
    struct Step: Sendable {
        var slot: UInt32
        var isDown: Bool
        var node: Int

        /// The slot with its direction as one number.
        var mark: UInt32 { slot &* 2 &+ (isDown ? 1 : 0) }
        /// The same step taken backwards.
        var back: UInt32 { slot &* 2 &+ (isDown ? 0 : 1) }
    }

    /// The shortest way between two nodes, at most eight steps; of equal ones the first in the order of the text.
    func path(from: Int, to: Int) -> [Step]? {
        if from == to { return [] }
        var origin: [(node: Int, step: Step)?] = Array(repeating: nil, count: links.count)
        var front = [from]
        for _ in 0..<8 {
            var next: [Int] = []
            for node in front {
                for link in links[node] where link.to != from && origin[link.to] == nil {
                    origin[link.to] = (node, Step(slot: link.slot, isDown: link.isDown, node: link.to))
                    if link.to == to { return trace(origin, from: from, to: to) }
                    next.append(link.to)
                }
            }
            if next.isEmpty { return nil }
            front = next
        }
        return nil
    }

    private func trace(_ origin: [(node: Int, step: Step)?], from: Int, to: Int) -> [Step] {
        var steps: [Step] = []
        var node = to
        while node != from, let link = origin[node] {
            steps.append(link.step)
            node = link.node
        }
        return steps.reversed()
    }
}
