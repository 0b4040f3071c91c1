import HeedVault

/// Seals what a form carries, and proves that a form is ours and fits its state.
/// The token is bound to the sealed bytes: neither counts without the other.
struct FormSeal: Sendable {
    /// The live keys; they change by the day.
    let keys: @Sendable () -> FormKeys

    /// The two hidden fields.
    struct Sealed: Sendable {
        let state: String
        let token: String
    }

    func seal(_ bytes: [UInt8]) throws -> Sealed {
        let keys = keys()
        let state = Base64.url.encode(try keys.sealJourney(bytes))
        return Sealed(state: state, token: Base64.url.encode(keys.mintToken(Self.digest(state))))
    }

    /// - Returns: nil unless both fields are ours, fit each other, and their key still lives.
    func open(state: String?, token: String?) -> [UInt8]? {
        let keys = keys()
        guard let state, let token, let signed = try? Base64.url.decode(token),
            let message = try? keys.readToken(signed), ConstantTime.equal(message, Self.digest(state)),
            let box = try? Base64.url.decode(state)
        else { return nil }
        return try? keys.openJourney(box)
    }

    private static func digest(_ state: String) -> [UInt8] { Array(Digest.sha256(Array(state.utf8)).prefix(16)) }
}
