import HeedLedger
import HeedVault
import Testing

@testable import HeedKeyring

@Suite struct CeremonyTests {
    static func officer(
        _ username: String, _ person: String, _ compartments: [String], registrar: Bool = false
    ) throws -> PlannedOfficer {
        try PlannedOfficer(
            username: username, person: person, name: "Example \(username)",
            roles: [OfficerRole(number: 1, title: "Officer")], compartments: compartments, isRegistrar: registrar,
            passphrase: "passphrase of \(username)")
    }

    static func plan(_ officers: [PlannedOfficer], roots: [String] = ["1", "2"]) throws -> CeremonyPlan {
        try CeremonyPlan(
            parameters: LedgerParameters(
                origin: Fixture.origin, instance: Instance(origin: Fixture.origin).id, t0: 1_783_036_800),
            officers: officers, rootLabels: roots, manifestExpires: #require(UTCDate("2027-11-22")),
            certificatesValid: BatchRange(first: 0, last: 1_000), receiptKeyValid: BatchRange(first: 0, last: 400),
            logN: Fixture.logN)
    }

    static func officers() throws -> [PlannedOfficer] {
        try [
            officer("asta", "1001", ["activity", "source"], registrar: true),
            officer("bo", "1002", ["activity", "online", "prevent", "protect"], registrar: true),
            officer("cy", "1003", ["audit"]), officer("di", "1004", ["feedback"]),
        ]
    }

    @Test("a new installation can receive a report, open it, sign a decision and prove each key")
    func wholeInstallation() async throws {
        let made = try Ceremony.perform(Self.plan(Self.officers()))
        let manifest = try Manifest.verified(
            made.manifestNote, origin: Fixture.origin, roots: made.roots.map(\.verifier))
        #expect(manifest == made.manifest)
        let activity = try #require(manifest.current("activity"))
        let sealed = try AgeSealer.seal(
            Array("a report".utf8), to: [activity.recipient, manifest.recovery.recipient])

        let asta = made.officers[0]
        let certificate = try OfficerCertificate.verified(asta.certificateNote, under: manifest, at: 145)
        let unlocked = try await OfficerUnlock(gate: ScryptGate(), logN: Fixture.logN).routine(
            file: asta.files.routine,
            credentials: Fixture.credentials("passphrase of asta", asta.secretCode, asta.totp),
            unixSeconds: Fixture.now, lastStep: nil)
        try unlocked.check(against: certificate)
        let row = try #require(
            made.compartmentFiles.first { $0.compartment == "activity" && $0.certificate == certificate.hash })
        let key = try CompartmentKey.open(row.file, with: unlocked.identity, expecting: activity)
        #expect(try AgeOpener.open(sealed, with: [key.identity]) == Array("a report".utf8))

        let keys = SessionKeys(unlocked, compartments: [key])
        let statement = try Fixture.statement()
        let step = try SignedStep(statement, signatures: [keys.sign(statement, certificate: certificate)])
        let signers = try step.verify(
            thread: statement.thread, item: 0, record: [1], needs: .routine, certificates: [certificate],
            manifest: manifest)
        #expect(signers == [certificate])

        let receiptSigner = try NoteSigner(name: Receipt.keyName(origin: Fixture.origin), seed: made.receiptSeed)
        #expect(manifest.receiptKeys.map(\.verifier) == [receiptSigner.verifier])

