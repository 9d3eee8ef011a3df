internal import LiaisonModel
internal import LiaisonStore

extension JSONWriter {
    /// `{"entities": […], "edges": […]}` as `formats.md` has it, with a line feed.
    mutating func graph(_ edges: [Edge], extra: (inout JSONWriter) -> Void = { _ in }) {
        beginObject()
        var seen: Set<EntityKey> = []
        let ends = edges.flatMap { [$0.subject, $0.object] }.filter { seen.insert($0.key).inserted }
        key("entities")
        beginArray()
        for entity in ends.sorted(by: { $0.key < $1.key }) { entity.write(to: &self) }
        endArray()
        key("edges")
        beginArray()
        for edge in edges { self.edge(edge) }
        endArray()
        extra(&self)
        endObject()
        newline()
    }

    /// One edge; its ends by their keys.
    /// - Parameter everything: all its statements rather than the best.
    mutating func edge(_ edge: Edge, everything: Bool = false) {
        beginObject()
        field("id", edge.id)
        field("subject", edge.subject.key.text)
        field("relation", edge.relation.text)
        field("object", edge.object.key.text)
        key("belief")
        probability(edge.belief)
        key("statements")
        integer(edge.statements.count)
        key("articles")
        integer(edge.articleCount)
        key("publishers")
        integer(edge.publisherCount)
        field("first", edge.first)
        field("last", edge.last)
        field("state", edge.state.rawValue)
        if edge.isRumour {
            key("rumour")
            bool(true)
        }
        if everything {
            key("evidence")
            beginArray()
            for statement in edge.statements { statement.write(to: &self) }
            endArray()
        } else if let best = edge.statements.first {
            key("evidence")
            best.write(to: &self)
        }
        endObject()
    }
}

extension JSONWriter {
    /// What follows from two edges, which stand in it in full.
    mutating func derived(_ relation: DerivedRelation) {
        beginObject()
        field("relation", DerivedRelation.name)
        field("subject", relation.subject.key.text)
        field("object", relation.object.key.text)
        field("parent", relation.parent.key.text)
        key("belief")
        probability(relation.belief)
        key("from")
        beginArray()
        for edge in relation.edges { self.edge(edge) }
        endArray()
        endObject()
    }
}

extension Terminal {
    /// Writes what a closure puts into a JSON writer.
    static func writeJSON(_ body: (inout JSONWriter) throws -> Void) rethrows {
        var json = JSONWriter()
        try body(&json)
        write(json.bytes)
    }
}
