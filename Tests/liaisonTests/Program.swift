internal import Foundation

/// Runs the built `liaison` in a folder of its own.
final class Program {
    /// What a run left behind.
    struct Run {
        var code: Int32
        var output: String
        var errors: String

        /// The lines of standard output.
        var lines: [Substring] { output.split(separator: "\n") }
    }

    /// Its working folder, removed with it.
    let folder: String

    init() throws {
        folder = NSTemporaryDirectory() + "liaison-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder)
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Where the package's products lie: beside the tests.
    static let products: URL = {
        #if os(macOS)
            for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
                return bundle.bundleURL.deletingLastPathComponent()
            }
        #endif
        return Bundle.main.bundleURL
    }()

    /// Runs the program to its end.
    /// - Parameters:
    ///   - input: What it reads on standard input.
    ///   - environment: The whole environment.
    @discardableResult
    func run(
        _ arguments: String..., input: String = "", environment: [String: String] = ["PATH": "/usr/bin:/bin"]
    ) throws -> Run {
        let process = try start(arguments, input: input, environment: environment)
        process.waitUntilExit()
        return Run(
            code: process.terminationStatus,
            output: try String(contentsOfFile: folder + "/.output", encoding: .utf8),
            errors: try String(contentsOfFile: folder + "/.errors", encoding: .utf8))
    }

    /// Starts the program; its output goes into files, so that it never waits for a reader.
    func start(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws -> Process {
        let process = Process()
        process.executableURL = Self.products.appendingPathComponent("liaison")
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        try Data(input.utf8).write(to: URL(fileURLWithPath: folder + "/.input"))
        for name in [".output", ".errors"] {
            try write(name, "")
        }
        process.standardInput = FileHandle(forReadingAtPath: folder + "/.input")
        process.standardOutput = FileHandle(forWritingAtPath: folder + "/.output")
        process.standardError = FileHandle(forWritingAtPath: folder + "/.errors")
        try process.run()
        return process
    }

    /// Writes a file in the working folder.
    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
        let url = URL(fileURLWithPath: folder + "/" + name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func write(_ name: String, _ text: String) throws { try write(name, text.utf8) }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder + "/" + name) }
}
