import HeedLedger
import HeedVault
import Synchronization

@testable import HeedKeyring

/// Cheap key files and a clock that the test moves.
enum Fixture {
    static let logN = 10
    static let origin = "tips.example.org/ledger"
    static let now: Int64 = 1_795_000_000

    static func officer(_ passphrase: String = "horse battery") throws -> (NewOfficerKeys, SecretCode) {
        let code = SecretCode.issue()
        return (try OfficerFiles.create(passphrase: passphrase, secretCode: code, logN: logN), code)
    }

    static func credentials(
        _ passphrase: String, _ code: SecretCode, _ totp: TOTP, at seconds: Int64 = now
    ) -> Credentials {
        Credentials(
            passphrase: passphrase, secretCode: code.grouped,
            oneTimeCode: totp.code(step: TOTP.step(unixSeconds: seconds)))
    }

    static func certificate(
        _ keys: NewOfficerKeys, _ username: String = "asta", compartments: [String] = ["activity"]
    ) throws -> OfficerCertificate {
        try OfficerCertificate(
            origin: origin, username: username, person: "1001", name: nil,
            roles: [OfficerRole(number: 1, title: "Officer")], compartments: compartments, recipient: keys.recipient,
            routineKey: keys.routineKey, graveKey: keys.graveKey, valid: BatchRange(first: 0, last: 1_000))
    }

    static func statement(_ verb: String = "decided") throws -> StepStatement {
        try StepStatement(
            origin: origin, thread: ThreadHandle(ledgerKey: .random()), item: 0, verb: verb, batch: 145,
            role: OfficerRole(number: 1, title: "Officer"), recordText: [1])
    }
}

final class TestClock: Sendable {
    private let seconds = Mutex(0)
    var read: @Sendable () -> Int { { self.seconds.withLock { $0 } } }
    func advance(_ by: Int) { seconds.withLock { $0 += by } }
}
