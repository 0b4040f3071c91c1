import HeedCore

extension Verb {
    /// The step in an address.
    var slug: String {
        switch self {
        case .opened: "open"
        case .taken: "take"
        case .handedOver: "hand-over"
        case .putBack: "put-back"
        case .broughtBack: "bring-back"
        case .triaged: "triage"
        case .researched: "research"
        case .identified: "identifier"
        case .marked: "mark"
        case .noted: "note"
        case .proposed: "propose"
        case .withdrawn: "withdraw"
        case .authorised: "authorise"
        case .refused: "refuse"
        case .actedFirst: "act-first"
        case .ratified: "ratify"
        case .notRatified: "not-ratify"
        case .noActionProposed: "no-further-action"
        case .confirmed: "confirm"
        case .sentBack: "send-back"
        case .decided: "decide"
        case .messaged: "message"
        case .closed: "close"
        case .reopened: "reopen"
        case .assessed: "assess"
        case .forwarded: "forward"
        case .answered: "answer"
        case .advised: "advise"
        case .routed: "route"
        case .raised: "raise"
        case .screened: "screen"
        case .deconflicted: "deconflict"
        case .weighed: "weigh"
        case .partnerAsked: "partner-question"
        case .partnerAnswered: "partner-answer"
        case .partnerWithdrawn: "partner-withdrawal"
        case .signposted: "signpost"
        case .handedOff: "hand-off"
        case .consented: "consent"
        case .supported: "support"
        case .policeLed: "police-led"
        case .pursued: "pursue"
        case .exited: "exit"
        case .reviewed: "review"
        case .reviewedAgain: "second-review"
        case .booked: "book"
        case .held: "held"
        case .surveyed: "survey"
        case .followedUp: "follow-up"
        case .contacted: "conversation"
        case .messageProposed: "message-draft"
        case .messageSigned: "message-sign"
        case .messageRefused: "message-refuse"
        case .messageWithdrawn: "message-withdraw"
        case .linked: "link"
        case .relationNoted: "relation"
        case .reviewAsked: "source-review-ask"
        case .sourceReviewed: "source-review"
        case .fileMade: "export"
        case .noticeGiven: "notice"
        case .noticeAnswered: "notice-outcome"
        case .identityOpened: "identity"
        case .checked: "weekly-review"
        case .retained: "keep"
        case .disposalProposed: "propose-erasure"
        case .disposalAgreed: "agree-to-erasure"
        case .glassBroken: "break-glass"
        case .glassEnded: "end-glass"
        case .glassReviewed: "review-glass"
        case .looked: "look"
        case .described: "description"
        case .lookAllowed: "allow-look"
        }
    }

    /// Whether it writes to the reporter.
    var isMessage: Bool {
        [.messaged, .messageProposed, .messageSigned, .messageRefused, .messageWithdrawn].contains(self)
    }

    /// Which page of the desk takes it.
    var manner: Manner {
        switch self {
        case .opened, .taken, .putBack, .broughtBack, .closed, .glassEnded: .button
        case .proposed, .actedFirst, .messageProposed, .sourceReviewed, .fileMade, .glassBroken: .writtenThenSigned
        case .authorised, .ratified, .messageSigned: .signed
        case .identityOpened: .implied
        default: .written
        }
    }

    enum Manner {
        /// A button on the report's page: nothing is typed.
        case button
        /// A writing page of its own.
        case written
        /// A writing page, then the statement to sign.
        case writtenThenSigned
        /// The statement to sign: nothing is typed before it.
        case signed
        /// No page of its own: another page takes it.
        case implied
    }
}
