package import HeedCore

/// An action that two persons signed.
package struct Released: Sendable, Equatable {
    package let proposal: Proposal
    package let proposer: String
    package let authoriser: String
    package let until: Instant
}
