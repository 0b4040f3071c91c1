import HeedCore

/// What the page of feedback remembers, sealed in the page: the form's random number.
/// As bytes: `version ‖ kind ‖ form[16] ‖ i64 issued ‖ language`.
struct FeedbackState: Equatable, Sendable {
    /// Names this form, so that sending it twice counts once.
    let form: RecordID
    let issued: Instant
    var language: String

    init(form: RecordID = .random(), issued: Instant, language: String) {
        self.form = form
        self.issued = issued
        self.language = language
    }

    var bytes: [UInt8] {
        var writer = StateWriter()
        writer.byte(SealedKind.version)
        writer.byte(SealedKind.feedback.rawValue)
        writer.raw(form.bytes)
        writer.number(issued.milliseconds)
        writer.text(language)
        return writer.bytes
    }

    /// - Returns: nil for anything but exactly such bytes, and for a form older than a day.
    init?(_ bytes: [UInt8]?, now: Instant) {
        guard let bytes else { return nil }
        var reader = StateReader(bytes)
        guard reader.byte() == SealedKind.version, reader.byte() == SealedKind.feedback.rawValue,
            let form = reader.raw(RecordID.size).flatMap({ RecordID(bytes: Array($0)) }),
            let issued = reader.number(), let language = reader.text(), reader.isAtEnd
        else { return nil }
        self.init(form: form, issued: Instant(milliseconds: issued), language: language)
        guard now - self.issued < JourneyState.life else { return nil }
    }
}
