import Crypto
import CryptoExtras
import HeedVault
import Testing

@Suite("Passphrase files")
struct PassphraseTests {
    let code = SecretCode.issue()

    @Test("both halves together open the file, neither alone")
    func halves() throws {
        let file = try PassphraseFile.seal([1, 2, 3], passphrase: Passphrase("otter", secretCode: code), logN: 10)
        #expect(try PassphraseFile.open(file, passphrase: Passphrase("otter", secretCode: code)) == [1, 2, 3])
        let wrong = [
            Passphrase("otter", secretCode: .issue()), Passphrase("Otter", secretCode: code),
            Passphrase("", secretCode: code),
        ]
        for passphrase in wrong {
            #expect(
                refused { () throws(VaultError) in try PassphraseFile.open(file, passphrase: passphrase) }
                    == .cannotOpen)
        }
    }

    @Test("an accent opens however the keyboard sends it")
    func normalised() throws {
        let file = try PassphraseFile.seal([9], passphrase: Passphrase("cafe\u{301}", secretCode: code), logN: 10)
        #expect(try PassphraseFile.open(file, passphrase: Passphrase("caf\u{E9}", secretCode: code)) == [9])
    }

    @Test("it is an age file whose passphrase is the passphrase, a hyphen and the symbols")
    func isAnAgeFile() throws {
        let file = try PassphraseFile.seal([9], passphrase: Passphrase("otter", secretCode: code), logN: 10)
        let identity = PassphraseIdentity(Array("otter-\(code.symbols)".utf8))
        #expect(try AgeOpener.open(file, with: [identity]) == [9])
    }

    @Test("a file that asks for more work than allowed is refused before the work")
    func work() throws {
        let passphrase = Passphrase("otter", secretCode: code)
        let file = try PassphraseFile.seal([9], passphrase: passphrase, logN: 11)
        let error = refused { () throws(VaultError) in
            try PassphraseFile.open(file, passphrase: passphrase, maximumLogN: 10)
        }
        #expect(error == .malformed)
        for logN in [0, 23, -1] {
            let error = refused { () throws(VaultError) in
                try PassphraseFile.seal([9], passphrase: passphrase, logN: logN)
            }
            #expect(error == .cannotSeal)
        }
    }

    @Test("a passphrase seals alone, and kinds of recipients are never mixed")
    func alone() throws {
        let passphrase = try PassphraseRecipient([1], logN: 10)
        let hybrid = try HybridIdentity().recipient
        let classical = try X25519Identity().recipient
        let mixes: [[any AgeRecipient]] = [
            [], [passphrase, passphrase], [passphrase, hybrid], [classical, hybrid], [classical, passphrase],
        ]
        for mix in mixes {
            #expect(refused { () throws(VaultError) in try AgeSealer.seal([1], to: mix) } == .refusedRecipients)
        }
    }

    @Test("RFC 7914, section 12, second and third vectors, through the library used")
    func published() throws {
        let second = try KDF.Scrypt.deriveKey(
            from: Array("password".utf8), salt: Array("NaCl".utf8), outputByteCount: 64, rounds: 1024, blockSize: 8,
            parallelism: 16)
        #expect(
            Hex.encode(second.withUnsafeBytes { Array($0) })
                == "fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830da"
                + "c727afb94a83ee6d8360cbdfa2cc0640")
        let third = try KDF.Scrypt.deriveKey(
            from: Array("pleaseletmein".utf8), salt: Array("SodiumChloride".utf8), outputByteCount: 64,
            rounds: 16384, blockSize: 8, parallelism: 1)
        #expect(
            Hex.encode(third.withUnsafeBytes { Array($0) })
                == "7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9"
                + "e61e85dc0d651e40dfcf017b45575887")
    }
}
