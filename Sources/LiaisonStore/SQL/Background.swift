internal import Foundation

/// Work that goes on beside its caller's, on a thread of its own.
final class Background<Value: Sendable>: Sendable {
    private let result = Guarded<Result<Value, any Error>?>(nil)
    private let isDone = DispatchSemaphore(value: 0)

    init(_ body: @escaping @Sendable () throws -> Value) {
        let (result, isDone) = (result, isDone)
        let thread = Thread {
            let outcome = Result { try body() }
            result.withValue { $0 = outcome }
            isDone.signal()
        }
        thread.start()
    }

    /// Waits for its end; may be asked again.
    /// - Throws: what the work threw.
    func value() throws -> Value {
        isDone.wait()
        isDone.signal()
        guard let outcome = result.withValue({ $0 }) else {
            throw StoreError(.ourFault, "work in the background ended without a result")
        }
        return try outcome.get()
    }
}
