internal import class GRDB.Database

/// Keeps articles that tell one story together: the connected components of "nearly the same words".
///
/// Whether two articles are near depends on these two alone, so the components do not depend on the order of articles.
/// A component is named by its smallest article id, which never leaves the file.
struct StoryWriter {
    private let db: Database

    init(_ db: Database) {
        self.db = db
    }

    /// Places an article that was just written: with every story that holds an article near to it.
    func join(_ article: Int64, hash: String, sketch: ArticleSketch?) throws {
        var stories: Set<Int64> = [article]
        let same = try PreparedStatement(db, "SELECT story FROM article WHERE \(ArticleRow.hasHash) AND id <> ?2")
        same.bind(1, hash)
        same.bind(2, Int(article))
        while try same.next() { stories.insert(same.int64(0)) }
        if let sketch {
            for band in sketch.bands {
                let insert = try PreparedStatement(
                    db, "INSERT OR IGNORE INTO sketch_band (band, article) VALUES (?, ?)")
                insert.bind(1, Int(band))
                insert.bind(2, Int(article))
                try insert.run()
            }
            let story = try PreparedStatement(db, "SELECT story FROM article WHERE id = ?")
            for candidate in try candidates(sketch, of: article) {
                story.bind(1, candidate)
                let known = try story.next() ? story.int64(0) : candidate
                story.reset()
                // One near article is enough to belong to its story: of a wire story in a thousand papers, one is compared.
                if stories.contains(known) { continue }
                if let other = try self.sketch(of: candidate), sketch.isNear(other) { stories.insert(known) }
            }
        }
        guard stories.count > 1, let first = stories.min() else { return }
        for other in stories where other != first { try rename(other, to: first) }
    }

    /// Takes an article out of its story, which may fall apart.
    func leave(_ article: Int64, story: Int64) throws {
        let bands = try PreparedStatement(db, "DELETE FROM sketch_band WHERE band = ? AND article = ?")
        if let sketch = try sketch(of: article) {
            for band in sketch.bands {
                bands.bind(1, Int(band))
                bands.bind(2, Int(article))
                try bands.run()
            }
        }
        let query = try PreparedStatement(
            db, "SELECT id, hash, sketch FROM article WHERE story = ? AND id <> ? ORDER BY id")
        query.bind(1, Int(story))
        query.bind(2, Int(article))
        var members: [(id: Int64, hash: String, sketch: ArticleSketch?)] = []
        while try query.next() {
            members.append((query.int64(0), query.text(1), ArticleSketch(bytes: query.blob(2))))
        }
        // Components among those who stay, smallest member first.
        var component = members.map(\.id)
        for (i, a) in members.enumerated() {
            for (j, b) in members.enumerated().dropFirst(i + 1) where component[i] != component[j] {
                guard a.hash == b.hash || Self.isNear(a.sketch, b.sketch) else { continue }
                let (kept, gone) = (min(component[i], component[j]), max(component[i], component[j]))
                for k in component.indices where component[k] == gone { component[k] = kept }
            }
        }
        let update = try PreparedStatement(db, "UPDATE article SET story = ? WHERE id = ?")
        for (member, story) in zip(members, component) {
            update.bind(1, Int(story))
            update.bind(2, Int(member.id))
            try update.run()
        }
        update.bind(1, Int(article))
        update.bind(2, Int(article))
        try update.run()
    }

    private static func isNear(_ a: ArticleSketch?, _ b: ArticleSketch?) -> Bool {
        guard let a, let b else { return false }
        return a.isNear(b)
    }

    private func candidates(_ sketch: ArticleSketch, of article: Int64) throws -> Set<Int64> {
        var found: Set<Int64> = []
        let query = try PreparedStatement(db, "SELECT article FROM sketch_band WHERE band = ? AND article <> ?")
        for band in sketch.bands {
            query.bind(1, Int(band))
            query.bind(2, Int(article))
            while try query.next() { found.insert(query.int64(0)) }
        }
        return found
    }

    private func sketch(of article: Int64) throws -> ArticleSketch? {
        let query = try PreparedStatement(db, "SELECT sketch FROM article WHERE id = ?")
        query.bind(1, Int(article))
        defer { query.reset() }
        return try query.next() ? ArticleSketch(bytes: query.blob(0)) : nil
    }

    private func rename(_ story: Int64, to other: Int64) throws {
        let update = try PreparedStatement(db, "UPDATE article SET story = ? WHERE story = ?")
        update.bind(1, Int(other))
        update.bind(2, Int(story))
        try update.run()
    }
}
