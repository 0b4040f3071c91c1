/// What is sealed beside the words in the feedback box: `Docs/formats/feedback.md`, version 1.
/// Holds no time and nothing of who wrote.
package struct FeedbackMeta: Codable, Sendable, Equatable {
    package static let version = 1

    package let v: Int
    /// The row's; a box whose objects were exchanged shows it.
    package let id: RecordID
    package let found: Feedback.Found?
    package let language: String

    package init(id: RecordID, found: Feedback.Found?, language: String) {
        v = Self.version
        self.id = id
        self.found = found
        self.language = language
    }
}
