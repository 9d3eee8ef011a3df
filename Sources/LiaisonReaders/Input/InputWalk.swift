/// The files that paths name or contain, one after another.
struct InputWalk {
    /// What the walk comes upon.
    enum Stop {
        /// A file or standard input, and its path inside the folder that was named, or its own name.
        case input(path: String, name: String)
        case address(String)
        case refused(Refusal)
    }

    private enum Step {
        /// - `root`: The number of bytes of the path of the named folder before the name of what is in it; nil for what was named.
        case visit(path: String, root: Int?, kind: PathKind)
        case address(String)
        /// A file of addresses, which may be longer than the memory.
        case list(AddressList)
        /// The end of a folder, and how many files had been found when it began.
        case leave(path: String, isNamed: Bool, found: Int)
    }

    /// What is to be done next, the last one first.
    private var steps: [Step]
    private var openFolders: [FileIdentity] = []
    private var found = 0
    /// Whether a file that was not named itself is to be read.
    private let isWanted: (String) -> Bool

    init(paths: [String], lists: [String] = [], isWanted: @escaping (String) -> Bool) {
        self.isWanted = isWanted
        steps =
            lists.reversed().map { .list(AddressList(path: $0)) }
            + paths.reversed().map { path in
                if WebAddress.isAddress(path) { return .address(path) }
                return .visit(path: path, root: nil, kind: path == "-" ? .stream : PathKind(path: path))
            }
    }

    /// The next file or refusal; nil at the end.
    mutating func next() -> Stop? {
        while let step = steps.popLast() {
            switch step {
            case .visit(let path, let root, let kind):
                if let stop = visit(path, root: root, kind: kind) { return stop }
            case .address(let address): return .address(address)
            case .list(let list):
                guard let stop = list.next() else { continue }
                steps.append(.list(list))
                return stop
            case .leave(let path, let isNamed, let before):
                openFolders.removeLast()
                if isNamed, found == before { return .refused(Refusal(path: path, reason: .noArticles(.folder))) }
            }
        }
        return nil
    }

    private mutating func visit(_ path: String, root: Int?, kind: PathKind) -> Stop? {
        switch kind {
        case .missing where root == nil && PathPattern.isPattern(path):
            let matches = PathPattern.matches(path)
            if matches.isEmpty { return .refused(Refusal(path: path, reason: .noMatch)) }
            for (path, kind) in matches.reversed() { steps.append(.visit(path: path, root: nil, kind: kind)) }
            return nil
        case .missing:
            return .refused(Refusal(path: path, reason: .missing))
        case .unreadable(let why):
            return .refused(Refusal(path: path, reason: .unreadable(why)))
        case .folder(let identity):
            return enter(path, root: root, identity: identity)
        case .stream where root != nil:
            return nil
        case .file, .stream:
            guard root == nil || isWanted(path) else { return nil }
            found += 1
            let name = root.map { path.utf8.dropFirst($0) } ?? path.utf8.suffix(from: Self.nameStart(path))
            return .input(path: path, name: String(Substring(name)))
        }
    }

    private mutating func enter(_ path: String, root: Int?, identity: FileIdentity) -> Stop? {
        // A link to a folder that is being read would go round for ever.
        guard !openFolders.contains(identity) else { return nil }
        do throws(ReadFailure) {
            let entries = try FolderListing.entries(of: path)
            openFolders.append(identity)
            steps.append(.leave(path: path, isNamed: root == nil, found: found))
            let below = root ?? (path.utf8.count + (path.hasSuffix("/") ? 0 : 1))
            for (path, kind) in entries.reversed() { steps.append(.visit(path: path, root: below, kind: kind)) }
            return nil
        } catch {
            return .refused(Refusal(path: path, reason: error.reason))
        }
    }

    private static func nameStart(_ path: String) -> String.Index {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
    }
}

extension InputWalk {
    /// The size of all files of some paths in bytes, nil where a stream among them has none.
    static func size(of paths: [String], isWanted: @escaping (String) -> Bool) -> Int? {
        var walk = InputWalk(paths: paths, isWanted: isWanted)
        var total = 0
        while let stop = walk.next() {
            if case .address = stop { return nil }
            guard case .input(let path, _) = stop else { continue }
            guard let size = PathKind.fileSize(path) else { return nil }
            total += size
        }
        return total
    }
}
