/// What an officer did, as a past-tense fact: the verb of a signed step statement and of an event row.
/// Append-only: a verb once written is never renamed.
package enum Verb: String, CaseIterable, Sendable, Codable {
    case opened
    case taken
    case handedOver = "handed-over"
    case putBack = "put-back"
    case broughtBack = "brought-back"
    case triaged
    case researched
    case identified
    case marked
    case noted
    case proposed
    case withdrawn
    case authorised
    case refused
    case actedFirst = "acted-first"
    case ratified
    case notRatified = "not-ratified"
    case noActionProposed = "no-action-proposed"
    case confirmed
    case sentBack = "sent-back"
    case decided
    case messaged
    case closed
    case reopened
    /// Said what something online is.
    case assessed
    /// Gave it to the national unit.
    case forwarded
    /// Recorded what came of that.
    case answered
    /// Lawful: left to the rules of where it stands.
    case advised
    /// No terrorism: gave it to whoever it belongs to.
    case routed
    /// Made a report of another kind of it, linked both ways.
    case raised

    /// Looked at a concern about a person for danger, first of all.
    case screened
    /// Asked whether help would cut across an investigation, and recorded the answer.
    case deconflicted
    /// Said what a concern, an enquiry or an invitation comes to, and what fits it.
    case weighed
    /// Asked a named partner what they know; read what they sent, or recorded what they said.
    case partnerAsked = "partner-asked"
    case partnerAnswered = "partner-answered"
    /// Took a request to a partner back: its code is dead.
    case partnerWithdrawn = "partner-withdrawn"
    /// Pointed to help that others give.
    case signposted
    /// Gave a concern to the Channel panel.
    case handedOff = "handed-off"
    /// Recorded whether the person agrees to be helped.
    case consented
    case supported
    /// Took it on as a police-led partnership.
    case policeLed = "police-led"
    /// Disclosed it to those who investigate, with the reason.
    case pursued
    /// Support ended; looked again after 6 and after 12 months.
    case exited
    case reviewed
    case reviewedAgain = "reviewed-again"

    /// Agreed a day.
    case booked
    /// It took place; what came of it.
    case held
    /// Recorded what a survey of a place found, under keys of its own.
    case surveyed
    /// Looked again at what was recommended.
    case followedUp = "followed-up"
    /// Spoke with whoever asked, by the way they chose.
    case contacted

    /// Wrote words of their own to the reporter, or a second round of questions, for a second person to sign.
    case messageProposed = "message-proposed"
    /// Signed, as a second person, exactly those words: they go to the reporter.
    case messageSigned = "message-signed"
    case messageRefused = "message-refused"
    case messageWithdrawn = "message-withdrawn"
    /// Linked a later report as being about the same. Nobody is joined to anybody by it.
    case linked
    /// Noted that the reporter is close to the person reported, or a child: nobody writes before the source unit has looked.
    case relationNoted = "relation-noted"
    /// Asked the source unit to look at a thread that is locked.
    case reviewAsked = "review-asked"
    /// Recorded, as a second person, what the source unit said.
    case sourceReviewed = "source-reviewed"
    /// Made a file of something online for another body, and recorded its SHA-256.
    case fileMade = "file-made"
    /// Gave a publisher a notice (Terrorism Act 2006, section 3), and recorded what came of it.
    case noticeGiven = "notice-given"
    case noticeAnswered = "notice-answered"
    /// Opened how a reporter can be reached.
    case identityOpened = "identity-opened"
    /// Looked again at what others did, in the week's review.
    case checked

    /// Kept the record of a closed concern, with the reason; or proposed that it is erased, and agreed to that.
    case retained
    case disposalProposed = "disposal-proposed"
    case disposalAgreed = "disposal-agreed"
    /// Took what only the holder may do into their own hands for a day, with a reason.
    case glassBroken = "glass-broken"
    /// Gave it back before the day was over.
    case glassEnded = "glass-ended"
    /// Another person looked at it afterwards and said what they think of it.
    case glassReviewed = "glass-reviewed"

    /// Decided to look at something online, said before the look; wrote what is there, so that nobody else has to look.
    case looked
    case described
    /// Allowed the holder one look more than the day has.
    case lookAllowed = "look-allowed"
}
