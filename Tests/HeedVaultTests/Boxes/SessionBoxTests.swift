import HeedVault
import Testing

@Suite("Session boxes")
struct SessionBoxTests {
    @Test("only the browser's ticket opens the session")
    func ticket() throws {
        let ticket = SessionTicket()
        let box = try SessionBox.seal([1, 2, 3], for: ticket)
        let returned = try SessionTicket(cookie: ticket.cookieBytes)
        #expect(returned.lookup == ticket.lookup)
        #expect(try SessionBox.open(box, with: returned) == [1, 2, 3])
        #expect(refused { () throws(VaultError) in try SessionBox.open(box, with: SessionTicket()) } == .cannotOpen)
    }

    @Test("a box moved to another session does not open, though the wrap key is the same")
    func moved() throws {
        let ticket = SessionTicket()
        let box = try SessionBox.seal([1], for: ticket)
        var cookie = ticket.cookieBytes
        cookie[0] ^= 1
        let other = try SessionTicket(cookie: cookie)
        #expect(refused { () throws(VaultError) in try SessionBox.open(box, with: other) } == .cannotOpen)
    }

    @Test("a cookie is 48 bytes")
    func length() {
        for count in [0, 47, 49] {
            let cookie = [UInt8](repeating: 1, count: count)
            #expect(refused { () throws(VaultError) in try SessionTicket(cookie: cookie) } == .malformed)
        }
    }

    @Test("the wrap is the documented one")
    func vector() throws {
        let ticket = try SessionTicket(cookie: Array(0..<48))
        #expect(Hex.encode(ticket.lookup) == "be45cb2605bf36bebde684841a28f0fd43c69850a3dce5fedba69928ee3a8991")
        let key = try BoxKey(Hex.decode("2a88caf71c678c2f4b7aacecfef78500b85e2e95b1370895bd83add699523806"))
        let box = try SessionBox.seal([7], for: ticket)
        #expect(try SealedBox.open(box, key: key, associated: ticket.lookup) == [7])
    }
}
