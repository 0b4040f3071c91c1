import HeedCore
import Testing

@Suite("How fast an alarm climbs, as a force has it")
struct ClimbSettingsTests {
    @Test("what is set is taken, what is not stays, and what would leave nobody told is refused")
    func set() throws {
        #expect(try ClimbSettings([:]) == .standard)
        #expect(try ClimbSettings(["rota": "/etc/heed/rota.json"]) == .standard)
        let set = try ClimbSettings(["climb-after": "2m", "repeat-every": "10m"])
        #expect(set.climbAfter == 120 && set.repeatEvery == 600 && set.hold == ClimbSettings.standard.hold)
        for text in ["0m", "61m", "2h", "1wd", "same-day", "soon"] {
            #expect((try? ClimbSettings(["climb-after": text])) == nil, "\(text)")
        }
    }
}
