/// A finished leaf that waits for its batch. Carries no thread id: nothing in the store joins the two.
package struct PendingLeafRow: Sendable, Equatable {
    package var t: [UInt8]
    package var entry: [UInt8]
    package var kind: Int
    package var cohort: Int
    package var saltKind: [UInt8]
    package var commitmentBody: [UInt8]
    package var releaseBatch: Int

    package init(
        t: [UInt8], entry: [UInt8], kind: Int, cohort: Int, saltKind: [UInt8], commitmentBody: [UInt8],
        releaseBatch: Int
    ) {
        self.t = t
        self.entry = entry
        self.kind = kind
        self.cohort = cohort
        self.saltKind = saltKind
        self.commitmentBody = commitmentBody
        self.releaseBatch = releaseBatch
    }
}
