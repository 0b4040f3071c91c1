package import HeedIntake

/// The source of a running service.
extension NoticeSource {
    package init(_ notices: ReadNotices) {
        self.init(
            version: { try await notices.version() }, bulletin: { try await notices.bulletin() },
            noteShown: { try await notices.noteShown($0) })
    }
}
