import HTTPTypes
import HeedCasework
import HeedCore
import HeedIntake
import HeedVault
import HeedWeb
import Hummingbird
import NIOCore

/// From a route of the matrix to the page that answers it, past the door.
/// One place decides: signed in, unlocked, a page that exists for this role, a form of this session.
struct Rooms: Sendable {
    let desk: Desk
    let intake: Intake
    let pages: Pages
    let keys: @Sendable () -> FormKeys
    let cookie: SessionCookie
    let workstation: WorkstationCookie
    let noticeDesk: NoticeDesk

    private var door: Door {
        Door(desk: desk, pages: pages, cookie: cookie, workstation: workstation, keys: keys)
    }

    func answer(_ route: DeskRoute, _ request: Request, _ context: WebContext) async throws -> Response {
        let form = route.method == .post ? try await request.form() : nil
        switch route.page {
        case .pulse: return try await pulse()
        case .signIn: return try await door.show(request)
        case .signInSend: return try await door.send(form ?? FormBody(), request)
        case .unlock:
            return try await door.unlock(form ?? FormBody(), request) { typed, visit in
                try await restore(typed, visit, "desk-lock.given-back", request)
            }
        case .lock: return try await door.lock(form ?? FormBody(), request)
        case .signOut: return try await door.signOut(form ?? FormBody(), request)
        case .enrol: return try EnrolPage(desk: desk, pages: pages, keys: keys).show()
        case .enrolSend:
            return try await EnrolPage(desk: desk, pages: pages, keys: keys).send(form ?? FormBody())
        default: return try await behindTheDoor(route, form, request, context)
        }
    }

    private func behindTheDoor(
        _ route: DeskRoute, _ form: FormBody?, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let visit: Visit
        switch try await door.entry(request) {
        case .visit(let someone): visit = someone
        case .locked(let session):
            guard let form else { return Response.seeOther("/sign-in") }
            return try await door.hold(session, request.uri.path, form, request)
        case .nobody: return try lost(form, request)
        }
        guard route.access.roles.contains(visit.officer.role) else { throw Refusal.notFound }
        if let form, !visit.isOurs(form.first("csrf")) {
            // Most often another tab, unlocked since: the text comes back, to be sent again or not.
            return try await restore(TypedText(path: request.uri.path, form: form), visit, "desk.stale-form", request)
        }
        do {
            return try await room(route.page, visit, form ?? FormBody(), request, context)
        } catch Refusal.notAllowed(.locked) {
            guard let form else { return Response.seeOther("/sign-in") }
            return try await door.hold(visit.session, request.uri.path, form, request)
        } catch Refusal.notAllowed(.signedOut) {
            return try lost(form, request)
        }
    }

    private func lost(_ form: FormBody?, _ request: Request) throws -> Response {
        guard let form else { return Response.seeOther("/sign-in") }
        return try door.signIn(
            request, problem: "desk-sign-in.ended", lost: TypedText(path: request.uri.path, form: form),
            status: .forbidden)
    }

