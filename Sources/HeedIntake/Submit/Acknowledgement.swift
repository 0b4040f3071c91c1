import HeedVault

/// The force's answer to something sent: it is stored, durably, and here is the proof.
/// Exists only after the commit that holds the item and its pending leaf.
package struct Acknowledgement: Equatable, Unprintable, Sendable {
    package let kind: Kind
    /// The signed receipt (Docs/formats/receipt.md): a C2SP signed note, UTF-8.
    package let receipt: String
    /// The UTC day by which the entry is in the public record, `2026-11-28`.
    package let includeBy: String
    /// The UTC day from which it is worth looking again: by then it has been opened.
    package let lookAgain: String

    package enum Kind: Equatable, Sendable {
        /// A new report.
        case report
        /// The same content under the same code had been received before; this is its receipt.
        case repeated(item: Int)
        /// Other content under a code already used: an item of its own in the same thread.
        case followUp(item: Int)
    }
}
