import HeedVault
import Testing

@Suite("Padding")
struct PaddingTests {
    @Test(
        "Padmé gives the published lengths",
        arguments: [
            (1, 1), (100, 104), (1000, 1024), (4097, 4352), (65537, 67584), (1_000_001, 1_015_808),
        ])
    func padme(count: Int, padded: Int) throws {
        #expect(try Padding.padme.length(for: count) == padded)
    }

    @Test("Padmé never shrinks, never adds more than 12 per cent, and its lengths stay put")
    func padmeBounds() throws {
        let outside = try (1...70_000).filter { count in
            let padded = try Padding.padme.length(for: count)
            let again = try Padding.padme.length(for: padded)
            return padded < count || padded * 100 > count * 112 || again != padded
        }
        #expect(outside == [])
    }

    @Test(
        "a text takes the first of 4, 16 and 64 KiB that holds it, then Padmé",
        arguments: [
            (0, 4096), (4096, 4096), (4097, 16384), (16384, 16384), (16385, 65536), (65536, 65536), (65537, 67584),
        ])
    func text(count: Int, padded: Int) throws {
        #expect(try Padding.text.length(for: count) == padded)
    }

    @Test("a contact is always one size, and one byte too many is refused")
    func contact() throws {
        #expect(try Padding.contact.length(for: 5) == 4096)
        #expect(try Padding.contact.length(for: 4096) == 4096)
        #expect(refused { () throws(VaultError) in try Padding.contact.length(for: 4097) } == .tooLarge)
    }
}
