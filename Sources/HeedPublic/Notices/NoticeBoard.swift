package import HeedCore
import HeedWeb

/// Keeps every page true to what the desk has published.
///
/// Looked at about once a second by the program, never by a request. What is new, begins or ends is drawn for each
/// language, the guidance is pressed anew, and the desk is told. Where the store cannot be read, what was last known
/// stands until its end.
package actor NoticeBoard {
    private let pages: Pages
    private let guidance: Guidance
    private let source: NoticeSource
    private let clock: Clock
    private let threatDays: Int

    /// What was last read.
    private var bulletin = Bulletin()
    /// What the pages show: nothing, when they are first made.
    private var shown = Shown()
    /// The change that the desk was told of.
    private var told = 0

    init(pages: Pages, guidance: Guidance, source: NoticeSource, clock: Clock, threatDays: Int) {
        self.pages = pages
        self.guidance = guidance
        self.source = source
        self.clock = clock
        self.threatDays = threatDays
    }

    /// How many notices stand.
    package var count: Int { shown.notices.count }

    /// The next moment at which something begins or ends by itself.
    package var nextChange: Instant? { bulletin.nextChange(after: clock.now(), days: threatDays) }

    /// Brings every page up to date.
    /// - Throws: what the store throws, after the pages were brought up to date with what is known.
    package func look() async throws {
        var failure: (any Error)?
        do {
            if try await source.version() != bulletin.version { bulletin = try await source.bulletin() }
        } catch {
            failure = error
        }
        try show()
        if let failure { throw failure }
        if told != bulletin.version {
            let version = bulletin.version
            try await source.noteShown(version)
            told = version
        }
    }

    private func show() throws {
        let next = Shown(bulletin, at: clock.now(), threatDays: threatDays)
        guard next != shown else { return }
        pages.standing.show(try pages.sheet(of: next))
        try guidance.renew()
        shown = next
    }
}
