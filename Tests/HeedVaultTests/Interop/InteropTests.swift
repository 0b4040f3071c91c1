import Foundation
import HeedVault
import Testing

/// Files cross to other programs and back; `Tests/Interop` holds the other half.
@Suite("Exchange with other age programs")
struct InteropTests {
    static let out = InteropFile.folder("HEED_INTEROP_DIR")
    static let incoming = InteropFile.folder("HEED_INTEROP_IN")
    static let sizes = [0, 1, 4096, 65_535, 65_536, 65_537, 200_000]

    @Test("files for other programs to open are written", .enabled(if: out != nil, "HEED_INTEROP_DIR is not set"))
    func write() throws {
        let folder = try #require(Self.out)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var files: [InteropFile] = []
        for (place, size) in Self.sizes.enumerated() {
            let plaintext = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ place) }
            let classical = X25519Identity()
            files.append(
                try file(
                    "x25519", plaintext, secret: classical.secretText, recipient: classical.recipient.text,
                    sealed: AgeSealer.seal(plaintext, to: [classical.recipient, X25519Identity().recipient]),
                    in: folder))
            let hybrid = HybridIdentity()
            let object = try SealedObject.seal(plaintext, to: [HybridIdentity().recipient, hybrid.recipient])
            files.append(
                try file(
                    "hybrid", plaintext, secret: hybrid.secretText, recipient: hybrid.recipient.text,
                    sealed: object.header + object.payload, in: folder))
            let code = SecretCode.issue()
            let passphrase = Passphrase("zażółć", secretCode: code)
            let logN = size == 4096 ? PassphraseFile.standardLogN : 10
            files.append(
                try file(
                    "scrypt", plaintext, secret: "zażółć-\(code.symbols)", recipient: nil,
                    sealed: PassphraseFile.seal(plaintext, passphrase: passphrase, logN: logN), in: folder))
        }
        try InteropFile.write(files, to: folder)
    }

    @Test("files that other programs wrote open here", .enabled(if: incoming != nil, "HEED_INTEROP_IN is not set"))
    func read() throws {
        let folder = try #require(Self.incoming)
        let files = try InteropFile.read(folder)
        for file in files {
            let identity: any AgeIdentity =
                switch file.kind {
                case "x25519": try X25519Identity(secretText: file.secret)
                case "hybrid": try HybridIdentity(secretText: file.secret)
                default: PassphraseIdentity(Array(file.secret.utf8), maximumLogN: 22)
                }
            let bytes = [UInt8](try Data(contentsOf: folder.appending(path: file.file)))
            let plaintext = try AgeOpener.open(bytes, with: [identity])
            #expect(plaintext.count == file.size, "\(file.file)")
            #expect(Hex.encode(Digest.sha256(plaintext)) == file.sha256, "\(file.file)")
        }
        let kinds = Set(files.map(\.kind))
        #expect(kinds == ["x25519", "hybrid", "scrypt"])
        print("exchange: \(files.count) foreign files opened")
    }

    private func file(
        _ kind: String, _ plaintext: [UInt8], secret: String, recipient: String?, sealed: [UInt8], in folder: URL
    ) throws -> InteropFile {
        let name = "\(kind)-\(plaintext.count).age"
        try Data(sealed).write(to: folder.appending(path: name))
        return InteropFile(
            file: name, kind: kind, secret: secret, recipient: recipient, size: plaintext.count,
            sha256: Hex.encode(Digest.sha256(plaintext)))
    }
}
