import HeedVault

/// A step statement with its one or two signatures.
/// With a cosigner named and one signature it is a step that waits for its second person; `verify` refuses it.
package struct SignedStep: Hashable, Sendable {
    package let statement: StepStatement
    /// One or two, first signer first.
    package let signatures: [StepSignature]

    /// - Throws: `LedgerError.wrongSignatureKind` for none, for more than two, or for two where no cosigner is named
    ///   or the second is not the cosigner.
    package init(_ statement: StepStatement, signatures: [StepSignature]) throws(LedgerError) {
        guard (1...2).contains(signatures.count),
            signatures.count == 1 || signatures[1].certificate == statement.cosigner
        else { throw .wrongSignatureKind }
        self.statement = statement
        self.signatures = signatures
    }

    package var encoded: [UInt8] {
        statement.text + signatures.flatMap { Array($0.line.utf8) }
    }

    /// SHA-256 of the encoded statement with its signatures: what the `opened` or `decided` leaf commits to.
    package var digest: [UInt8] { Digest.sha256(encoded) }

    /// - Throws: `LedgerError.malformed(.statement)` unless the bytes are exactly what `encoded` writes.
    package init(parsing bytes: [UInt8]) throws(LedgerError) {
        var reader = try LineReader(bytes, .statement)
        let statement = try StepStatement(&reader)
        var signatures: [StepSignature] = []
        while let field = reader.optionalField("sig") { signatures.append(try StepSignature(field, reader)) }
        try reader.end()
        guard let step = try? SignedStep(statement, signatures: signatures), step.encoded == bytes else {
            throw reader.failure
        }
        self = step
    }
}
