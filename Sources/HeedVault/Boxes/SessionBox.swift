/// An unlocked officer's keys between requests, sealed under a key that only the browser holds.
///
/// Bound to its session by the associated data ``SessionTicket/lookup``.
package enum SessionBox {
    package static func seal(_ state: [UInt8], for ticket: SessionTicket) throws(VaultError) -> [UInt8] {
        try SealedBox.seal(state, key: ticket.key, associated: ticket.lookup)
    }

    package static func open(_ box: [UInt8], with ticket: SessionTicket) throws(VaultError) -> [UInt8] {
        try SealedBox.open(box, key: ticket.key, associated: ticket.lookup)
    }
}
