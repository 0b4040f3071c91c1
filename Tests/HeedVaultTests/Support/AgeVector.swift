import HeedVault

/// One file of the C2SP/CCTV age vectors: lines of `name: value`, an empty line, the age file.
struct AgeVector {
    let expected: String
    /// SHA-256, lower hex, of the plaintext that may be given out; absent when nothing may.
    let payload: String?
    let identities: [any AgeIdentity]
    let file: [UInt8]

    init(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        var expected = ""
        var payload: String?
        var identities: [any AgeIdentity] = []
        var compressed = false
        while let feed = rest.firstIndex(of: UInt8(ascii: "\n")) {
            let line = String(decoding: rest[..<feed], as: UTF8.self)
            rest = rest[(feed + 1)...]
            guard let colon = line.firstIndex(of: ":") else { break }
            let value = String(line[line.index(colon, offsetBy: 2)...])
            switch line[..<colon] {
            case "expect": expected = value
            case "payload": payload = value
            case "passphrase": identities.append(PassphraseIdentity(Array(value.utf8)))
            case "identity" where value.hasPrefix("AGE-SECRET-KEY-PQ-"):
                identities.append(try HybridIdentity(secretText: value))
            case "identity": identities.append(try X25519Identity(secretText: value))
            case "compressed": compressed = true
            default: break
            }
        }
        self.expected = expected
        self.payload = payload
        self.identities = identities
        file = compressed ? Inflate.zlib(Array(rest)) : Array(rest)
    }

    /// What the vault makes of the file: the error, and the SHA-256 of what it gave out.
    func outcome(pieces: Int) -> (error: VaultError?, payload: String) {
        var opener = AgeOpener(with: identities)
        var digest = RunningDigest()
        do throws(VaultError) {
            var start = 0
            while start < file.count {
                let end = min(start + pieces, file.count)
                digest.update(try opener.update(Array(file[start..<end])))
                start = end
            }
            digest.update(try opener.finish())
            return (nil, Hex.encode(digest.value()))
        } catch {
            return (error, Hex.encode(digest.value()))
        }
    }
}
