import HeedCore
import HeedWeb

/// What of a bulletin stands on pages at one moment. Two that are equal make equal pages.
struct Shown: Equatable, Sendable {
    /// In the order in which they stand.
    var notices: [Notice] = []
    /// While it is fresh.
    var threat: ThreatReading?

    init() {}

    init(_ bulletin: Bulletin, at moment: Instant, threatDays: Int) {
        notices = bulletin.standing(at: moment)
        threat = bulletin.threat(at: moment, days: threatDays)
    }
}

extension Pages {
    /// Draws it for each language.
    func sheet(of shown: Shown) throws -> Standing.Sheet {
        let first = speeches[0]
        var sheet = Standing.Sheet()
        sheet.threat = shown.threat
        guard !shown.notices.isEmpty else { return sheet }
        for speech in speeches {
            let alerts = speech.notices(first: first.language).write(shown.notices)
            sheet.frames[speech.code] = (try speech.frame(showing: alerts), alerts.html.utf8.count)
            if speech.code == first.code { sheet.plain = alerts }
        }
        return sheet
    }
}
