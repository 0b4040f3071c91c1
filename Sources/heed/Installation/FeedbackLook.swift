import HeedCasework
import HeedCore
import HeedIntake
import HeedLedger
import HeedSQL
import HeedStore

/// Whether people can say what they think of the site, and what to do where they cannot.
struct FeedbackLook {
    let installation: Installation

    func report() async throws -> String {
        let wiring = try await Wiring(installation, role: .intake, logger: RoleProcess.logger(.intake))
        let isKeyed = wiring.manifest.current(Compartment.feedback.rawValue) != nil
        let refusal = await FeedbackGate(try wiring.intake()).refusal()
        let unread = try await wiring.database.read { db in try db.unreadFeedback() }
        await wiring.database.close()
        switch refusal {
        case nil: return "open, \(unread) of \(Feedback.most) unread"
        case .notNow?:
            throw StartRefusal.other(
                "the feedback box is full", remedy: "have a communications officer read it at the desk")
        default: break
        }
        let readers = try await Self.readers(of: installation)
        if !isKeyed, readers.isEmpty {
            return
                "closed: nobody has the role communications. To open it, add somebody with `heed officer add`, then run "
                + "`heed compartment add feedback`"
        }
        if !isKeyed {
            throw StartRefusal.other(
                "feedback is closed: the manifest names no key for it",
                remedy: "certify \(readers.joined(separator: ", ")) again with `heed officer role --username NAME "
                    + "communications`, then run `heed compartment add feedback`")
        }
        throw StartRefusal.other(
            "feedback is closed: \(refusal.map { "\($0)" } ?? "")",
            remedy: "see the checks above; a communications officer has to hold the key (`heed officer grant`)")
    }

    /// Active accounts whose role reads the box.
    private static func readers(of installation: Installation) async throws -> [String] {
        let wiring = try await Wiring(installation, role: .desk, logger: RoleProcess.logger(.desk))
        let trust = Trust(manifest: wiring.manifest)
        let names = try await wiring.database.read { db in
            try db.officers().filter(\.isActive).compactMap { account -> String? in
                let officer = try db.certificate(account.certificate).flatMap { try? trust.attested($0) }
                    .flatMap(Officer.init)
                return officer?.role.areas.contains(.feedback) == true ? account.username : nil
            }
        }
        await wiring.database.close()
        return names
    }
}
