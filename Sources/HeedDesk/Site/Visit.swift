import HeedCore
import HeedVault

/// A request of somebody who is signed in, and allowed on the page it asks for.
struct Visit: Sendable {
    /// The value of the cookie. Never printed, never in a page.
    let session: String
    let officer: Officer

    /// What every form of this session carries. Says nothing of the cookie it is made from.
    var token: String { Self.token(of: session) }

    static func token(of session: String) -> String {
        HeedVault.Hex.encode(Array(Digest.sha256(Array("heed/v1/desk-form".utf8) + Array(session.utf8)).prefix(16)))
    }

    func isOurs(_ token: String?) -> Bool { FormToken(session: session).isOurs(token) }
}

/// Proves that a form was shown in a session.
struct FormToken: Sendable {
    let session: String

    func isOurs(_ token: String?) -> Bool {
        token.map { ConstantTime.equal(Array($0.utf8), Array(Visit.token(of: session).utf8)) } ?? false
    }
}
