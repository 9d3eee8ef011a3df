internal import Dispatch
internal import LiaisonExport
internal import Synchronization

/// Runs Graphviz for pages: two drawings at a time, a short queue, a time limit.
final class DrawingDesk: Sendable {
    private let lanes = [DispatchQueue(label: "liaison.draw.0"), DispatchQueue(label: "liaison.draw.1")]
    private let loads = Mutex([0, 0])
    private static let maximumWaiting = 16
    /// In seconds.
    private let timeLimit: Double

    init(timeLimit: Double) {
        self.timeLimit = timeLimit
    }

    /// Draws DOT as SVG.
    /// - Throws: ``PageError``.
    func svg(of dot: String, engine: String) async throws -> [UInt8] {
        let limit = timeLimit
        return try await run { try GraphvizDrawing.svg(of: Array(dot.utf8), engine: engine, timeLimit: limit) }
    }

    /// Draws a picture to be downloaded.
    func svg(of picture: Picture) async throws -> [UInt8] {
        let limit = timeLimit
        return try await run { try picture.draw(as: .svg, timeLimit: limit) }
    }

    private func run(_ body: @escaping @Sendable () throws -> [UInt8]) async throws -> [UInt8] {
        let chosen = loads.withLock { loads -> Int? in
            let least = loads[0] <= loads[1] ? 0 : 1
            guard loads[least] < Self.maximumWaiting else { return nil }
            loads[least] += 1
            return least
        }
        guard let chosen else { throw PageError.busy }
        do {
            return try await withCheckedThrowingContinuation { continuation in
                lanes[chosen].async {
                    let result = Result { try body() }
                    self.loads.withLock { $0[chosen] -= 1 }
                    continuation.resume(with: result)
                }
            }
        } catch let error as ExportError {
            throw PageError.cannotDraw(error.description)
        }
    }
}
