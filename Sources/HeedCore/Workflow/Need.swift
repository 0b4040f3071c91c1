/// Something that a step's record says: a value of a field, or of several; any record of the step where none is named.
package struct Saying: Sendable {
    package let verb: Verb
    package let field: String
    package let values: Set<String>

    init(_ verb: Verb, _ field: String = "", _ values: Set<String> = []) {
        self.verb = verb
        self.field = field
        self.values = values
    }
}

/// Something that must be so before a step may be taken.
/// The raw value is the key under which the desk says what is missing and links to where it is supplied.
package enum Need: String, CaseIterable, Sendable {
    /// Every item of the thread has been opened by somebody, and every answer of a partner read.
    case everythingOpened = "everything-opened"
    case triage
    case research
    /// An officer has said what something online is.
    case assessment
    /// The last assessment says that it is likely unlawful; lawful, or unclear; no terrorism.
    case unlawfulView = "unlawful-view"
    case lawfulView = "lawful-view"
    case elsewhereView = "elsewhere-view"
    /// A concern about a person was looked at for danger; nobody else's work is cut across; the police say what fits.
    case screen
    case clear
    case gateway
    case channelView = "channel-view"
    case policeView = "police-view"
    case pursueView = "pursue-view"
    /// The person, or who may say so for them, agreed to be helped.
    case consent
    /// An advisor, or the local team, has said what is wanted.
    case weighing
    /// The officer holds the report.
    case holding
    /// The officer holds the report, or supervises: nobody's absence keeps a report from moving on.
    case holdingOrSupervising = "holding-or-supervising"
    /// Nobody holds it.
    case unheld
    /// Somebody other than the one whose proposal this answers. Compared by person, not by account.
    case anotherPerson = "another-person"
    /// The same person whose proposal this takes back.
    case samePerson = "same-person"
    /// Nothing came in since the proposal that the signer has not read.
    case changesRead = "changes-read"
    /// The reporter may be written to without the source unit.
    case messagingOpen = "messaging-open"
    /// Nobody may write, and the source unit may open it.
    case messagingLocked = "messaging-locked"
    /// The one round of questions that takes no second person has not been used.
    case roundLeft = "round-left"
    /// The days in which the reporter may be written to are not over.
    case threadOpen = "thread-open"
    /// A message waits for a second person; none does.
    case messageWaits = "message-waits"
    case noMessageWaits = "no-message-waits"
    /// A notice to a publisher runs; none does.
    case noticeRuns = "notice-runs"
    case noNoticeRuns = "no-notice-runs"
    /// The source unit was asked to look; it was not.
    case reviewWaits = "review-waits"
    case noReviewWaits = "no-review-waits"
    /// The reporter can come back: there is a code.
    case code
    /// The officer's certificate names the compartment of surveys.
    case surveyPermission = "survey-permission"
    /// Somebody else holds it, and the officer has not broken the glass already.
    case heldByAnother = "held-by-another"
    /// The officer's break-glass runs.
    case glassRunning = "glass-running"
    /// A break-glass by another person is over, and nobody has recorded a view of it.
    case glassToReview = "glass-to-review"
    /// The report waits in the lane that people review.
    case setAside = "set-aside"
    /// A request to a partner stands that can be taken back.
    case liveRequest = "live-request"
    /// Something waits for the week's review in which the officer had no part.
    case reviewDue = "review-due"
    /// Somebody else proposed that the record is erased.
    case disposalByAnother = "disposal-by-another"
    /// The officer has looked less often today than the force lets anybody, or may once more on this report.
    case lookLeft = "look-left"
    /// Somebody else holds it, and has no look allowed to them that they have not taken.
    case lookToAllow = "look-to-allow"

    /// What has to be recorded for it, where a record is what it asks for.
    package var saying: Saying? {
        switch self {
        case .screen: Saying(.screened)
        case .clear: Saying(.deconflicted, "clash", ["none"])
        case .gateway, .weighing: Saying(.weighed)
        case .channelView: Saying(.weighed, "fits", ["channel"])
        case .policeView: Saying(.weighed, "fits", ["police-led"])
        case .pursueView: Saying(.weighed, "fits", ["pursue"])
        case .consent: Saying(.consented, "consent", ["given"])
        default: nil
        }
    }
}
