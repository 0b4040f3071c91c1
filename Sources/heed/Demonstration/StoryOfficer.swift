import HeedCasework
import HeedCore
import HeedKeyring
import HeedVault

/// One of the demonstration's officers at work: signs in and takes steps exactly as a person at the desk would.
struct StoryOfficer: Sendable {
    let username: String
    let passphrase: String
    let secretCode: String
    let totp: TOTP
    let desk: Desk
    let time: StoryClock

    init?(_ username: String, in result: CeremonyResult, desk: Desk, time: StoryClock) {
        guard let index = DemonstrationForce.members.firstIndex(where: { $0.username == username }) else { return nil }
        self.username = username
        passphrase = DemonstrationForce.members[index].passphrase
        secretCode = result.officers[index].secretCode.symbols
        totp = result.officers[index].totp
        self.desk = desk
        self.time = time
    }

    /// Fresh ones: the clock moves first, since a one-time code counts once.
    var credentials: Credentials {
        time.tick()
        return Credentials(passphrase: passphrase, secretCode: secretCode, oneTimeCode: code)
    }

    private var code: String { totp.code(step: TOTP.step(unixSeconds: desk.clock.now().seconds)) }

    func signIn() async throws -> String {
        time.tick()
        let form = SignInForm(username: username, passphrase: passphrase, secretCode: secretCode, totp: code)
        return try await SignIn(desk).perform(form).value
    }
}
