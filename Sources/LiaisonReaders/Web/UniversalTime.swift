#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Times as the web writes them.
enum UniversalTime {
    /// This moment in UTC: `2025-06-17T19:33:00.125Z`.
    static var now: String {
        var moment = timespec()
        clock_gettime(CLOCK_REALTIME, &moment)
        var seconds = moment.tv_sec
        var parts = tm()
        gmtime_r(&seconds, &parts)
        func padded(_ value: some BinaryInteger, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let date = "\(padded(parts.tm_year + 1900, 4))-\(padded(parts.tm_mon + 1, 2))-\(padded(parts.tm_mday, 2))"
        let time = "\(padded(parts.tm_hour, 2)):\(padded(parts.tm_min, 2)):\(padded(parts.tm_sec, 2))"
        return "\(date)T\(time).\(padded(moment.tv_nsec / 1_000_000, 3))Z"
    }

    /// Seconds since 1970.
    static var seconds: Int { time(nil) }
}

/// Waits without using the processor.
/// - Parameter isStopped: Asked several times a second.
func systemSleep(_ duration: Duration, until isStopped: () -> Bool) {
    let end = ContinuousClock.now + duration
    while !isStopped() {
        let left = min(end - ContinuousClock.now, .milliseconds(200))
        guard left > .zero else { return }
        var slice = timespec(tv_sec: 0, tv_nsec: Int(left.components.attoseconds / 1_000_000_000))
        nanosleep(&slice, nil)
    }
}
