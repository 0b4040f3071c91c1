import Foundation
import HeedCore
import HeedKeyring
import HeedLedger
import HeedVault

/// What a new installation must keep away from its server, one file for each holder.
struct OfflineFolder {
    let folder: DataFolder

    /// Roots in files of their own, recovery as three keys and three shares of which two holders open one, a card for each officer.
    func write(_ result: CeremonyResult, members: [PlannedForce.Member]) throws {
        try folder.createAlone()
        for root in result.roots {
            try put(
                "root-\(root.label).txt",
                "heed root key \(root.label), \(root.verifier.vkey)\nseed \(Base64.standard.encode(root.seed.secretSeed))\n"
            )
        }
        for (index, holder) in result.recoveryHolders.enumerated() {
            try put("recovery-holder-\(index + 1).txt", holder.secretText + "\n")
        }
        for share in result.recoveryShares {
            try DataFolder.write(share.file, to: folder.path + "/recovery-\(share.inner)-in-\(share.outer).age")
        }
        for file in result.compartmentFiles where file.certificate == nil {
            try DataFolder.write(file.file, to: folder.path + "/\(file.compartment)-\(file.epoch)-for-recovery.age")
        }
        for (member, officer) in zip(members, result.officers) {
            try put("card-\(member.username).txt", card(member, officer))
        }
    }

    /// The root keys in the folder that this installation trusts.
    /// - Throws: `StartRefusal` for fewer than a manifest needs.
    func roots(of installation: Installation) throws -> [RootKey] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        var roots: [RootKey] = []
        for name in names.sorted() where name.hasPrefix("root-") && name.hasSuffix(".txt") {
            let label = String(name.dropFirst("root-".count).dropLast(".txt".count))
            let text = String(decoding: try DataFolder.read(folder.path + "/" + name), as: UTF8.self)
            guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix("seed ") }),
                let bytes = try? Base64.standard.decode(String(line.dropFirst("seed ".count))),
                let seed = try? SigningSeed(bytes),
                let root = try? RootKey(origin: installation.parameters.origin, label: label, seed: seed),
                installation.roots.contains(root.verifier)
            else { continue }
            roots.append(root)
        }
        guard roots.count >= Manifest.rootsNeeded else {
            throw StartRefusal.other(
                "\(folder.path) holds \(roots.count) of this installation's root keys, and a manifest needs two",
                remedy: "bring the files root-1.txt and root-2.txt that `heed init` wrote for the safe")
        }
        return roots
    }

    private func card(_ member: PlannedForce.Member, _ officer: EnrolledOfficer) -> String {
        """
        Heed enrolment card: \(member.name), staff number \(member.person), \(member.role.rawValue)
        username          \(member.username)
        first passphrase  \(member.passphrase)
        secret code       \(officer.secretCode.grouped)
        one-time codes    \(officer.totp.secretText)
        Change the passphrase, keep the secret code on paper, burn this card.

        """
    }

    private func put(_ name: String, _ text: String) throws {
        try DataFolder.write(Array(text.utf8), to: folder.path + "/" + name)
    }
}
