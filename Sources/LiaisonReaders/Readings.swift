/// The articles and refusals of some paths, one after another. Can be gone through once.
public struct Readings: Sequence, IteratorProtocol {
    private var pending: [Step]
    private var current: (any DocumentReader)?
    private var openFolders: [FileIdentity] = []
    private let options: ReadingOptions

    /// What is to be done next; the last one first.
    private enum Step {
        case open(path: String, isNamed: Bool, kind: PathKind)
        /// The end of a folder, and how many files had been found when it began.
        case leave(path: String, isNamed: Bool, found: Int)
    }

    private var found = 0

    init(paths: [String], options: ReadingOptions) {
        self.options = options
        pending = paths.reversed().map {
            .open(path: $0, isNamed: true, kind: $0 == "-" ? .stream : PathKind(path: $0))
        }
    }

    /// The next article or refusal; nil at the end.
    public mutating func next() -> Reading? {
        while true {
            if let reading = current?.next() { return reading }
            current = nil
            switch pending.popLast() {
            case nil: return nil
            case .open(let path, let isNamed, let kind):
                if let refusal = open(path, isNamed: isNamed, kind: kind) { return .refused(refusal) }
            case .leave(let path, let isNamed, let before):
                openFolders.removeLast()
                if isNamed, found == before {
                    return .refused(Refusal(path: path, reason: .noArticles(.folder)))
                }
            }
        }
    }

    /// Opens a file or goes into a folder.
    private mutating func open(_ path: String, isNamed: Bool, kind: PathKind) -> Refusal? {
        switch kind {
        case .missing:
            return Refusal(path: path, reason: .missing)
        case .unreadable(let why):
            return Refusal(path: path, reason: .unreadable(why))
        case .folder(let identity):
            return enter(path, identity: identity, isNamed: isNamed)
        case .stream where !isNamed:
            return nil
        case .file, .stream:
            guard isNamed || InputFormat(fileName: path) != nil else { return nil }
            found += 1
            do throws(ReadFailure) {
                current = try Document.reader(path: path, options: options)
                return nil
            } catch {
                return Refusal(path: path, reason: error.reason)
            }
        }
    }

    private mutating func enter(_ path: String, identity: FileIdentity, isNamed: Bool) -> Refusal? {
        // A link to a folder that is being read would go round for ever.
        guard !openFolders.contains(identity) else { return nil }
        do throws(ReadFailure) {
            let entries = try FolderListing.entries(of: path)
            openFolders.append(identity)
            pending.append(.leave(path: path, isNamed: isNamed, found: found))
            for (path, kind) in entries.reversed() { pending.append(.open(path: path, isNamed: false, kind: kind)) }
            return nil
        } catch {
            return Refusal(path: path, reason: error.reason)
        }
    }
}