        let share = made.recoveryShares[2]
        let recovery = try RecoveryKey.open(
            share.file, outer: made.recoveryHolders[share.outer - 1], inner: made.recoveryHolders[share.inner - 1],
            expecting: manifest.recovery)
        #expect(try AgeOpener.open(sealed, with: [recovery.identity]) == Array("a report".utf8))
    }

    @Test("each officer gets the files of the compartments in their certificate, and recovery gets all")
    func needToKnow() throws {
        let made = try Ceremony.perform(Self.plan(Self.officers()))
        for officer in made.officers {
            let held = made.compartmentFiles.filter { $0.certificate == officer.certificate.hash }
            #expect(held.map(\.compartment).sorted() == officer.certificate.compartments)
        }
        let recovery = made.compartmentFiles.filter { $0.certificate == nil }.map(\.compartment)
        #expect(recovery.sorted() == CeremonyPlan.shippedCompartments.sorted())
    }

    @Test("two grave signatures of two of its officers authorise; the proposer's alone do not")
    func dualControl() async throws {
        let made = try Ceremony.perform(Self.plan(Self.officers()))
        let (asta, bo) = (made.officers[0], made.officers[1])
        let unlock = OfficerUnlock(gate: ScryptGate(), logN: Fixture.logN)
        let thread = ThreadHandle(ledgerKey: .random())
        let statement = try StepStatement(
            origin: Fixture.origin, thread: thread, item: 0, verb: "authorised", batch: 145,
            role: OfficerRole(number: 1, title: "Officer"), recordText: [1], cosigner: bo.certificate.hash)
        var signatures: [StepSignature] = []
        for (officer, word) in [(asta, "asta"), (bo, "bo")] {
            let grave = try await unlock.grave(
                file: officer.files.grave,
                credentials: Fixture.credentials("passphrase of \(word)", officer.secretCode, officer.totp),
                unixSeconds: Fixture.now, lastStep: nil)
            signatures.append(try grave.sign(statement, certificate: officer.certificate))
        }
        func verify(_ step: SignedStep) throws -> [OfficerCertificate] {
            try step.verify(
                thread: thread, item: 0, record: [1], needs: .twoGrave,
                certificates: made.officers.map(\.certificate), manifest: made.manifest)
        }
        #expect(try verify(SignedStep(statement, signatures: signatures)).map(\.username) == ["asta", "bo"])
        #expect(throws: LedgerError.wrongSignatureKind) {
            try verify(SignedStep(statement, signatures: [signatures[0]]))
        }
    }

    @Test("a compartment added later is named by the next manifest and held by those whose certificate names it")
    func adding() throws {
        let all = CeremonyPlan.shippedCompartments.filter { $0 != "feedback" }
        let plan = try Self.plan(Self.officers())
        let old = try Ceremony.perform(
            CeremonyPlan(
                parameters: plan.parameters, compartments: all,
                officers: Self.officers().filter { $0.username != "di" }, manifestExpires: plan.manifestExpires,
                certificatesValid: plan.certificatesValid, receiptKeyValid: plan.receiptKeyValid, logN: Fixture.logN))
        let (reader, _) = try Fixture.officer()
        let certificate = try Fixture.certificate(reader, "di", compartments: ["feedback"])
        let certificates = old.officers.map(\.certificate) + [certificate]
        let added = try Ceremony.add("feedback", to: old.manifest, for: certificates, roots: old.roots)
        let manifest = try Manifest.verified(
            added.manifestNote, origin: Fixture.origin, roots: old.roots.map(\.verifier))
        #expect(manifest.version == 2)
        #expect(throws: Never.self) { try ManifestPin(old.manifest).accepting(manifest) }
        #expect(Set(old.manifest.compartments).isSubset(of: manifest.compartments))
        #expect(added.files.map(\.certificate) == [certificate.hash, nil])
        #expect(manifest.current("feedback")?.epoch == 1)
        #expect(throws: KeyringError.badPlan) {
            try Ceremony.add("activity", to: old.manifest, for: certificates, roots: old.roots)
        }
        #expect(throws: KeyringError.badPlan) {
            try Ceremony.add("feedback", to: old.manifest, for: old.officers.map(\.certificate), roots: old.roots)
        }
        #expect(throws: KeyringError.badPlan) {
            try Ceremony.add("feedback", to: old.manifest, for: certificates, roots: [old.roots[0]])
        }
    }

    @Test("a plan that could not work is refused before any key is made")
    func badPlans() throws {
        let good = try Self.officers()
        let compartments = CeremonyPlan.shippedCompartments
        let plans = try [
            Self.plan(good, roots: ["1"]), Self.plan(good, roots: ["1", "1"]),
            Self.plan([Self.officer("asta", "1001", compartments, registrar: true)]),
            Self.plan([
                Self.officer("asta", "1001", compartments, registrar: true),
                Self.officer("asta2", "1001", compartments, registrar: true),
            ]),
            Self.plan(good + [good[0]]), Self.plan(good.filter { $0.username != "cy" }),
            Self.plan(good + [Self.officer("ed", "1005", ["unheard-of"])]),
        ]
        for plan in plans {
            #expect(throws: KeyringError.badPlan) { try Ceremony.perform(plan) }
        }
    }
}
