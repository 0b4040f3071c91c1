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
    /// The people of the force, and each change of them.
    case staff, staffWithdraw, staffChange(StaffChange), staffChangeSend(StaffChange)
    /// Break-glass: the handle, and what runs or waits for a view.
    case glass, glassSend
    /// Who is on duty, and a rota to be tried before it is put in place.
    case duty, dutyCheck
    /// Making one's own keys, before there is a session.
    case enrol, enrolSend
    /// Everybody's own account, a registrar's signature, and granting a key.
    case account, consent, consentSend, consentRefuse, grant, grantSend

    package enum List: String, Sendable { case mine, toSign = "to-sign", setAside = "set-aside" }
}
