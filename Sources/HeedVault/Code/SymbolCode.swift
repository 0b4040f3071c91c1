import Crypto

/// A secret of 112 random bits that people carry: printed, read out, typed back.
///
/// Never shown by accident; ``grouped`` and ``letters`` show it on purpose.
package protocol SymbolCode: Unprintable, Sendable, Equatable {
    init(secret: CodeBytes)
    var secret: CodeBytes { get }
}

/// The 14 bytes of a code, wiped when released, compared in constant time.
package struct CodeBytes: Unprintable, Sendable, Equatable {
    private let key: SymmetricKey

    init(_ bytes: [UInt8]) { key = SymmetricKey(data: bytes) }

    var bytes: [UInt8] { key.withUnsafeBytes { Array($0) } }
}

extension SymbolCode {
    /// A fresh one.
    package static func issue() -> Self { Self(secret: CodeBytes(Random.bytes(CodeSymbols.byteCount))) }

    /// From its 14 bytes; `notACode` otherwise.
    package init(bytes: [UInt8]) throws(VaultError) {
        guard bytes.count == CodeSymbols.byteCount else { throw .notACode }
        self.init(secret: CodeBytes(bytes))
    }

    /// From what somebody typed. `notACode` and `checkFailed` are both decided without asking any store.
    package init(typed text: String) throws(VaultError) {
        try self.init(bytes: CodeSymbols.decode(text))
    }

    /// The 14 secret bytes.
    package var bytes: [UInt8] { secret.bytes }

    /// 24 upper-case symbols, no hyphens.
    package var symbols: String { CodeSymbols.encode(secret.bytes) }

    /// Six groups of four.
    package var groups: [String] {
        let symbols = Array(symbols)
        return stride(from: 0, to: symbols.count, by: 4).map { String(symbols[$0..<$0 + 4]) }
    }

    /// The groups with hyphens between them, as printed.
    package var grouped: String { groups.joined(separator: "-") }

    /// Each symbol with the word that says it on the telephone.
    package var letters: [CodeLetter] { symbols.map(CodeLetter.init) }
}
