import HeedVault

extension SignedStep {
    /// Checks that this step was taken on this thread and item, over this text, by officers whose certificates counted
    /// in its batch. Run again wherever a step has an effect: a stored flag proves nothing.
    /// - Parameters:
    ///   - record: the text that follows the statement in the step record.
    ///   - certificates: each from `OfficerCertificate.attested` or `.verified`.
    /// - Returns: the signers' certificates, first signer first.
    /// - Throws: `LedgerError`: `.otherOrigin`, `.otherThread`, `.otherRecord`, `.wrongSignatureKind`,
    ///   `.unknownCertificate`, `.notValidAtBatch`, `.revoked`, `.roleNotCertified`, `.badSignature`, `.samePerson`.
    @discardableResult
    package func verify(
        thread: ThreadHandle, item: Int, record: [UInt8], needs requirement: StepRequirement,
        certificates: [OfficerCertificate], manifest: Manifest
    ) throws(LedgerError) -> [OfficerCertificate] {
        guard statement.origin == manifest.origin else { throw .otherOrigin }
        guard statement.thread == thread, statement.item == item else { throw .otherThread }
        guard statement.covers(record) else { throw .otherRecord }
        let needed = requirement.atLeast(for: statement.verb)
        guard signatures.map(\.kind) == needed.kinds, (statement.cosigner != nil) == (needed == .twoGrave) else {
            throw .wrongSignatureKind
        }
        var signers: [OfficerCertificate] = []
        for signature in signatures {
            signers.append(try signature.verify(statement, certificates: certificates, manifest: manifest))
        }
        guard signers[0].holds(role: statement.role.number) else { throw .roleNotCertified }
        guard Set(signers.map(\.person)).count == signers.count,
            Set(signers.map(\.graveKey)).count == signers.count
        else { throw .samePerson }
        return signers
    }
}

extension StepSignature {
    fileprivate func verify(
        _ statement: StepStatement, certificates: [OfficerCertificate], manifest: Manifest
    ) throws(LedgerError) -> OfficerCertificate {
        guard let signer = certificates.first(where: { $0.hash == certificate }) else { throw .unknownCertificate }
        guard signer.origin == manifest.origin else { throw .otherOrigin }
        try manifest.checkUsable(signer, at: statement.batch)
        let key = kind == .routine ? signer.routineKey : signer.graveKey
        guard key.accepts(signature, for: statement.text) else { throw .badSignature }
        return signer
    }
}
