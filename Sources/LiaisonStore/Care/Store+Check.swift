internal import GRDB
internal import LiaisonModel

extension Store {
    /// Checks the file, its references, every article's hash, every quote, the full-text index and the name counts.
    /// - Parameter progress: is called now and then with how many articles are done.
    /// - Throws: ``StoreError`` when the file cannot be read to the end; what is wrong inside is in the report.
    public func check(progress: (Int) -> Void = { _ in }) throws(StoreError) -> CheckReport {
        try read { db in
            var report = CheckReport()
            var problems: [String] = []
            func problem(_ text: String) {
                if problems.count < CheckReport.maximumProblems { problems.append(text) }
            }
            let integrity = try PreparedStatement(db, "PRAGMA integrity_check(20)")
            while try integrity.next() {
                if integrity.text(0) != "ok" { problem("the file is damaged: " + integrity.text(0)) }
            }
            let keys = try PreparedStatement(db, "PRAGMA foreign_key_check")
            while try keys.next() {
                problem("a row of \(keys.text(0)) points to a row of \(keys.text(2)) that is missing")
            }
            try checkArticles(db, &report, problem, progress)
            try checkNames(db, problem)
            try checkCodes(db, problem)
            try checkIndex(db, problem)
            report.problems = problems
            return report
        }
    }

    private func checkArticles(
        _ db: Database, _ report: inout CheckReport, _ problem: (String) -> Void, _ progress: (Int) -> Void
    ) throws {
        let reader = StatementReader(db)
        let query = try PreparedStatement(db, "SELECT \(ArticleRow.columns) FROM article ORDER BY article.id")
        var expected = 0
        while try query.next() {
            let row = ArticleRow(query)
            report.articles += 1
            if report.articles.isMultiple(of: 1000) { progress(report.articles) }
            let statements = try reader.rows(ofArticle: row.id)
            expected += statements.count
            guard let text = try text(db, row.id) else {
                report.unverifiable += statements.count
                continue
            }
            let article = Article(title: row.head.title, text: text)
            if article.contentHash != row.head.sha256 {
                problem("\(row.address): the words do not match the hash \(row.head.sha256.prefix(12))")
                continue
            }
            let check = EvidenceCheck(article)
            for statement in statements {
                if check.stands(statement.evidence) {
                    report.verified += 1
                } else {
                    let range = statement.evidence.range
                    problem(
                        "\(row.address): the quote at \(range.start)–\(range.end) is not what the article says there")
                }
            }
        }
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM statement") ?? 0
        report.statements = count
        if count != expected { problem("\(count - expected) statements belong to no article") }
    }

    /// The counts of names must be what the articles' own lists add up to.
    private func checkNames(_ db: Database, _ problem: (String) -> Void) throws {
        var counts: [Int64: Int] = [:]
        let lists = try PreparedStatement(db, "SELECT names FROM article")
        while try lists.next() {
            for name in NameList.unpack(lists.blob(0)) { counts[name, default: 0] += 1 }
        }
        if try NameCounts(db).firstUncounted() != nil { return }
        let names = try PreparedStatement(db, "SELECT id, text, uses FROM name")
        while try names.next() {
            let count = counts.removeValue(forKey: names.int64(0)) ?? 0
            if count != names.int(2) {
                problem("the name \"\(names.text(1))\" is counted \(names.int(2)) times and used \(count) times")
            }
        }
        if !counts.isEmpty { problem("\(counts.count) names that articles use are missing") }
        let nameless =
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM entity WHERE id NOT IN (SELECT entity FROM name)") ?? 0
        if nameless > 0 { problem("\(nameless) entities have no name") }
    }

    /// Every edge must be found by its identifier.
    private func checkCodes(_ db: Database, _ problem: (String) -> Void) throws {
        if try NameCounts(db).firstUncounted() != nil { return }
        let reader = StatementReader(db, RowCache())
        let edges = try PreparedStatement(
            db, "SELECT DISTINCT subject, object, relation FROM statement ORDER BY subject, object, relation")
        let code = try PreparedStatement(
            db, "SELECT 1 FROM edge_code WHERE code = ? AND subject = ? AND object = ?")
        var count = 0
        while try edges.next() {
            count += 1
            code.bind(
                1,
                EdgeCodes.code(
                    subject: try reader.reference(edges.int64(0)).key.text,
                    relation: try reader.relation(edges.int64(2)).text,
                    object: try reader.reference(edges.int64(1)).key.text))
            code.bind(2, edges.int64(0))
            code.bind(3, edges.int64(1))
            if try !code.next() { problem("the edge \(edges.int64(0))–\(edges.int64(1)) has no identifier") }
            code.reset()
        }
        let codes = try Int.fetchOne(db, sql: "SELECT count(*) FROM edge_code") ?? 0
        if codes > count { problem("\(codes - count) identifiers of edges belong to no statement") }
    }

    private func checkIndex(_ db: Database, _ problem: (String) -> Void) throws {
        // FTS5 checks itself by way of a write, which a reader may not do.
        guard mode != .readOnly else { return }
        do {
            try db.execute(sql: "INSERT INTO article_index (article_index, rank) VALUES ('integrity-check', 1)")
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            problem("the full-text index does not match the articles")
        }
    }
}
