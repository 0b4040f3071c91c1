package import HeedCore
import HeedLedger

/// One step, opened and checked.
package struct OpenedStep: Sendable {
    package let step: CaseStep
    /// The signed statement, word for word.
    package let statement: String
    /// SHA-256 of the statement with its signatures: what an answer commits to.
    package let digest: [UInt8]
    let record: HeedLedger.StepRecord
    let certificate: OfficerCertificate
    package let itemsRead: Set<Int>
}