    private func room(
        _ page: DeskPage, _ visit: Visit, _ form: FormBody, _ request: Request, _ context: WebContext
    ) async throws -> Response {
        let queue = QueueView(desk: desk, pages: pages)
        switch page {
        case .pulse, .signIn, .signInSend, .unlock, .lock, .signOut, .enrol, .enrolSend: throw Refusal.notFound
        case .home: return try await home(visit, request)
        case .list(.mine): return try await queue.show(.mine, at: "/mine", visit, request)
        case .list(.toSign): return try await queue.show(.toSign, at: "/to-sign", visit, request)
        case .list(.setAside): return try await queue.show(.setAside, at: "/set-aside", visit, request)
        case .watch: return try await queue.watch(visit)
        case .search: return try await searching.show(visit)
        case .searchSend: return try await searching.send(visit, form)
        case .call: return try await calling.show(visit)
        case .callSend: return try await calling.send(visit, form)
        case .board: return try await BoardPage(desk: desk, pages: pages).show(visit)
        case .audit: return try await AuditView(desk: desk, pages: pages).show(visit, request)
        case .notices, .notice, .noticeSend, .noticeWithdraw, .threatSend:
            return try await noticeDesk.answer(page, visit, form)
        case .staff, .staffWithdraw, .staffChange, .staffChangeSend, .account, .consent, .consentSend, .consentRefuse,
            .grant, .grantSend:
            return try await people(page, visit, form, request)
        case .duty: return try await DutyPage(desk: desk, pages: pages).show(visit)
        case .dutyCheck: return try await DutyPage(desk: desk, pages: pages).check(visit, form)
        case .glass: return try await GlassPage(desk: desk, pages: pages).show(visit)
        case .glassSend: return try await GlassPage(desk: desk, pages: pages).send(visit, form)
        case .health: return try await HealthPage(desk: desk, intake: intake, pages: pages).show(visit)
        case .feedback: return try await FeedbackView(desk: desk, pages: pages).show(visit)
        case .feedbackSend: return try await FeedbackView(desk: desk, pages: pages).send(visit, form)
        case .alike, .alikeSend, .report, .write, .send, .statement, .sign, .contact, .contactSend, .surveys,
            .surveysSend, .print, .printSend:
            // What is no report's address is answered as one that was never given out.
            guard let thread = context.parameters.get("thread").flatMap({ RecordID(hex: $0) }) else {
                throw Refusal.notFound
            }
            return try await report(page, visit, thread, form, request)
        }
    }

    private func report(
        _ page: DeskPage, _ visit: Visit, _ thread: RecordID, _ form: FormBody, _ request: Request
    ) async throws -> Response {
        let reading = ReportPage(desk: desk, pages: pages)
        let writing = Writing(desk: desk, pages: pages, intake: intake)
        let signing = Signing(desk: desk, pages: pages, workstation: workstation)
        switch page {
        case .alike: return try await alike.show(visit, thread)
        case .alikeSend: return try await alike.send(visit, thread, form)
        case .report: return try await reading.show(visit, thread)
        case .send(let verb) where verb.manner == .button:
            return try await reading.press(verb, visit, thread, form)
        // A partner's answer that came by their page is opened by a button, like whatever comes in.
        case .send(.partnerAnswered) where form.first("partner-answer") != nil:
            return try await reading.press(.partnerAnswered, visit, thread, form)
        case .write(let verb): return try await writing.show(verb, visit, thread)
        // What is signed on a page of its own is never sent to the writing page.
        case .send(let verb) where verb.manner != .written && form.first("keep") == nil:
            return try await writing.show(verb, visit, thread, .init(form: form))
        case .send(let verb): return try await writing.send(verb, visit, thread, form)
        case .statement(let verb): return try await signing.show(verb, visit, thread, request)
        case .sign(let verb): return try await signing.sign(verb, visit, thread, form, request)
        case .contact: return try await reaching.asking.show(visit, thread, request)
        case .contactSend: return try await reaching.send(visit, thread, form, request)
        case .surveys: return try await surveys.asking.show(visit, thread, request)
        case .surveysSend: return try await surveys.send(visit, thread, form, request)
        case .print: return try await printing.asking.show(visit, thread, request)
        case .printSend: return try await printing.send(visit, thread, form, request)
        default: throw Refusal.notFound
        }
    }

    /// Accounts and keys: everybody's own, and everybody's for administrators.
    private func people(
        _ page: DeskPage, _ visit: Visit, _ form: FormBody, _ request: Request
    ) async throws -> Response {
        let account = AccountPage(desk: desk, pages: pages, workstation: workstation)
        switch page {
        case .staff: return try await StaffList(desk: desk, pages: pages).show(visit)
        case .staffWithdraw: return try await StaffList(desk: desk, pages: pages).withdraw(visit, form)
        case .staffChange(let change): return try await staffForm.show(change, visit, request)
        case .staffChangeSend(let change): return try await staffForm.send(change, visit, form, request)
        case .account: return try await account.show(visit)
        case .consent: return try await account.consent(visit, request)
        case .consentSend: return try await account.sendConsent(visit, form, request)
        case .consentRefuse: return try await account.refuse(visit, form, request)
        case .grant: return try await account.grant(visit, request)
        case .grantSend: return try await account.sendGrant(visit, form, request)
        default: throw Refusal.notFound
        }
    }

