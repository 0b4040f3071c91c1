import Crypto

/// The STREAM construction's unit: 64 KiB under one key, numbered, the last one marked (C2SP age, "Payload").
struct PayloadChunk {
    static let size = 64 * 1024
    static let sealedSize = size + tagSize
    static let tagSize = 16
    static let nonceSize = 16

    let key: SymmetricKey
    let number: UInt64
    let isLast: Bool

    private var nonce: [UInt8] { [0, 0, 0] + number.bigEndianBytes + [isLast ? 1 : 0] }

    func seal(_ plaintext: ArraySlice<UInt8>, into out: inout [UInt8]) throws(VaultError) {
        guard let nonce = try? ChaChaPoly.Nonce(data: self.nonce),
            let box = try? ChaChaPoly.seal(plaintext, using: key, nonce: nonce)
        else { throw .cannotSeal }
        out += box.combined.dropFirst(12)
    }

    func open(_ sealed: ArraySlice<UInt8>, into out: inout [UInt8]) throws(VaultError) {
        guard let box = try? ChaChaPoly.SealedBox(combined: nonce + sealed),
            let plaintext = try? ChaChaPoly.open(box, using: key)
        else { throw .cannotOpen }
        out += plaintext
    }
}
