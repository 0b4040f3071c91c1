import HeedVault

/// The vault's error for `work`, or nil if it succeeded.
func refused<T>(_ work: () throws(VaultError) -> T) -> VaultError? {
    do {
        _ = try work()
        return nil
    } catch {
        return error
    }
}
