package import HeedCore

/// Everything the desk answers. An address leads to one of these through the matrix, and nowhere else.
package enum DeskPage: Hashable, Sendable {
    case pulse
    case signIn, signInSend, unlock, lock, signOut
    case home
    case list(List)
    case watch
    case search, searchSend
    /// Reports that are much alike, and opening some of them.
    case alike, alikeSend
    case report
    /// A writing page, and what it sends.
    case write(Verb), send(Verb)
    /// A page that shows the exact statement, and what signs it.
    case statement(Verb), sign(Verb)
    case contact, contactSend
    /// Asking for the surveys of an enquiry, and what they say.
    case surveys, surveysSend
    /// Asking for a report on paper, and its pages.
    case print, printSend
    case call, callSend
    case audit
    case board
    case health
    case feedback, feedbackSend
    /// What is said to everybody on the public site: all of it, writing some, taking some back, the threat level.
    case notices, notice, noticeSend, noticeWithdraw, threatSend

    package enum List: String, Sendable { case mine, toSign = "to-sign", setAside = "set-aside" }
}
