internal import Foundation

/// One line on a terminal that says how far a long run is, how fast, and when it will be done; nothing where there is no
/// terminal.
struct ProgressLine {
    private let total: Int?
    private let start = ContinuousClock.now
    private var last: ContinuousClock.Instant?
    private let isShown = Terminal.showsProgress
    private static let barWidth = 24

    /// - Parameter total: The bytes to read, where that is known; asked for on a terminal only.
    init(total: () -> Int?) {
        self.total = isShown ? total() : nil
    }

    /// Redraws the line, at most five times a second, and not at all in the first half second.
    mutating func update(bytes: Int, articles: Int) {
        guard isShown else { return }
        let now = ContinuousClock.now
        if now - start < .milliseconds(500) || last.map({ now - $0 < .milliseconds(200) }) == true { return }
        last = now
        var line = "\r\u{1B}[K"
        if let total, total > 0 {
            let share = min(Double(bytes) / Double(total), 1)
            let filled = Int(share * Double(Self.barWidth))
            line += String(repeating: "━", count: filled) + String(repeating: "╌", count: Self.barWidth - filled)
            line += " \(Int(share * 100)) %  "
        }
        Self.write(line + Self.facts(bytes: bytes, total: total, articles: articles, seconds: seconds))
    }

    /// `1,234 articles · 56 a second · 2 min left`.
    ///
    /// What is left follows from bytes, since nobody knows how many articles are to come.
    static func facts(bytes: Int, total: Int?, articles: Int, seconds: Double) -> String {
        var facts = [Count.of(articles, "article")]
        guard seconds > 0 else { return facts[0] }
        facts.append("\(Count.grouped(Int((Double(articles) / seconds).rounded()))) a second")
        if let total, bytes > 0, bytes <= total {
            facts.append(duration(seconds * Double(total - bytes) / Double(bytes)) + " left")
        }
        return facts.joined(separator: " · ")
    }

    private static func duration(_ seconds: Double) -> String {
        let whole = Int(min(seconds, 1e9).rounded())
        if whole < 100 { return "\(whole) s" }
        if whole < 6000 { return "\((whole + 30) / 60) min" }
        return "\(Count.grouped((whole + 1800) / 3600)) h"
    }

    /// Takes the line away, before something else is written.
    mutating func clear() {
        guard isShown, last != nil else { return }
        last = nil
        Self.write("\r\u{1B}[K")
    }

    /// Seconds since the start.
    var seconds: Double {
        let (seconds, fraction) = (ContinuousClock.now - start).components
        return Double(seconds) + Double(fraction) / 1e18
    }

    private static func write(_ text: String) {
        _ = Terminal.send(Array(text.utf8), to: STDERR_FILENO)
    }
}
