internal import Synchronization

/// A value that several threads may change, one at a time.
final class Guarded<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>

    init(_ value: Value) {
        mutex = Mutex(value)
    }

    func withValue<T: Sendable, Failure: Error>(_ body: (inout Value) throws(Failure) -> T) throws(Failure) -> T {
        try mutex.withLock { value throws(Failure) -> T in try body(&value) }
    }
}
