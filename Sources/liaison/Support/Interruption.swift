internal import Foundation
internal import Synchronization

/// Ctrl-C while articles are read: the first one stops after what is under way, the second one at once.
enum Interruption {
    private static let flag = Atomic<Bool>(false)

    /// Whether somebody asked to stop.
    static var isRequested: Bool { flag.load(ordering: .relaxed) }

    /// Watches for SIGINT and SIGTERM from now on.
    static func watch() {
        // The variable is made before a signal can come: a handler must not be the first to touch it.
        flag.store(false, ordering: .relaxed)
        for number in [SIGINT, SIGTERM] {
            signal(number) { number in
                Interruption.flag.store(true, ordering: .relaxed)
                signal(number, SIG_DFL)
            }
        }
    }

    /// The exit code of a program that was interrupted, as shells give it.
    static let exitCode: Int32 = 128 + SIGINT
}
