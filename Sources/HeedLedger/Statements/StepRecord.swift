import HeedVault

/// The content of a sealed step record: the signed statement and the text it covers.
/// `u32be length ‖ statement ‖ text`.
package struct StepRecord: Hashable, Sendable {
    package let step: SignedStep
    /// Reasons, research or decision; any bytes.
    package let text: [UInt8]

    /// - Throws: `LedgerError.otherRecord` if the statement does not cover the text.
    package init(_ step: SignedStep, text: [UInt8]) throws(LedgerError) {
        guard step.statement.covers(text) else { throw .otherRecord }
        self.step = step
        self.text = text
    }

    package var encoded: [UInt8] {
        let statement = step.encoded
        return UInt32(statement.count).bigEndianBytes + statement + text
    }

    /// - Throws: `LedgerError.malformed(.statement)`, or `.otherRecord` if the statement does not cover the text.
    package init(parsing content: [UInt8]) throws(LedgerError) {
        guard content.count >= 4 else { throw .malformed(.statement) }
        let end = 4 + Int(UInt32(bigEndian: content[..<4]))
        guard end <= content.count else { throw .malformed(.statement) }
        try self.init(SignedStep(parsing: Array(content[4..<end])), text: Array(content[end...]))
    }
}

extension StepStatement {
    func covers(_ text: [UInt8]) -> Bool { record == Digest.sha256(text) }
}
