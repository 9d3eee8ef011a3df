internal import LiaisonModel

/// Derives the edges of a view from its sorted statements, one after the other, with what people decided laid over them.
///
/// Says the same as ``EdgeReader``, which derives single edges by queries.
final class EdgeMerge {
    private let runs: SortedRuns
    private let view: GraphView
    private let relations: [RelationID]
    private let accepted: Set<EdgeKey>
    private let rejected: Set<EdgeKey>
    private let rejectedStatements: Set<String>
    /// Edges that were left out for what they are believed or where they stand, in the last pass.
    private(set) var hiddenCount = 0

    /// An edge before its identifier is made, which takes longer than the rest.
    struct Derived {
        var key: EdgeKey
        var belief: Double
        var articleCount: Int
        var publisherCount: Int
        var state: EdgeState
        var isRumour: Bool
        var first: BorrowedText?
        var last: BorrowedText?
        /// Best first; a part of what ``EdgeMerge`` read.
        var statements: UnsafeBufferPointer<StatementRecord>
        /// The rows of the articles of `statements`; some may come twice.
        var articles: UnsafeBufferPointer<Int64>
    }

    /// A statement with what belief asks of it.
    private struct Item {
        var record: StatementRecord
        var article: Int64
        var story: Int64
        var strength: Double
    }

    private let memory = RecordMemory()
    /// The statements of the edge at hand, and the memory that they lie in.
    private var images: [UnsafeRawPointer] = []
    private let imageMemory = RecordMemory()
    private var held: [Item] = []
    private var suppressed: [Item] = []
    private var scratch: [UInt8] = []

    init(_ runs: SortedRuns, _ scan: StatementScan, _ overlay: Overlay, _ view: GraphView) {
        self.runs = runs
        self.view = view
        relations = scan.relations
        accepted = scan.keys(overlay.accepted)
        rejected = scan.keys(overlay.rejected)
        rejectedStatements = overlay.rejectedStatements
    }

    func relation(_ key: EdgeKey) -> RelationID { relations[Int(key.relation)] }

    /// Visits every edge of the view, before its limit, in the order of exports.
    func forEach(_ ends: EntityTable.Ends, _ visit: (Derived) throws -> Void) throws {
        hiddenCount = 0
        var current: EdgeKey?
        try runs.forEach { key, image in
            if key != current {
                if let current { try derive(current, ends, visit) }
                current = key
                images.removeAll(keepingCapacity: true)
                imageMemory.empty()
            }
            guard let base = image.baseAddress else { return }
            let copy = imageMemory.allocate(image.count)
            copy.copyMemory(from: base, byteCount: image.count)
            images.append(UnsafeRawPointer(copy))
        }
        if let current { try derive(current, ends, visit) }
    }

    /// Whether all statements that hold are in view, whatever their edges are believed and wherever they stand.
    var isPlain: Bool {
        view.minimumBelief <= 0 && view.states.isEmpty && !view.includesSuppressed && rejectedStatements.isEmpty
    }

    /// Visits every statement of a plain view with the row of its article and its publication date, sorted by edge.
    func forEachHeld(_ visit: (EdgeKey, Int64, BorrowedText?) -> Void) throws {
        try runs.forEach { key, image in
            guard let base = image.baseAddress, StatementImage.holds(base) else { return }
            if !rejected.isEmpty, rejected.contains(key) { return }
            visit(
                key, StatementImage.id(base) >> Int64(StatementRow.articleShift),
                StatementImage.text(.published, base))
        }
    }

    /// The record of an edge, valid until the visit returns.
    func record(_ derived: Derived, _ ends: EntityTable.Ends) -> EdgeRecord {
        let (subject, object) = (ends[derived.key.subject], ends[derived.key.object])
        let relation = relation(derived.key)
        scratch.removeAll(keepingCapacity: true)
        scratch.append(contentsOf: subject.key.bytes)
        scratch.append(0)
        scratch.append(contentsOf: relation.text.utf8)
        scratch.append(0)
        scratch.append(contentsOf: object.key.bytes)
        let digest = scratch.withUnsafeBufferPointer { SHA256.start(of: $0).0 }
        let digits = memory.allocate(16).bindMemory(to: UInt8.self, capacity: 16)
        for index in 0..<16 {
            let digit = UInt8(truncatingIfNeeded: digest >> UInt64(60 - 4 * index) & 15)
            digits[index] = digit < 10 ? 0x30 + digit : 0x57 + digit
        }
        return EdgeRecord(
            id: BorrowedText(UnsafeBufferPointer(start: digits, count: 16)), subject: subject, relation: relation,
            object: object, belief: derived.belief, articleCount: derived.articleCount,
            publisherCount: derived.publisherCount, first: derived.first, last: derived.last, state: derived.state,
            isRumour: derived.isRumour, statements: derived.statements)
    }

    private func derive(_ key: EdgeKey, _ ends: EntityTable.Ends, _ visit: (Derived) throws -> Void) throws {
        if !rejected.isEmpty, rejected.contains(key) { return }
        memory.empty()
        held.removeAll(keepingCapacity: true)
        suppressed.removeAll(keepingCapacity: true)
        for image in images {
            let record = StatementImage.record(image, in: memory)
            let item = Item(
                record: record, article: StatementImage.id(image) >> Int64(StatementRow.articleShift),
                story: StatementImage.story(image),
                strength: record.confidence * Belief.weight(record.factuality))
            if record.holds { held.append(item) } else { suppressed.append(item) }
        }
        if !rejectedStatements.isEmpty { removeRejected(key, ends) }
        guard let derived = sum(key) else { return }
        try visit(derived)
    }

