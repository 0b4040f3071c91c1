import HeedVault

@testable import HeedLedger

/// The worked example that every format document uses.
enum Vector {
    static let origin = "tips.example.org/ledger"
    static let instance = bytes("99da060ef42e3642b7d6c1eab226ee43ebaf8dd89c05099d745b7a1316c3f4cb")
    static let ledgerKey = bytes("8a582abfcfbc9b1dce4a74388fc42352d5ae6ecc9ae5e3c462292556998f0470")
    static let t0 = 1_783_036_800
    static let detail = Digest.sha256(Array("heed/v1/envelope".utf8) + [0] + [UInt8](repeating: 0, count: 64))

    static func bytes(_ hex: String) -> [UInt8] {
        guard let bytes = try? Hex.decode(hex) else { preconditionFailure("a vector is not hexadecimal") }
        return bytes
    }

    static func parameters() throws -> LedgerParameters {
        try LedgerParameters(origin: origin, instance: instance, t0: t0)
    }

    static func leaf() throws -> Leaf {
        let key = try LeafKey(ledgerKey: LedgerKey(ledgerKey), item: 0, kind: .received)
        return try Leaf(key: key, cohort: 20, detail: detail)
    }
}
