import Crypto
import Foundation

/// What an officer types together with what the enrolment card holds.
///
/// As bytes: NFC(passphrase) ‖ `-` ‖ the secret code's 24 symbols, in UTF-8. NFC, because keyboards differ in how they
/// send an accent. Neither half is enough.
package struct Passphrase: Unprintable, Sendable {
    private let secret: SymmetricKey

    package init(_ typed: String, secretCode: SecretCode) {
        let text = typed.precomposedStringWithCanonicalMapping + "-" + secretCode.symbols
        secret = SymmetricKey(data: Array(text.utf8))
    }

    var bytes: [UInt8] { secret.withUnsafeBytes { Array($0) } }
}
