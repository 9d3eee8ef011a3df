internal import Foundation

/// A disk of half a megabyte, where the machine lets tests mount one.
final class SmallDisk {
    let path = NSTemporaryDirectory() + "liaison-disk-" + UUID().uuidString

    init?(isReadOnly: Bool = false) {
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        if !Self.run("mount -t tmpfs -o size=512k,\(isReadOnly ? "ro" : "rw") tmpfs '\(path)' 2>/dev/null") {
            try? FileManager.default.removeItem(atPath: path)
            return nil
        }
    }

    deinit {
        _ = Self.run("umount '\(path)'")
        try? FileManager.default.removeItem(atPath: path)
    }

    private static func run(_ command: String) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }

    static let isPossible = SmallDisk() != nil
}
