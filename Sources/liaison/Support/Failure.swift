/// An error as people read it: what happened, where, what to do, and the exit code.
struct Failure: Error {
    /// Exit codes of the command line, after `sysexits.h` where it has one.
    enum Code: Int32 {
        /// Done, but some inputs were refused, each named on standard error.
        case partly = 1
        case usage = 64
        case badData = 65
        case notFound = 66
        case ourFault = 70
        case inputOutput = 74
    }

    var code: Code
    var message: String

    init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }
}
