import Crypto

/// One node's keys for what travels in hidden form fields: the sealed journey, and tokens that prove the form is ours.
///
/// A pure value. Up to three keys are live, each named by the day (since 1970-01-01 UTC) on which it was made: forms
/// survive a restart when the bytes are kept, and nothing older than the third day opens when they are rotated.
package struct FormKeys: Unprintable, Sendable {
    /// Newest first.
    private let keys: [FormKey]

    private static let firstLine = Array("heed-form-keys/v1\n".utf8)
    private static let live = 3
    private static let block = 256
    private static let version: UInt8 = 1
    private static let prefixSize = 5
    private static let macSize = 32

    /// One fresh key.
    package init(day: UInt32) { keys = [FormKey(day: day, root: BoxKey())] }

    /// Reads ``fileBytes``. Throws `malformed`.
    package init(file: [UInt8]) throws(VaultError) {
        let body = Array(file.dropFirst(Self.firstLine.count))
        let size = 4 + BoxKey.size
        guard file.starts(with: Self.firstLine), !body.isEmpty, body.count % size == 0,
            body.count / size <= Self.live
        else { throw .malformed }
        var keys: [FormKey] = []
        for start in stride(from: 0, to: body.count, by: size) {
            guard let day = UInt32(bigEndianBytes: body[start..<start + 4]), !keys.contains(where: { $0.day == day })
            else { throw .malformed }
            keys.append(FormKey(day: day, root: try BoxKey(Array(body[start + 4..<start + size]))))
        }
        self.keys = keys
    }

    private init(_ keys: [FormKey]) { self.keys = keys }

    /// The secret keys as a file for memory-backed storage: `heed-form-keys/v1` LF, then u32be day and 32 bytes for
    /// each, newest first.
    package var fileBytes: [UInt8] {
        keys.reduce(into: Self.firstLine) { $0 += $1.day.bigEndianBytes + $1.root.secretBytes }
    }

    /// The same keys with one for `day` in front, the oldest beyond three left out. Unchanged if `day` has one, so a
    /// clock that steps back loses no form.
    package func rotated(to day: UInt32) -> FormKeys {
        if keys.contains(where: { $0.day == day }) { return self }
        return FormKeys(Array(([FormKey(day: day, root: BoxKey())] + keys).prefix(Self.live)))
    }

    /// The day that names the key of a moment; 0 before 1970.
    package static func day(unixSeconds: Int64) -> UInt32 { UInt32(clamping: unixSeconds / 86400) }

    /// Seals a journey's state: `0x01 ‖ u32be day ‖ box`, the plaintext padded to a multiple of 256 bytes.
    package func sealJourney(_ state: [UInt8]) throws(VaultError) -> [UInt8] {
        let key = keys[0]
        let prefix = [Self.version] + key.day.bigEndianBytes
        return prefix + (try SealedBox.sealPadded(state, to: Self.block, key: key.journey, associated: prefix))
    }

    /// Throws `cannotOpen` for anything these keys did not seal, an expired key included.
    package func openJourney(_ bytes: [UInt8]) throws(VaultError) -> [UInt8] {
        let key = try key(for: bytes)
        let box = Array(bytes.dropFirst(Self.prefixSize))
        return try SealedBox.openPadded(box, key: key.journey, associated: Array(bytes.prefix(Self.prefixSize)))
    }

    /// Signs `message`, which stays readable: `0x01 ‖ u32be day ‖ message ‖ HMAC-SHA-256[32]`.
    package func mintToken(_ message: [UInt8]) -> [UInt8] {
        let signed = [Self.version] + keys[0].day.bigEndianBytes + message
        return signed + Array(HMAC<SHA256>.authenticationCode(for: signed, using: keys[0].token.key))
    }

    /// The message of a token that these keys signed. Throws `cannotOpen`.
    package func readToken(_ token: [UInt8]) throws(VaultError) -> [UInt8] {
        guard token.count >= Self.prefixSize + Self.macSize else { throw .cannotOpen }
        let key = try key(for: token)
        let signed = token.dropLast(Self.macSize)
        guard
            HMAC<SHA256>.isValidAuthenticationCode(
                Array(token.suffix(Self.macSize)), authenticating: signed, using: key.token.key)
        else { throw .cannotOpen }
        return Array(signed.dropFirst(Self.prefixSize))
    }

    private func key(for bytes: [UInt8]) throws(VaultError) -> FormKey {
        guard bytes.first == Self.version, bytes.count >= Self.prefixSize,
            let day = UInt32(bigEndianBytes: bytes[1..<Self.prefixSize]),
            let key = keys.first(where: { $0.day == day })
        else { throw .cannotOpen }
        return key
    }
}

/// One day's key and what is derived from it.
private struct FormKey: Sendable {
    let day: UInt32
    let root: BoxKey
    let token: BoxKey
    let journey: BoxKey

    init(day: UInt32, root: BoxKey) {
        self.day = day
        self.root = root
        token = root.derived("heed/v1/form-token")
        journey = root.derived("heed/v1/journey")
    }
}
