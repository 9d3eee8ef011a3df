internal import Foundation

/// Runs one function on many inputs in parallel and hands the results on in the order of the inputs.
///
/// Results may wait for an earlier one, and inputs for a free thread, but never more than a window of them: memory is
/// bounded whatever the number of inputs.
struct OrderedWorkers<Input: Sendable, Output: Sendable> {
    /// Threads that work at the same time, besides the one that reads and consumes.
    var jobs: Int
    /// The size of all inputs under way, in the units of `weight`, over which no further one is taken.
    var maximumWeight = 64 << 20
    var weight: (Input) -> Int
    var transform: @Sendable (Input) -> Output

    /// Inputs under way for each thread: enough to keep it busy while an early result is being written.
    private static var depth: Int { 8 }

    /// Takes inputs until there are none.
    ///
    /// Inputs are taken and outputs consumed on the calling thread, one at a time.
    /// - Throws: what `next` or `consume` throw; what is under way then is dropped.
    func run(next: () throws -> Input?, consume: (Output) throws -> Void) throws {
        let exchange = Exchange<Input, Output>()
        for _ in 0..<max(jobs, 1) {
            let transform = transform
            let thread = Thread {
                while let (number, input) = exchange.take() { exchange.put(transform(input), at: number) }
            }
            // Sentences nest deeper than the half megabyte that a second thread has on some systems.
            thread.stackSize = 8 << 20
            thread.start()
        }
        defer { exchange.close() }

        var weights: [Int: Int] = [:]
        var underWay = 0
        var given = 0
        var consumed = 0
        var isAtEnd = false
        while true {
            while !isAtEnd, given - consumed < max(jobs, 1) * Self.depth, underWay < maximumWeight {
                guard let input = try next() else {
                    isAtEnd = true
                    break
                }
                weights[given] = weight(input)
                underWay += weights[given] ?? 0
                exchange.give(input, number: given)
                given += 1
            }
            guard consumed < given else { return }
            try consume(exchange.result(consumed))
            underWay -= weights.removeValue(forKey: consumed) ?? 0
            consumed += 1
        }
    }
}

/// What the threads of ``OrderedWorkers`` share.
///
/// Sendable because every access to its variables is between `lock` and `unlock` of the one condition.
private final class Exchange<Input: Sendable, Output: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private var waiting: [(number: Int, input: Input)] = []
    private var results: [Int: Output] = [:]
    private var isClosed = false

    /// Lays an input out for the first free thread.
    func give(_ input: Input, number: Int) {
        condition.lock()
        waiting.append((number, input))
        condition.broadcast()
        condition.unlock()
    }

    /// Waits for an input; nil when there will be none.
    func take() -> (number: Int, input: Input)? {
        condition.lock()
        defer { condition.unlock() }
        while waiting.isEmpty, !isClosed { condition.wait() }
        return isClosed ? nil : waiting.removeFirst()
    }

    func put(_ output: Output, at number: Int) {
        condition.lock()
        results[number] = output
        condition.broadcast()
        condition.unlock()
    }

    /// Waits for the result of an input.
    func result(_ number: Int) -> Output {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let output = results.removeValue(forKey: number) { return output }
            condition.wait()
        }
    }

    func close() {
        condition.lock()
        isClosed = true
        condition.broadcast()
        condition.unlock()
    }
}
