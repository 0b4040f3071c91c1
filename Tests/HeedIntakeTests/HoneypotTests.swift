import HeedCore
import HeedIntake
import Testing

@Suite("What machines leave behind")
struct HoneypotTests {
    let issued = Instant(seconds: 1_000)

    @Test("a filled trap and an instant return are signals")
    func signals() {
        #expect(Honeypot.signals(trap: "http://buy", issued: issued, returned: issued + 1) == [.trap, .quick])
        #expect(Honeypot.signals(trap: "", issued: issued, returned: issued + 4) == [.quick])
        #expect(Honeypot.signals(trap: "x", issued: nil, returned: issued) == [.trap])
    }

    @Test("a person who takes their time gives none")
    func none() {
        #expect(Honeypot.signals(trap: "", issued: issued, returned: issued + 5) == [])
        #expect(Honeypot.signals(trap: "", issued: issued, returned: issued + 86_400) == [])
    }

    @Test("a clock that went back, or an unknown start, is no signal")
    func unknown() {
        #expect(Honeypot.signals(trap: "", issued: issued, returned: Instant(seconds: 1)) == [])
        #expect(Honeypot.signals(trap: "", issued: nil, returned: issued) == [])
    }
}
