internal import LiaisonModel
internal import LiaisonStore

/// Records a decision about an edge or a statement and says so.
func judge(
    _ words: [String], _ verb: Judgement.Verb, done: String, _ options: JudgementOptions, in store: Store
) throws {
    if let id = words.first, words.count == 1, id.utf8.count == 20, id.utf8.allSatisfy(Hexadecimal.isDigit) {
        let made = try store.record(Judgement(verb, statement: id, author: options.name, reason: options.reason))
        return Terminal.note("\(done) statement \(id) (judgement \(made.number))")
    }
    let edge: Edge
    do {
        edge = try store.edge(named: words)
    } catch let failure as Failure where verb == .accept && words.count == 1 {
        // A rejected edge is no longer found; accepting it by its identifier takes the rejection back.
        guard let rejected = try store.judgements(inForce: true).last(where: { $0.names(edge: words[0]) }) else {
            throw failure
        }
        let made = try store.record(
            Judgement(
                number: 0, verb: .accept, subject: rejected.subject, relation: rejected.relation,
                object: rejected.object, author: options.name, reason: options.reason, madeAt: ""))
        return Terminal.note(
            "\(done) \(rejected.subject) \(rejected.relation ?? "") \(rejected.object ?? "") (judgement \(made.number))"
        )
    }
    let made = try store.record(Judgement(verb, edge: edge, author: options.name, reason: options.reason))
    Terminal.note(
        "\(done) \(TextLayout.clean("\(edge.subject.name) \(edge.relation) \(edge.object.name)")) (judgement \(made.number))"
    )
}

extension Judgement {
    /// Whether the judgement is about the edge whose identifier begins so.
    fileprivate func names(edge prefix: String) -> Bool {
        guard let relation, let object, prefix.utf8.count >= 4 else { return false }
        return Edge.identifier(
            subject: EntityKey(subject), relation: RelationID(relation), object: EntityKey(object)
        ).hasPrefix(prefix)
    }
}
