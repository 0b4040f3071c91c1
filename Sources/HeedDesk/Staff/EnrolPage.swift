import HTTPTypes
import HeedCasework
import HeedCore
import HeedVault
import HeedWeb
import Hummingbird

/// Where somebody new, or somebody who lost a code or a device, makes their own keys: before there is a session.
/// What they must write down is on one page, once.
struct EnrolPage: Sendable {
    let desk: Desk
    let pages: Pages
    let keys: @Sendable () -> FormKeys
    private var speech: Speech { pages.speech }
    private var token: DoorToken { DoorToken("desk-enrol", keys: keys) }

    static let path = "/sign-in/enrol"

    func show(
        _ form: FormBody = FormBody(), problems: [FieldProblem] = [], status: HTTPResponse.Status = .ok
    ) throws -> Response {
        var model = PageModel(title: speech.title("desk-enrol.topic"))
        model["csrf"] = token.mint()
        model["username"] = form.first("username") ?? ""
        model.note(problems.map(speech.problem))
        return try pages.doorPage("enrol", model, status: status).response
    }

    func send(_ form: FormBody) async throws -> Response {
        guard token.isOurs(form.first("csrf")) else {
            return try show(
                form, problems: [FieldProblem(field: "username", key: "sign-in.stale")], status: .unprocessableContent)
        }
        do {
            let card = try await Enrol(desk).perform(
                Enrol.Form(
                    username: form.first("username") ?? "", code: form.first("enrolment") ?? "",
                    passphrase: form.first("new_passphrase") ?? "", repeated: form.first("repeated") ?? "",
                    secretCode: form.first("secret_code") ?? ""))
            return try shown(card)
        } catch Refusal.notAllowed(.cannotUnlock) {
            let problem = FieldProblem(field: "username", key: "enrol.refused")
            return try show(form, problems: [problem], status: .forbidden)
        } catch Refusal.notValid(let problems) {
            return try show(form, problems: problems, status: .unprocessableContent)
        } catch Refusal.tooMany {
            let problem = FieldProblem(field: "username", key: "sign-in.busy")
            return try show(form, problems: [problem], status: .serviceUnavailable)
        }
    }

    private func shown(_ card: Enrol.Card) throws -> Response {
        var model = PageModel(title: speech.title("desk-enrol.topic"))
        model["username"] = card.username
        model["hasSecretCode"] = card.secretCode != nil
        model["secretCode"] = card.secretCode?.value ?? ""
        model["totp"] = card.totp.value
        model["hasFingerprint"] = !card.fingerprint.isEmpty
        model["fingerprint"] = card.fingerprint
        return try pages.doorPage("enrolled", model).response
    }

    static let spoken: [String] =
        ["desk-enrol.topic", "desk-enrol.refused"]
        + ["new_passphrase.short", "repeated.differs"].map { "desk-problem." + $0 }
}
