import Synchronization

/// Memory that all forms being read may hold together.
///
/// A form's first 64 KiB are free, so ordinary reports never wait for big ones; when the rest is used up a big form is
/// answered `tooMany`. No address decides who that is.
package final class FormBudget: Sendable {
    static let free = 64 << 10
    private let left: Mutex<Int>

    package init(bytes: Int = 64 << 20) { left = Mutex(bytes) }

    func reserve(_ count: Int) -> Bool {
        left.withLock {
            guard $0 >= count else { return false }
            $0 -= count
            return true
        }
    }

    func release(_ count: Int) { left.withLock { $0 += count } }
}
