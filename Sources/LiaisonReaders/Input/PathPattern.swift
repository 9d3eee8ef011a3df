#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A path with `*`, `?` and `[…]` for parts of names and `**` for any number of folders, for shells that know no `**` and lists that
/// are longer than a command line may be.
enum PathPattern {
    /// Whether a path is a pattern.
    static func isPattern(_ path: String) -> Bool { path.contains { "*?[".contains($0) } }

    /// The files and folders that a pattern names, in the bytewise order of their names; hidden ones are never
    /// among them.
    static func matches(_ pattern: String) -> [(path: String, kind: PathKind)] {
        var parts = pattern.split(separator: "/").map(String.init)
        let start = pattern.hasPrefix("/") ? "/" : ""
        guard let last = parts.popLast() else { return [] }
        var folders = [start]
        for part in parts { folders = folders.flatMap { below($0, part, isLast: false).map(\.path) } }
        return folders.flatMap { below($0, last, isLast: true) }
    }

    private static func below(_ folder: String, _ part: String, isLast: Bool) -> [(path: String, kind: PathKind)] {
        if part == "**" {
            var visited: [FileIdentity] = []
            return everything(below: folder, isLast: isLast, visited: &visited)
        }
        guard isPattern(part) else {
            let path = joined(folder, part)
            let kind = PathKind(path: path)
            return isWanted(kind, isLast: isLast) ? [(path, kind)] : []
        }
        return entries(of: folder).filter { path, kind in
            let name = path.split(separator: "/").last.map(String.init) ?? path
            return isWanted(kind, isLast: isLast) && fnmatch(part, name, FNM_PERIOD) == 0
        }
    }

    /// The folder and all folders below it, or all files below it where nothing more of the pattern follows.
    private static func everything(
        below folder: String, isLast: Bool, visited: inout [FileIdentity]
    ) -> [(path: String, kind: PathKind)] {
        guard case .folder(let identity) = PathKind(path: folder.isEmpty ? "." : folder), !visited.contains(identity)
        else { return [] }
        visited.append(identity)
        defer { visited.removeLast() }
        var found: [(path: String, kind: PathKind)] = isLast ? [] : [(folder, .folder(identity))]
        for entry in entries(of: folder) {
            if case .folder = entry.kind {
                found += everything(below: entry.path, isLast: isLast, visited: &visited)
            } else if isLast {
                found.append(entry)
            }
        }
        return found
    }

    private static func entries(of folder: String) -> [(path: String, kind: PathKind)] {
        let entries = (try? FolderListing.entries(of: folder.isEmpty ? "." : folder)) ?? []
        // What lies in the folder that one is in has no "./" before it.
        return folder.isEmpty ? entries.map { (String($0.path.dropFirst(2)), $0.kind) } : entries
    }

    private static func isWanted(_ kind: PathKind, isLast: Bool) -> Bool {
        switch kind {
        case .folder: true
        case .file, .stream: isLast
        case .missing, .unreadable: false
        }
    }

    private static func joined(_ folder: String, _ name: String) -> String {
        folder.isEmpty || folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }
}
