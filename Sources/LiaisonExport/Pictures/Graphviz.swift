internal import Foundation

/// One of Graphviz' programs, run as a child.
struct Graphviz {
    private let engine: String
    private let program: URL

    /// - Throws: ``ExportError/missingProgram(name:)`` when it is not on the PATH.
    init(engine: String) throws {
        self.engine = engine
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        let candidates = folders.map { URL(fileURLWithPath: String($0)).appendingPathComponent(engine) }
        guard let program = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
            throw ExportError.missingProgram(name: engine)
        }
        self.program = program
    }

    /// Hands a graph to the program.
    /// - Parameters:
    ///   - dot: the graph, in DOT.
    ///   - arguments: before the names of the files.
    ///   - timeLimit: in seconds; the child is killed after it.
    /// - Returns: what it wrote.
    /// - Throws: ``ExportError``.
    func run(_ dot: [UInt8], _ arguments: [String], timeLimit: Double) throws -> [UInt8] {
        // Files, not pipes: a child that writes to two full pipes while it is fed by a third would never end.
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("liaison-" + UUID().uuidString)
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw ExportError.cannotWrite(path: folder.path, reason: error.localizedDescription)
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        let (input, image, log) = (
            folder.appendingPathComponent("graph.dot"), folder.appendingPathComponent("image"),
            folder.appendingPathComponent("log")
        )
        do {
            try Data(dot).write(to: input)
            try Data().write(to: log)
            let process = Process()
            process.executableURL = program
            process.arguments = arguments + ["-o", image.path, input.path]
            process.standardInput = FileHandle.nullDevice
            process.standardOutput = FileHandle.nullDevice
            process.standardError = try FileHandle(forWritingTo: log)
            try run(process, timeLimit: timeLimit)
            guard process.terminationReason == .exit, process.terminationStatus == 0,
                let bytes = try? Data(contentsOf: image), !bytes.isEmpty
            else {
                let said = (try? Data(contentsOf: log)).map { String(decoding: $0, as: UTF8.self) } ?? ""
                throw ExportError.drawingFailed(engine: engine, message: Self.firstLine(of: said))
            }
            return Array(bytes)
        } catch let error as ExportError {
            throw error
        } catch {
            throw ExportError.cannotWrite(path: folder.path, reason: error.localizedDescription)
        }
    }

    private func run(_ process: Process, timeLimit: Double) throws {
        let done = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in done.signal() }
        try process.run()
        if done.wait(timeout: .now() + timeLimit) == .timedOut {
            // Layouts hold no state worth saving, and may not look at gentler signals for a long time.
            kill(process.processIdentifier, SIGKILL)
            _ = done.wait(timeout: .now() + 5)
            throw ExportError.tooSlow(engine: engine, seconds: timeLimit)
        }
    }

    private static func firstLine(of log: String) -> String {
        let line = log.split(separator: "\n").first { !$0.isEmpty }
        return line.map(String.init) ?? "it gave no reason"
    }
}
