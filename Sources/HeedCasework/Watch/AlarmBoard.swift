package import HeedCore
import Synchronization

/// What is known of reports that nobody opened, with nobody signed in: how many, and how long is left.
/// No kind, no place, no word: it may be shown on the sign-in page.
package final class AlarmBoard: Sendable {
    package struct Counts: Sendable, Equatable {
        /// How many ring now.
        package var needsEyes = 0
        package var unopened = 0
        /// Seconds left for the one that is due first; negative when it is over; nil where nothing is unopened.
        package var left: Seconds?

        package init(needsEyes: Int = 0, unopened: Int = 0, left: Seconds? = nil) {
            self.needsEyes = needsEyes
            self.unopened = unopened
            self.left = left
        }
    }

    private let state = Mutex(Counts())

    package init() {}

    package var counts: Counts { state.withLock { $0 } }

    func show(_ counts: Counts) { state.withLock { $0 = counts } }
}
