internal import Foundation

/// Standard output and error as a command sees them: width, colour, and where messages go.
enum Terminal {
    /// Whether standard output is a terminal that shows colour and nobody asked for none.
    static let hasColor = isatty(1) == 1 && environment("NO_COLOR") == nil && environment("TERM") != "dumb"

    /// Whether standard error is a terminal, for progress bars.
    static let showsProgress = isatty(2) == 1 && environment("TERM") != "dumb"

    /// Columns of standard output; 80 where it is not a terminal.
    static let width: Int = {
        var size = winsize()
        if isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 { return Int(size.ws_col) }
        return 80
    }()

    /// Writes a line to standard error, with the program's name.
    static func complain(_ message: String) {
        note("liaison: " + message)
    }

    /// Writes a line to standard error as it is.
    static func note(_ message: String) {
        _ = send(Array((message + "\n").utf8), to: STDERR_FILENO)
    }

    /// Writes bytes to standard output; a reader that went away ends the program quietly, a full disk with one sentence.
    static func write(_ bytes: some Collection<UInt8>) {
        do {
            try put(Array(bytes))
        } catch {
            complain(error.message)
            exit(error.code.rawValue)
        }
    }

    static func environment(_ name: String) -> String? {
        ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
