import HeedCasework
import HeedCore
import HeedWeb
import Hummingbird

/// The passphrase, secret code and one-time code of a form. The secret code may be the one that this workstation remembers.
struct Credentialed {
    let passphrase: String
    let secretCode: String
    let oneTimeCode: String

    init(_ form: FormBody, _ request: Request, _ workstation: WorkstationCookie) {
        passphrase = form.first("passphrase") ?? ""
        let typed = form.first("secret_code") ?? ""
        secretCode = typed.isEmpty ? workstation.read(request.headers) ?? "" : typed
        oneTimeCode = form.first("totp") ?? ""
    }

    var proof: FreshProof {
        .typed(passphrase: passphrase, secretCode: secretCode, oneTimeCode: oneTimeCode)
    }

    /// One wording for whatever was wrong.
    static let problem = FieldProblem(field: "passphrase", key: "sign.cannot-unlock")
}
