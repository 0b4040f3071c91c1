import HeedVault
import HeedWeb

/// Proves that a form is ours before there is a session to bind it to.
struct DoorToken {
    private let message: [UInt8]
    private let keys: @Sendable () -> FormKeys

    /// - Parameter form: which form, so that the token of one opens no other.
    init(_ form: String, keys: @escaping @Sendable () -> FormKeys) {
        message = Array(form.utf8)
        self.keys = keys
    }

    func mint() -> String { Base64.url.encode(keys().mintToken(message)) }

    func isOurs(_ token: String?) -> Bool {
        guard let token, let signed = try? Base64.url.decode(token), let read = try? keys().readToken(signed) else {
            return false
        }
        return read == message
    }
}
