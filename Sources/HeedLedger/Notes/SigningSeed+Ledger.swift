import HeedVault

extension SigningSeed {
    var ledgerVerifyKey: VerifyKey {
        get throws(LedgerError) {
            do { return try verifyKey } catch { throw .cannotSign }
        }
    }

    func ledgerSignature(of message: [UInt8]) throws(LedgerError) -> [UInt8] {
        do { return try sign(message) } catch { throw .cannotSign }
    }
}
