import Crypto

/// The one-use key under which a stanza of type X25519 or scrypt holds the file key.
///
/// ChaCha20-Poly1305 with an all-zero nonce, as age has it: each wrap key seals once.
struct WrapKey {
    static let sealedSize = FileKey.size + 16
    private static let nonce = [UInt8](repeating: 0, count: 12)
    private let key: SymmetricKey

    init(_ key: SymmetricKey) { self.key = key }

    func seal(_ fileKey: FileKey) throws(VaultError) -> [UInt8] {
        try fileKey.withBytes { bytes throws(VaultError) in
            guard let nonce = try? ChaChaPoly.Nonce(data: Self.nonce),
                let box = try? ChaChaPoly.seal(bytes, using: key, nonce: nonce)
            else { throw .cannotSeal }
            return Array(box.combined.dropFirst(Self.nonce.count))
        }
    }

    func open(_ body: [UInt8]) -> FileKey? {
        guard let box = try? ChaChaPoly.SealedBox(combined: Self.nonce + body),
            let bytes = try? ChaChaPoly.open(box, using: key)
        else { return nil }
        return FileKey(bytes)
    }
}
