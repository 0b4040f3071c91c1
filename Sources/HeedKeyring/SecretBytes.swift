import Crypto
import Glibc
import HeedVault

/// Secret bytes of any length on their way between a file and the keys made from it; wiped when released.
struct SecretBytes: Unprintable, Sendable {
    private let key: SymmetricKey

    /// Takes the bytes over and wipes the array.
    init(wiping bytes: inout [UInt8]) {
        key = SymmetricKey(data: bytes)
        bytes.wipe()
    }

    /// A copy for one call; the copy is wiped after it.
    func withBytes<R: ~Copyable, E: Error>(_ body: ([UInt8]) throws(E) -> R) throws(E) -> R {
        var copy = key.withUnsafeBytes { Array($0) }
        defer { copy.wipe() }
        return try body(copy)
    }
}

extension [UInt8] {
    /// Overwrites the bytes, in a way that the optimiser does not remove. Copies made elsewhere are not reached.
    mutating func wipe() {
        withUnsafeMutableBytes { buffer in
            if let base = buffer.baseAddress { explicit_bzero(base, buffer.count) }
        }
        removeAll()
    }
}
