import HTTPTypes
import HeedCore
import HeedWeb
import Hummingbird
import Synchronization

/// The first page and the pages of guidance: made once at start, answered from memory, made anew when a fact's day ends
/// or what stands on every page changes.
final class Guidance: Sendable {
    private let press: Press
    private let clock: Clock
    private let headers: HeaderPolicy
    private let edition: Mutex<Edition>

    /// - Parameter headers: the fields that every answer has.
    init(_ press: Press, clock: Clock, headers: HeaderPolicy) throws {
        self.press = press
        self.clock = clock
        self.headers = headers
        let first = try press.edition(on: CalendarDay(clock.now()))
        edition = Mutex(first.under(headers))
    }

    /// The pages now. One whose making fails stays as it was: a page with an old fact still has the numbers.
    var current: Edition {
        let now = clock.now()
        return edition.withLock { edition in
            if let end = edition.end, now >= end, let next = try? press.edition(on: CalendarDay(now)) {
                edition = next.under(headers)
            }
            return edition
        }
    }

    /// Makes the pages anew because what stands on every page has changed. Not while a request waits: those get the old
    /// ones until the new are whole.
    func renew() throws {
        let next = try press.edition(on: CalendarDay(clock.now())).under(headers)
        edition.withLock { $0 = next }
    }

    func add(to router: SiteRouter) {
        for path in current.answers.keys.sorted() {
            router.get(RouterPath(path)) { request, _ -> Response in
                guard let answer = self.current.answers[path] else { throw Refusal.notFound }
                return answer.response(to: request)
            }
        }
    }
}
