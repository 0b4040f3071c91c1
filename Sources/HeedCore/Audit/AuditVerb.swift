/// What was done, as the audit says it: the six verbs of section 62 of the Data Protection Act 2018 and their kin.
/// Append-only: a verb once written is never renamed.
package enum AuditVerb: String, CaseIterable, Sendable, Codable {
    // Collection.
    case reportReceived = "report-received"
    case followUpReceived = "follow-up-received"
    case partnerAnswerReceived = "partner-answer-received"
    // Consultation.
    case queueViewed = "queue-viewed"
    case reportViewed = "report-viewed"
    case repliesViewed = "replies-viewed"
    case searched
    case contactOpened = "contact-opened"
    case surveyOpened = "survey-opened"
    case auditViewed = "audit-viewed"
    case feedbackViewed = "feedback-viewed"
    case boardViewed = "board-viewed"
    // Alteration: a signed step; the step's own verb is the detail.
    case stepTaken = "step-taken"
    /// Break-glass: taken, given back, reviewed. Beside the step's own row, so that an auditor finds them all.
    case glassBroken = "glass-broken"
    case glassEnded = "glass-ended"
    case glassReviewed = "glass-reviewed"
    case draftSaved = "draft-saved"
    /// Counted a period that is over, once.
    case periodCounted = "period-counted"
    // Disclosure.
    case messageSent = "message-sent"
    /// A request was made for a partner, and its code used for the first time.
    case partnerAsked = "partner-asked"
    case partnerRequestRead = "partner-request-read"
    case printed
    case disclosed
    // What everybody is told.
    case noticePublished = "notice-published"
    case noticeWithdrawn = "notice-withdrawn"
    case threatLevelSet = "threat-level-set"
    // Erasure.
    case draftErased = "draft-erased"
    case feedbackErased = "feedback-erased"
    case partnerRequestErased = "partner-request-erased"
    // People, keys, settings.
    case signedIn = "signed-in"
    case signInFailed = "sign-in-failed"
    case locked
    case unlocked
    case signedOut = "signed-out"
    case staffChanged = "staff-changed"
    case keyGranted = "key-granted"
    case settingsChanged = "settings-changed"
    case accessRefused = "access-refused"
    // The chain itself.
    case writerStarted = "writer-started"
    case batchClosed = "batch-closed"
}
