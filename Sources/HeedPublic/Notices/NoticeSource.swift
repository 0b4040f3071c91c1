package import HeedCore

/// Where the public site learns what the desk has published: three questions, as values, so that a page test needs no
/// database. `NoticeSource+Intake` binds it to the real one.
package struct NoticeSource: Sendable {
    /// The number of the last change: asked about every second, so cheap.
    package var version: @Sendable () async throws -> Int
    package var bulletin: @Sendable () async throws -> Bulletin
    /// Says that a change stands on every page.
    package var noteShown: @Sendable (Int) async throws -> Void

    package init(
        version: @escaping @Sendable () async throws -> Int,
        bulletin: @escaping @Sendable () async throws -> Bulletin,
        noteShown: @escaping @Sendable (Int) async throws -> Void
    ) {
        self.version = version
        self.bulletin = bulletin
        self.noteShown = noteShown
    }

    /// Of a site that nobody publishes on, such as a copy of the guidance elsewhere: there nothing could end by itself.
    package static let none = NoticeSource(version: { 0 }, bulletin: { Bulletin() }, noteShown: { _ in })
}
