/// What a survey's step says of the survey, to those who hold the enquiry and not the survey's key: that it is kept, and under
/// which digest. The step is signed, so the signature covers what is sealed elsewhere.
package struct SurveySeal: Sendable, Equatable, Codable {
    /// The sealed object in the compartment of surveys.
    package let object: RecordID
    /// SHA-256 of what is sealed, hexadecimal. A random part of it keeps anybody from trying what a survey might say.
    package let sha256: String
    /// The day on which the place was looked at, as `YYYY-MM-DD`.
    package let day: String

    package init(object: RecordID, sha256: String, day: String) {
        self.object = object
        self.sha256 = sha256
        self.day = day
    }
}
