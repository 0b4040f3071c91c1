import HTTPTypes
import HeedVault
import HeedWeb

/// The workstation's memory of its officer's secret code. Only requests under `/sign-in` bring it, no script reads it,
/// and the server keeps no copy: a stolen server lacks these 112 bits.
struct WorkstationCookie: Sendable {
    private let reader: SessionCookie
    private let attributes: String

    init(isTLS: Bool, days: Int) {
        // `__Host-` would demand the path `/`, and with it every request.
        reader = SessionCookie((isTLS ? "__Secure-" : "") + "heed-workstation", isTLS: false)
        attributes =
            "; Path=/sign-in; HttpOnly; SameSite=Strict; Max-Age=\(days * 86_400)" + (isTLS ? "; Secure" : "")
    }

    /// The code, where this workstation remembers one.
    func read(_ headers: HTTPFields) -> String? {
        reader.read(headers).flatMap { try? SecretCode(typed: $0) }?.symbols
    }

    /// The value of `Set-Cookie`; nil for what is no code.
    func set(_ typed: String) -> String? {
        (try? SecretCode(typed: typed)).map { reader.name + "=" + $0.symbols + attributes }
    }
}
