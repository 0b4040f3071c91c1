import Crypto

/// Time-based one-time passwords (RFC 6238): SHA-1, steps of 30 s from 1970, six digits, as authenticator programs
/// expect them.
///
/// ``matchedStep(_:unixSeconds:after:)`` gives the step that matched, so that the caller can refuse it a second time.
package struct TOTP: Unprintable, Sendable {
    private static let period: Int64 = 30
    private let secret: SymmetricKey

    /// A fresh 160-bit secret.
    package init() { secret = SymmetricKey(size: SymmetricKeySize(bitCount: 160)) }

    /// 16 bytes or more; `malformed` otherwise.
    package init(secret: [UInt8]) throws(VaultError) {
        guard secret.count >= 16 else { throw .malformed }
        self.secret = SymmetricKey(data: secret)
    }

    /// Reads ``secretText``.
    package init(secretText: String) throws(VaultError) {
        try self.init(secret: Base32.decode(secretText))
    }

    package var secretBytes: [UInt8] { secret.withUnsafeBytes { Array($0) } }

    /// Base 32, for typing into an authenticator.
    package var secretText: String { Base32.encode(secretBytes) }

    /// The step in which a moment lies; 0 before 1970.
    package static func step(unixSeconds: Int64) -> UInt64 { UInt64(clamping: unixSeconds / period) }

    /// Six digits, leading zeros kept.
    package func code(step: UInt64) -> String {
        let text = String(truncated(step) % 1_000_000)
        return String(repeating: "0", count: 6 - text.count) + text
    }

    /// The step at most one before or after now whose code was typed, later than `last`. Nil if there is none.
    /// Spaces in `typed` are ignored. Every candidate is compared, in time that does not depend on which matches.
    package func matchedStep(_ typed: String, unixSeconds: Int64, after last: UInt64?) -> UInt64? {
        let digits = typed.utf8.filter { $0 != UInt8(ascii: " ") }
        let now = Self.step(unixSeconds: unixSeconds)
        var matched: UInt64?
        for step in (now == 0 ? 0 : now - 1)...(now + 1) {
            let fresh = last.map { step > $0 } ?? true
            if ConstantTime.equal(Array(code(step: step).utf8), Array(digits)) && fresh { matched = matched ?? step }
        }
        return matched
    }

    /// Dynamic truncation (RFC 4226, section 5.3).
    func truncated(_ step: UInt64) -> UInt32 {
        let mac = Array(HMAC<Insecure.SHA1>.authenticationCode(for: step.bigEndianBytes, using: secret))
        let offset = Int(mac[mac.count - 1] & 15)
        return mac[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    }
}