    private var staffForm: StaffForm { StaffForm(desk: desk, pages: pages, workstation: workstation) }
    private var reaching: ContactPage { ContactPage(desk: desk, pages: pages, workstation: workstation) }
    private var surveys: SurveyPage { SurveyPage(desk: desk, pages: pages, workstation: workstation) }
    private var printing: PrintPage { PrintPage(desk: desk, pages: pages, workstation: workstation) }
    private var alike: AlikeView { AlikeView(desk: desk, pages: pages) }
    private var searching: SearchPage { SearchPage(desk: desk, pages: pages) }
    private var calling: Calling { Calling(desk: desk, intake: intake, pages: pages, keys: keys) }

    /// The first page of a role: its queue, or the one thing it is here to do.
    private func home(_ visit: Visit, _ request: Request) async throws -> Response {
        let areas = visit.officer.role.areas
        if areas.contains(.queue) {
            return try await QueueView(desk: desk, pages: pages).show(.all, at: "/", visit, request)
        }
        if areas.contains(.call) { return Response.seeOther("/call") }
        if areas.contains(.audit) { return Response.seeOther("/audit") }
        if areas.contains(.notices) { return Response.seeOther("/notices") }
        if areas.contains(.health) { return Response.seeOther("/health") }
        if areas.contains(.feedback) { return Response.seeOther(FeedbackView.path) }
        let model = PageModel(title: pages.speech.title("desk.nothing-topic"))
        return try await pages.page("nothing", model, for: visit).response
    }

    /// Shows the page on which something was typed, with it in place and not sent.
    private func restore(
        _ typed: TypedText, _ visit: Visit, _ key: String, _ request: Request
    ) async throws -> Response {
        let notice = pages.speech.text(key)
        guard let (route, thread) = DeskRoutes.posted(to: typed.path),
            route.access.roles.contains(visit.officer.role)
        else { return Response.seeOther("/") }
        switch (route.page, thread) {
        case (.send(let verb), let thread?), (.sign(let verb), let thread?):
            guard verb.manner != .button, verb.manner != .signed else {
                return Response.seeOther("/report/\(thread.hex)")
            }
            let page = Writing.Typed(form: typed.form, notices: [notice], status: .unprocessableContent)
            return try await Writing(desk: desk, pages: pages).show(verb, visit, thread, page)
        case (.contactSend, let thread?):
            return try await reaching.asking.show(visit, thread, request, typed.form, notices: [notice])
        case (.surveysSend, let thread?):
            return try await surveys.asking.show(visit, thread, request, typed.form, notices: [notice])
        case (.alikeSend, let thread?): return try await alike.show(visit, thread, typed.form, notices: [notice])
        case (.printSend, let thread?):
            return try await printing.asking.show(visit, thread, request, typed.form, notices: [notice])
        case (.searchSend, _): return try await searching.show(visit, typed.form, notices: [notice])
        case (.noticeSend, _), (.threatSend, _):
            return try await noticeDesk.restore(route.page, visit, typed.form, notice)
        case (.dutyCheck, _):
            return try await DutyPage(desk: desk, pages: pages).show(visit, typed.form, notices: [notice])
        case (.staffChangeSend(let change), _):
            return try await staffForm.restore(change, visit, typed.form, notice, request)
        case (.callSend, _): return try await calling.show(visit, typed.form, notices: [notice])
        default: return Response.seeOther("/")
        }
    }

    /// For a load balancer: whether the desk can read its store. One word, no reason.
    private func pulse() async throws -> Response {
        let isWell = await HealthLook(desk).isWell()
        return Response(
            status: isWell ? .ok : .serviceUnavailable, headers: [.contentType: "text/plain; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: isWell ? "ready\n" : "unready\n")))
    }
}
