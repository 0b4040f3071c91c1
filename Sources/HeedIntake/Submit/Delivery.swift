import HeedCore
import HeedVault

/// Something on its way into a thread: what it says, from whom, under which code. Not yet sealed, not yet placed.
struct Delivery: Unprintable, Sendable {
    let secrets: DerivedSecrets
    /// Recognises the same content under the same code.
    let mac: [UInt8]
    /// Marks a round of questions as answered, for whoever holds the code.
    let answerMark: [UInt8]?
    /// A report may; a message only follows one.
    let mayOpenThread: Bool
    let kind: ReportKind
    let language: String
    let channel: ReportMeta.Channel
    let actor: AuditEvent.Actor
    let words: [UInt8]
    let fields: [String: [String]]
    /// Answers for the contact object; nil where there is none. An empty one is stored like a full one.
    let contact: [String: [String]]?
    let contactMode: ContactMode
    let inDanger: Bool
    let cues: Cues
    let signals: [LaneSignal]
    let isMessagingLocked: Bool
    let time: Instant
}
