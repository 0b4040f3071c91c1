package import HeedCore
import HeedSQL
import HeedStore

/// Sets the threat level that the public site shows, with the day on which it was looked up, or takes it off.
package struct SetThreatLevel: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    /// - Parameter reading: nil: no level is shown.
    /// - Returns: the number of the change.
    /// - Throws: `Refusal.notValid` for a day to come, or one so long ago that the level would not be shown.
    package func perform(session: String, reading: ThreatReading?) async throws -> Int {
        try await desk.asSpeaker(session) { officer in
            let (now, days) = (desk.clock.now(), desk.settings.threatDays)
            if let reading, !reading.isShown(at: now, days: days) {
                throw Refusal.notValid([FieldProblem(field: "as_of", key: "notice.problem.as-of")])
            }
            return try await desk.change(.threatLevelSet, by: officer, at: now) { db, version in
                try db.setThreatLevel(reading, version: version)
                return (reading?.asOf.iso ?? "", reading?.level.rawValue ?? "none")
            }
        }
    }
}
