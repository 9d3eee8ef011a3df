internal import Foundation
internal import class GRDB.Database
public import LiaisonModel

extension Store {
    /// Notes a decision. It counts from the next question on, and survives whatever articles come and go.
    /// - Parameter judgement: its number is given here; without a time, it is made now.
    /// - Returns: the judgement as it was stored.
    /// - Throws: ``StoreError`` of category not found when an undo names no judgement in force.
    @discardableResult
    public func record(_ judgement: Judgement) throws(StoreError) -> Judgement {
        try record([judgement]).first ?? judgement
    }

    /// Notes several decisions, in order and in one transaction.
    @discardableResult
    public func record(_ judgements: [Judgement]) throws(StoreError) -> [Judgement] {
        try write { db in
            try judgements.map { judgement in
                var judgement = judgement
                if judgement.madeAt.isEmpty { judgement.madeAt = Date().ISO8601Format() }
                if judgement.verb == .undo {
                    let open = try JudgementLog.inForce(db).map(\.number)
                    guard let target = judgement.undoes, open.contains(target) else {
                        throw StoreError(
                            .notFound,
                            "there is no judgement \(judgement.undoes ?? 0) in force; see 'liaison undo --list'")
                    }
                }
                judgement.number = try JudgementLog.append(db, judgement)
                return judgement
            }
        }
    }

    /// Judgements, oldest first.
    /// - Parameter inForce: leaves out those that were taken back, and what took them back.
    public func judgements(inForce: Bool = false) throws(StoreError) -> [Judgement] {
        try read { db in
            inForce ? try JudgementLog.inForce(db).filter { $0.verb != .undo } : try JudgementLog.all(db)
        }
    }

    /// Adds judgements of another store, leaving out those that this one has.
    ///
    /// Numbers are given anew, and undos follow the judgements they take back.
    /// - Returns: how many were added.
    @discardableResult
    public func importJudgements(_ judgements: [Judgement]) throws(StoreError) -> Int {
        try write { db in
            var known = Dictionary(
                try JudgementLog.all(db).map { (Self.content($0), $0.number) }, uniquingKeysWith: { first, _ in first })
            var numbers: [Int: Int] = [:]
            var added = 0
            for judgement in judgements {
                var judgement = judgement
                if let target = judgement.undoes { judgement.undoes = numbers[target] }
                if judgement.verb == .undo && judgement.undoes == nil { continue }
                let old = judgement.number
                let content = Self.content(judgement)
                if let number = known[content] {
                    numbers[old] = number
                    continue
                }
                if judgement.madeAt.isEmpty { judgement.madeAt = Date().ISO8601Format() }
                let number = try JudgementLog.append(db, judgement)
                (numbers[old], known[content]) = (number, number)
                added += 1
            }
            return added
        }
    }

    /// A judgement without its number: what makes two the same.
    private static func content(_ judgement: Judgement) -> Judgement {
        var judgement = judgement
        judgement.number = 0
        return judgement
    }
}

extension Judgement {
    /// A decision about an edge.
    public init(
        _ verb: Verb, edge: Edge, author: String? = nil, reason: String? = nil
    ) {
        self.init(
            number: 0, verb: verb, subject: edge.subject.key.text, relation: edge.relation.text,
            object: edge.object.key.text, author: author, reason: reason, madeAt: "")
    }

    /// A decision about one statement.
    public init(_ verb: Verb, statement id: String, author: String? = nil, reason: String? = nil) {
        self.init(number: 0, verb: verb, subject: id, author: author, reason: reason, madeAt: "")
    }

    /// A decision about two entities.
    public init(
        _ verb: Verb, _ first: EntityKey, _ second: EntityKey, author: String? = nil, reason: String? = nil
    ) {
        self.init(
            number: 0, verb: verb, subject: first.text, object: second.text, author: author, reason: reason, madeAt: "")
    }

    /// The decision to call an entity by a name.
    public init(rename entity: EntityKey, to name: String, author: String? = nil, reason: String? = nil) {
        self.init(
            number: 0, verb: .rename, subject: entity.text, value: name, author: author, reason: reason, madeAt: "")
    }

    /// The decision to take back another.
    public init(undo number: Int, author: String? = nil, reason: String? = nil) {
        self.init(
            number: 0, verb: .undo, subject: "", undoes: number, author: author, reason: reason, madeAt: "")
    }
}
