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
    private var shown = Shown(notices: [], threat: nil)
    /// The change that the desk was told of.
    private var told = 0

    private struct Shown: Equatable {
        let notices: [Notice]
        let threat: ThreatReading?
    }

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
        let now = clock.now()
        let next = Shown(notices: bulletin.standing(at: now), threat: bulletin.threat(at: now, days: threatDays))
        guard next != shown else { return }
        pages.standing.show(try sheet(next))
        try guidance.renew()
        shown = next
    }

    private func sheet(_ shown: Shown) throws -> Standing.Sheet {
        let first = pages.speeches[0]
        var sheet = Standing.Sheet()
        sheet.threat = shown.threat
        guard !shown.notices.isEmpty else { return sheet }
        for speech in pages.speeches {
            let alerts = speech.notices(first: first.language).write(shown.notices)
            sheet.frames[speech.code] = (try speech.frame(showing: alerts), alerts.html.utf8.count)
            if speech.code == first.code { sheet.plain = alerts }
        }
        return sheet
    }
}
