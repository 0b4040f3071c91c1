import FoundationEssentials
import Testing

@testable import HeedLedger

@Suite struct ManifestPinTests {
    let force: Force

    init() throws { force = try Force() }

    @Test("a lower manifest is refused, whoever signed it")
    func rollback() throws {
        let first = try force.manifest()
        let second = try force.manifest(version: 2, previous: first.hash)
        let pin = try ManifestPin(first).accepting(second)
        #expect(pin.version == 2)
        #expect(throws: LedgerError.manifestRolledBack) { try pin.accepting(first) }
        #expect(try pin.accepting(second) == pin)
    }

    @Test("another manifest of the same version, or a successor of another one, is refused")
    func fork() throws {
        let first = try force.manifest()
        let pin = ManifestPin(first)
        let twin = try force.manifest(revoked: [Revocation(certificate: Vector.detail, from: 1)])
        let stray = try force.manifest(version: 2, previous: twin.hash)
        #expect(throws: LedgerError.manifestForked) { try pin.accepting(twin) }
        #expect(throws: LedgerError.manifestForked) { try pin.accepting(stray) }
    }

    @Test("the file remembers across starts, and an old manifest stays refused")
    func file() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "heed-pin-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "pin").path
        #expect(try ManifestPinFile(path: path).load() == nil)
        let first = try force.manifest()
        let second = try force.manifest(version: 2, previous: first.hash)
        try ManifestPinFile(path: path).accept(second)
        #expect(try ManifestPinFile(path: path).load() == ManifestPin(second))
        #expect(throws: LedgerError.manifestRolledBack) { try ManifestPinFile(path: path).accept(first) }
        try Data("heed-manifest-pin/v1\nversion 2\n".utf8).write(to: URL(filePath: path))
        #expect(throws: LedgerError.malformed(.manifestPin)) { try ManifestPinFile(path: path).accept(second) }
    }

    @Test("a place that cannot be written is an error, not a pin forgotten")
    func unwritable() throws {
        let file = ManifestPinFile(path: "/proc/no-such-folder/pin")
        #expect(throws: LedgerError.pinFile(2)) { try file.accept(force.manifest()) }
    }
}