    private func sum(_ key: EdgeKey) -> Derived? {
        if held.isEmpty && (suppressed.isEmpty || !view.includesSuppressed) { return nil }
        let isDisputed = !held.isEmpty && suppressed.contains { $0.record.contradicts }
        var belief = held.isEmpty ? 0 : Belief.value(sources(), isDisputed: isDisputed)
        if !accepted.isEmpty, accepted.contains(key) { belief = 1 }
        let state = isDisputed || held.isEmpty ? EdgeState.disputed : stateOfHeld()
        if belief < view.minimumBelief || (!view.states.isEmpty && !view.states.contains(state)) {
            hiddenCount += 1
            return nil
        }
        let counted = held.isEmpty ? suppressed : held
        var derived = Derived(
            key: key, belief: belief, articleCount: 1, publisherCount: 1, state: state,
            isRumour: !held.isEmpty && held.allSatisfy { $0.record.factuality == .rumoured },
            first: counted[0].record.published, last: counted[0].record.published,
            statements: UnsafeBufferPointer(start: nil, count: 0),
            articles: UnsafeBufferPointer(start: nil, count: 0))
        if counted.count > 1 { count(counted, in: &derived) }
        list(in: &derived)
        return derived
    }

    /// Puts the statements and their articles into memory that lasts as long as the visit.
    private func list(in derived: inout Derived) {
        if held.count > 1 { held.sort(by: Self.isBetter) }
        if suppressed.count > 1 { suppressed.sort(by: Self.isBetter) }
        let count = held.count + (view.includesSuppressed ? suppressed.count : 0)
        let statements = memory.allocate(count * MemoryLayout<StatementRecord>.stride)
            .bindMemory(to: StatementRecord.self, capacity: count)
        let articles = memory.allocate(count * MemoryLayout<Int64>.stride)
            .bindMemory(to: Int64.self, capacity: count)
        var at = 0
        func add(_ item: Item) {
            (statements + at).initialize(to: item.record)
            (articles + at).initialize(to: item.article)
            at += 1
        }
        for item in held { add(item) }
        if view.includesSuppressed { for item in suppressed { add(item) } }
        derived.statements = UnsafeBufferPointer(start: statements, count: count)
        derived.articles = UnsafeBufferPointer(start: articles, count: count)
    }

    private func sources() -> [Double] {
        if held.count == 1 { return [held[0].strength] }
        return Belief.sources(
            held.map { item in
                let quote = item.record.quote
                return (item.story, quote.count >= Belief.quoteLength ? Bytes(quote) : nil, item.strength)
            })
    }

    /// See ``Belief/state(_:)``.
    private func stateOfHeld() -> EdgeState {
        var latest: (published: BorrowedText, time: TimeState)?
        for item in held where item.record.time != .planned {
            let published = item.record.published ?? ""
            if let known = latest {
                if known.published < published || (known.published == published && item.record.time == .ended) {
                    latest = (published, item.record.time)
                }
            } else {
                latest = (published, item.record.time)
            }
        }
        switch latest?.time {
        case .ended: return .ended
        case .current: return .current
        default: return .planned
        }
    }

    /// Counts articles and publishers, and finds the first and last date.
    private func count(_ items: [Item], in derived: inout Derived) {
        var articles: Set<Int64> = []
        var publishers = PublisherCount()
        for item in items where articles.insert(item.article).inserted {
            publishers.insert(item.record)
            guard let published = item.record.published else { continue }
            if derived.first.map({ published < $0 }) ?? true { derived.first = published }
            if derived.last.map({ $0 < published }) ?? true { derived.last = published }
        }
        derived.articleCount = articles.count
        derived.publisherCount = publishers.count
    }

    /// Drops what people rejected under the identifier it is shown with.
    private func removeRejected(_ key: EdgeKey, _ ends: EntityTable.Ends) {
        let edge = record(
            Derived(
                key: key, belief: 0, articleCount: 0, publisherCount: 0, state: .current, isRumour: false, first: nil,
                last: nil, statements: UnsafeBufferPointer(start: nil, count: 0),
                articles: UnsafeBufferPointer(start: nil, count: 0)), ends)
        var scratch: [UInt8] = []
        let isRejected = { [rejectedStatements] (item: Item) in
            let (high, low) = item.record.digest(of: edge, scratch: &scratch)
            let bytes =
                (0..<8).map { UInt8(truncatingIfNeeded: high >> UInt64(56 - 8 * $0)) }
                + [UInt8(truncatingIfNeeded: low >> 8), UInt8(truncatingIfNeeded: low)]
            return rejectedStatements.contains(Hexadecimal.text(bytes))
        }
        held.removeAll(where: isRejected)
        suppressed.removeAll(where: isRejected)
    }

    /// The surest and most firmly stated first; of equals the latest, then by article and place.
    private static func isBetter(_ a: Item, _ b: Item) -> Bool {
        if a.strength != b.strength { return a.strength > b.strength }
        let (x, y) = (a.record, b.record)
        let (published, other) = (x.published ?? "", y.published ?? "")
        if !(published == other) { return other < published }
        if !(x.sha256 == y.sha256) { return x.sha256 < y.sha256 }
        if x.part != y.part { return x.part < y.part }
        if x.range != y.range { return x.range < y.range }
        return x.rule < y.rule
    }

    /// Bytes as the key of a dictionary.
    private struct Bytes: Hashable {
        let text: BorrowedText

        init(_ text: BorrowedText) { self.text = text }

        static func == (a: Bytes, b: Bytes) -> Bool { a.text == b.text }

        func hash(into hasher: inout Hasher) {
            hasher.combine(bytes: UnsafeRawBufferPointer(text.bytes))
        }
    }
}
