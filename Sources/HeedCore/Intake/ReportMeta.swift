/// What is sealed beside the words of a report or a follow-up: meta version 1, JSON with sorted keys.
/// The account itself is the content; every other answer is in `fields`. Bytes are lower-case hexadecimal.
/// It binds what age cannot: whoever swaps a sealed object or a key in the database is found out on opening.
package struct ReportMeta: Sendable, Equatable, Codable {
    package static let version = 1

    package var v = ReportMeta.version
    package var thread: RecordID
    /// 0 the report, 1…255 follow-ups.
    package var item: Int
    package var kind: ReportKind
    /// Exact time of arrival. Exists nowhere else.
    package var time: Instant
    package var language: String
    package var channel: Channel
    /// Answers other than the account, by question, report questions only.
    package var fields: [String: [String]]
    package var contactMode: ContactMode
    package var inDanger: Bool
    package var cues: UInt8
    package var signals: [LaneSignal]
    /// Only the source unit may write to this reporter, if any item of the thread says so. Never says which answer
    /// caused it.
    package var isMessagingLocked: Bool
    /// Files, none yet.
    package var attachments: [Attachment] = []
    /// The contact object that belongs to this item. Absent from what was added on the messages page.
    package var contact: ObjectBinding?
    /// The ledger key. Recognises this thread's leaves; stored only here. Of a follow-up's keys none is believed: item
    /// 0's are.
    package var ledgerKey: String
    /// SHA-256 of the reporter's reply key.
    package var replyKey: String
    /// Verifies that a follow-up is from whoever holds the code.
    package var followUpKey: String
    /// On a follow-up: Ed25519 over its thread, item and content under `followUpKey` of the report. Absent: unproven.
    package var signature: String?

    /// How a report came in.
    package enum Channel: String, Sendable, Codable { case web, call, desk }

    /// A file that belongs to a report.
    package struct Attachment: Sendable, Equatable, Codable {
        package var blob: RecordID
        package var type: String
        package var name: String
        package var sha256: String
        package var kc: String
        package var payloadSHA256: String
    }

    package init(
        thread: RecordID, item: Int, kind: ReportKind, time: Instant, language: String, channel: Channel,
        fields: [String: [String]], contactMode: ContactMode, inDanger: Bool, cues: Cues, signals: [LaneSignal],
        isMessagingLocked: Bool, contact: ObjectBinding?, ledgerKey: String, replyKey: String, followUpKey: String,
        signature: String? = nil
    ) {
        self.thread = thread
        self.item = item
        self.kind = kind
        self.time = time
        self.language = language
        self.channel = channel
        self.fields = fields
        self.contactMode = contactMode
        self.inDanger = inDanger
        self.cues = cues.rawValue
        self.signals = signals
        self.isMessagingLocked = isMessagingLocked
        self.contact = contact
        self.ledgerKey = ledgerKey
        self.replyKey = replyKey
        self.followUpKey = followUpKey
        self.signature = signature
    }
}

/// Which sealed object is meant: its key commitment and the SHA-256 of its payload, both hexadecimal.
package struct ObjectBinding: Sendable, Equatable, Codable {
    package let kc: String
    package let payloadSHA256: String

    package init(kc: String, payloadSHA256: String) {
        self.kc = kc
        self.payloadSHA256 = payloadSHA256
    }
}
