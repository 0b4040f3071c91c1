import HeedCore
import HeedKeyring
import HeedStore
import HeedVault

extension UnlockedOfficer {
    /// A card's bytes; nil where it does not open for this officer: another compartment, thread or version.
    func cardBytes(in row: ExtractRow) -> [UInt8]? {
        guard let key = key(of: row.compartment, epoch: row.epoch), let version = UInt32(exactly: row.version) else {
            return nil
        }
        return try? ExtractBox.open(row.box, key: key.extractKey, thread: row.thread, version: version)
    }

    func card(in row: ExtractRow) -> Card? { cardBytes(in: row).flatMap(CardCodec.decode) }
}
