package import HeedCore

/// What every form of a step carries: whose session, which report, and up to which step the officer had seen it.
package struct StepForm: Sendable {
    package let session: String
    package let thread: RecordID
    /// `CaseView.version` of the page that the form stood on.
    package let version: Int

    package init(session: String, thread: RecordID, version: Int) {
        self.session = session
        self.thread = thread
        self.version = version
    }
}
