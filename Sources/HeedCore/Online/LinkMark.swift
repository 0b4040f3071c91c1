/// An address as eight bytes, by which a desk notices that it was reported before: the beginning of the SHA-256 of its plain form.
/// Kept sealed only, since whoever has such a mark in clear can try addresses. Two that are equal are a hint, never a finding.
package struct LinkMark: Sendable, Hashable {
    package let value: UInt64

    /// The most that one report's card holds.
    package static let most = 10

    package init(value: UInt64) { self.value = value }
}
