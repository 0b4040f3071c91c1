import Foundation
import HeedCore

/// What an edition is made from, as far as it can change while a service runs: two equal stamps make equal editions.
/// The one place that tells a watching export to press again: what a page shows from now on belongs in here.
struct EditionStamp: Equatable {
    let day: CalendarDay
    /// What was published, and how much of it has begun and ended.
    let bulletin: Bulletin
    private let standing: [Notice]
    private let threat: ThreatReading?
    /// Of each file in the force's content folder: path, size, time and number.
    let content: [String]

    init(_ installation: Installation, _ bulletin: Bulletin) {
        let now = installation.clock.now()
        day = CalendarDay(now)
        self.bulletin = bulletin
        standing = bulletin.standing(at: now)
        threat = bulletin.threat(at: now, days: installation.settings.threatDays)
        content = installation.settings.contentDirectory.map(Self.files) ?? []
    }

    /// Editors write a new file and rename it, or write in place: either shows in one of the numbers.
    private static func files(in folder: String) -> [String] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return names.sorted().map { name in
            var status = stat()
            guard stat(folder + "/" + name, &status) == 0 else { return name }
            return "\(name) \(status.st_size) \(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec) \(status.st_ino)"
        }
    }
}
