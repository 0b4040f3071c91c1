package import HeedLedger
import HeedVault

/// Makes the key material of a whole installation. Touches no file: it returns values, and the caller writes them.
package enum Ceremony {
    /// Costs two scrypts per officer.
    /// - Throws: `KeyringError.badPlan`, or what a name or number in the plan makes a format throw.
    package static func perform(_ plan: CeremonyPlan) throws(KeyringError) -> CeremonyResult {
        try plan.check()
        let origin = plan.parameters.origin
        var keys: [NewOfficerKeys] = []
        for officer in plan.officers {
            keys.append(
                try OfficerFiles.create(
                    passphrase: officer.passphrase, secretCode: officer.secretCode, logN: plan.logN))
        }
        let recovery = RecoveryKey.generate(epoch: 1)
        var compartments: [CompartmentKey] = []
        for name in plan.compartments { compartments.append(try .generate(compartment: name, epoch: 1)) }
        let receiptSeed = SigningSeed()
        let manifest = try manifest(plan, keys, compartments, recovery, receiptSeed)
        var roots: [RootKey] = []
        for label in plan.rootLabels { roots.append(try .generate(origin: origin, label: label)) }
        let officers = try enrol(plan, keys)
        let holders = [HybridIdentity(), HybridIdentity(), HybridIdentity()]
        let holderRecipients = try vaulted { () throws(VaultError) in
            [try holders[0].recipient, try holders[1].recipient, try holders[2].recipient]
        }
        return CeremonyResult(
            parameters: plan.parameters, manifest: manifest, manifestNote: try sign(manifest, with: roots),
            officers: officers,
            compartmentFiles: try files(compartments, for: officers.map(\.certificate), manifest.recovery),
            receiptSeed: receiptSeed, roots: roots, recoveryHolders: holders,
            recoveryShares: try recovery.shares(for: holderRecipients))
    }

    /// The key files of some compartments for everyone whose certificate covers them, and for recovery.
    package static func files(
        _ compartments: [CompartmentKey], for certificates: [OfficerCertificate], _ recovery: RecoveryEpoch
    ) throws(KeyringError) -> [CompartmentFile] {
        var files: [CompartmentFile] = []
        for key in compartments {
            for certificate in certificates where certificate.covers(compartment: key.compartment) {
                files.append(
                    CompartmentFile(
                        compartment: key.compartment, epoch: key.epoch, certificate: certificate.hash,
                        file: try key.file(for: certificate)))
            }
            files.append(
                CompartmentFile(
                    compartment: key.compartment, epoch: key.epoch, certificate: nil, file: try key.file(for: recovery))
            )
        }
        return files
    }

    /// A manifest signed by root keys.
    package static func sign(_ manifest: Manifest, with roots: [RootKey]) throws(KeyringError) -> [UInt8] {
        var signatures: [NoteSignature] = []
        for root in roots { signatures.append(try root.sign(manifest.text)) }
        return try ledgered { () throws(LedgerError) in
            try SignedNote(text: manifest.text, signatures: signatures).encoded
        }
    }

    private static func manifest(
        _ plan: CeremonyPlan, _ keys: [NewOfficerKeys], _ compartments: [CompartmentKey], _ recovery: RecoveryKey,
        _ receiptSeed: SigningSeed
    ) throws(KeyringError) -> Manifest {
        let origin = plan.parameters.origin
        var epochs: [CompartmentEpoch] = []
        for key in compartments { epochs.append(try key.publicEpoch) }
        let recoveryEpoch = try recovery.publicEpoch
        return try ledgered { () throws(LedgerError) in
            var registrars: [Registrar] = []
            for (officer, keys) in zip(plan.officers, keys) where officer.isRegistrar {
                registrars.append(try Registrar(origin: origin, person: officer.person, key: keys.graveKey))
            }
            let receiptKey = try NoteSigner(name: Receipt.keyName(origin: origin), seed: receiptSeed).verifier
            return try Manifest(
                origin: origin, version: 1, previous: nil, expires: plan.manifestExpires, compartments: epochs,
                recovery: recoveryEpoch,
                receiptKeys: [ReceiptKey(verifier: receiptKey, valid: plan.receiptKeyValid)], logKey: nil,
                registrars: registrars, promises: plan.promises)
        }
    }

    private static func enrol(
        _ plan: CeremonyPlan, _ keys: [NewOfficerKeys]
    ) throws(KeyringError) -> [EnrolledOfficer] {
        let origin = plan.parameters.origin
        let registrars = zip(plan.officers, keys).filter { $0.0.isRegistrar }.prefix(
            OfficerCertificate.registrarsNeeded)
        var enrolled: [EnrolledOfficer] = []
        for (officer, keys) in zip(plan.officers, keys) {
            let (certificate, note) = try ledgered { () throws(LedgerError) in
                let certificate = try OfficerCertificate(
                    origin: origin, username: officer.username, person: officer.person, name: officer.name,
                    roles: officer.roles, compartments: officer.compartments, recipient: keys.recipient,
                    routineKey: keys.routineKey, graveKey: keys.graveKey, valid: plan.certificatesValid)
                var signatures: [NoteSignature] = []
                for (registrar, registrarKeys) in registrars {
                    let name = Registrar.keyName(origin: origin, person: registrar.person)
                    signatures.append(
                        try NoteSignature(of: certificate.text, name: name, seed: registrarKeys.grave))
                }
                return (certificate, try SignedNote(text: certificate.text, signatures: signatures).encoded)
            }
            enrolled.append(
                EnrolledOfficer(
                    certificate: certificate, certificateNote: note, files: keys.files,
                    secretCode: officer.secretCode, totp: keys.totp))
        }
        return enrolled
    }
}
