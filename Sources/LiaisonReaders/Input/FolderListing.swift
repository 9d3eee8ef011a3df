#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// What a path is.
enum PathKind {
    case folder(FileIdentity)
    case file
    /// A pipe or a device.
    case stream
    case missing
    /// Why the system would not say.
    case unreadable(String)

    /// Looks through symbolic links.
    init(path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            let code = errno
            self = code == ENOENT || code == ENOTDIR ? .missing : .unreadable(String(cString: strerror(code)))
            return
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: self = .folder(FileIdentity(device: UInt64(status.st_dev), node: UInt64(status.st_ino)))
        case S_IFREG: self = .file
        default: self = .stream
        }
    }
}

extension PathKind {
    /// The bytes of a file, nil for anything else.
    static func fileSize(_ path: String) -> Int? {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }
}

/// What makes a folder the same folder under another path.
struct FileIdentity: Hashable {
    var device: UInt64
    var node: UInt64
}

/// The entries of one folder.
enum FolderListing {
    /// The paths of its entries in the bytewise order of whole paths, hidden ones left out.
    ///
    /// A folder sorts as its name with a `/`, so that the order is that of sorting all paths below it.
    static func entries(of folder: String) throws(ReadFailure) -> [(path: String, kind: PathKind)] {
        guard let handle = opendir(folder) else {
            throw ReadFailure(reason: .unreadable(String(cString: strerror(errno))))
        }
        defer { closedir(handle) }
        var found: [(key: [UInt8], path: String, kind: PathKind)] = []
        while let entry = readdir(handle) {
            let bytes = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            // A name that is no UTF-8 has no path in a string; it could not be opened again.
            guard bytes.first != UInt8(ascii: "."), let name = String(validating: bytes, as: UTF8.self) else {
                continue
            }
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            let kind = PathKind(path: path)
            if case .folder = kind {
                found.append((bytes + [UInt8(ascii: "/")], path, kind))
            } else {
                found.append((bytes, path, kind))
            }
        }
        found.sort { $0.key.lexicographicallyPrecedes($1.key) }
        return found.map { ($0.path, $0.kind) }
    }
}
