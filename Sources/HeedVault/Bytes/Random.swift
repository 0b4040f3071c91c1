import Crypto

/// Bytes from the operating system's generator.
package enum Random {
    /// `count` bytes nobody can predict; `count` is at least 1.
    package static func bytes(_ count: Int) -> [UInt8] {
        SymmetricKey(size: SymmetricKeySize(bitCount: count * 8)).withUnsafeBytes { Array($0) }
    }
}
