import HTTPTypes
import HeedCasework
import HeedCore
import HeedVault
import HeedWeb
import Hummingbird

/// Signing in, locking, unlocking, signing out.
/// Everything wrong with what was typed has one wording; a lock gives typed text back and sends none of it.
struct Door: Sendable {
    let desk: Desk
    let pages: Pages
    let cookie: SessionCookie
    let workstation: WorkstationCookie
    let keys: @Sendable () -> FormKeys
    private var speech: Speech { pages.speech }

    /// Who a request comes from.
    enum Entry: Sendable {
        case visit(Visit)
        case locked(session: String)
        case nobody
    }

    func entry(_ request: Request) async throws -> Entry {
        guard let session = cookie.read(request.headers) else { return .nobody }
        switch try await desk.view(session: session) {
        case .open(let officer, _): return .visit(Visit(session: session, officer: officer))
        case .locked: return .locked(session: session)
        case .none: return .nobody
        }
    }

    func show(_ request: Request) async throws -> Response {
        switch try await entry(request) {
        case .visit: Response.seeOther("/")
        case .locked(let session): try locked(session, request)
        case .nobody: try signIn(request)
        }
    }

    // MARK: Signing in

    func send(_ form: FormBody, _ request: Request) async throws -> Response {
        guard formToken.isOurs(form.first("csrf")) else {
            return try signIn(request, form, problem: "desk-sign-in.stale", status: .unprocessableContent)
        }
        do {
            let session = try await SignIn(desk).cookie(
                SignInForm(
                    username: form.first("username") ?? "", passphrase: form.first("passphrase") ?? "",
                    secretCode: secretCode(form, request), totp: form.first("totp") ?? ""))
            return signedIn(Response.seeOther("/"), session, form)
        } catch Refusal.notAllowed(.cannotUnlock) {
            return try signIn(request, form, problem: "desk-sign-in.refused", status: .forbidden)
        } catch Refusal.tooMany {
            return try signIn(request, form, problem: "desk-sign-in.busy", status: .serviceUnavailable)
        }
    }

    /// - Parameter lost: what somebody without a session sent, to be copied.
    func signIn(
        _ request: Request, _ form: FormBody = FormBody(), problem: String? = nil, lost: TypedText? = nil,
        status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var model = PageModel(title: speech.title("desk-sign-in.topic"))
        model["username"] = form.first("username") ?? ""
        model["csrf"] = formToken.mint()
        model["lost"] = (lost?.form.fields ?? []).filter { !$0.value.isEmpty && $0.name != "version" }
            .map { HiddenField(name: $0.name, value: $0.value) }
        model["hasLost"] = lost.map { $0.wordCount > 0 } ?? false
        fill(&model, request, problem)
        return try pages.doorPage("sign-in", model, status: status).response
    }

    // MARK: Locking

    func lock(_ form: FormBody, _ request: Request) async throws -> Response {
        guard let session = cookie.read(request.headers) else { return Response.seeOther("/sign-in") }
        guard FormToken(session: session).isOurs(form.first("csrf")) else { return Response.seeOther("/") }
        let typed = form.first("at").map { TypedText(path: $0, form: form) }
        try await Lock(desk).perform(session: session, typed: typed?.bytes)
        return try locked(session, request, kept: typed)
    }

    /// A form that met the lock: its text is kept for whoever unlocks, and nothing of it is done.
    func hold(_ session: String, _ path: String, _ form: FormBody, _ request: Request) async throws -> Response {
        let typed = TypedText(path: path, form: form)
        try await Lock(desk).perform(session: session, typed: typed.bytes)
        return try locked(session, request, kept: typed)
    }

    func locked(
        _ session: String, _ request: Request, kept: TypedText? = nil, problem: String? = nil
    ) throws -> Response {
        var model = PageModel(title: speech.title("desk-lock.topic"))
        model["csrf"] = Visit.token(of: session)
        model["hasKept"] = kept.map { $0.wordCount > 0 } ?? false
        model["kept"] = kept.map { speech.text("desk-lock.kept", ["n": "\($0.wordCount)"]) } ?? ""
        fill(&model, request, problem)
        return try pages.doorPage("locked", model, status: .forbidden).response
    }

    /// - Parameter restore: shows the page of what was typed, not sent.
    func unlock(
        _ form: FormBody, _ request: Request, restore: (TypedText, Visit) async throws -> Response
    ) async throws -> Response {
        guard let session = cookie.read(request.headers), FormToken(session: session).isOurs(form.first("csrf")) else {
            return Response.seeOther("/sign-in")
        }
        do {
            let opened = try await Unlock(desk).cookie(
                session: session, passphrase: form.first("passphrase") ?? "", secretCode: secretCode(form, request),
                totp: form.first("totp") ?? "")
            let response = try await resumed(opened, restore)
            return signedIn(response, opened.cookie, form)
        } catch Refusal.notAllowed(.cannotUnlock) {
            return try locked(session, request, problem: "desk-sign-in.refused")
        } catch Refusal.notAllowed(.signedOut) {
            return Response.seeOther("/sign-in")
        } catch Refusal.tooMany {
            return try locked(session, request, problem: "desk-sign-in.busy")
        }
    }

    private func resumed(
        _ opened: (cookie: String, held: [UInt8]?), _ restore: (TypedText, Visit) async throws -> Response
    ) async throws -> Response {
        guard let typed = opened.held.flatMap({ TypedText($0) }),
            case .open(let officer, _) = try await desk.view(session: opened.cookie)
        else { return Response.seeOther("/") }
        return try await restore(typed, Visit(session: opened.cookie, officer: officer))
    }

    func signOut(_ form: FormBody, _ request: Request) async throws -> Response {
        guard let session = cookie.read(request.headers) else { return Response.seeOther("/sign-in") }
        guard FormToken(session: session).isOurs(form.first("csrf")) else { return Response.seeOther("/") }
        try await SignOut(desk).perform(session: session)
        var response = Response.seeOther("/sign-in")
        response.headers.append(HTTPField(name: .setCookie, value: cookie.clear))
        return response
    }

    // MARK: Parts

    private func fill(_ model: inout PageModel, _ request: Request, _ problem: String?) {
        model["isRemembered"] = workstation.read(request.headers) != nil
        model["isRinging"] = desk.alarms.isRinging
        model.note(problem.map { [ProblemView(field: "passphrase", text: speech.text($0))] } ?? [])
    }

    private func secretCode(_ form: FormBody, _ request: Request) -> String {
        let typed = form.first("secret_code") ?? ""
        return typed.isEmpty ? workstation.read(request.headers) ?? "" : typed
    }

    private func signedIn(_ response: Response, _ session: String, _ form: FormBody) -> Response {
        var response = response
        response.headers.append(HTTPField(name: .setCookie, value: cookie.set(session)))
        if form.first("remember") == "yes", let line = workstation.set(form.first("secret_code") ?? "") {
            response.headers.append(HTTPField(name: .setCookie, value: line))
        }
        return response
    }

    private var formToken: DoorToken { DoorToken("desk-sign-in", keys: keys) }
}
