import Foundation
import HeedCore

/// Where an installation keeps what it keeps.
/// One place knows the names; the folder and what is in it are readable by its owner only.
struct DataFolder: Sendable {
    let path: String

    init(_ path: String) { self.path = URL(fileURLWithPath: path).standardizedFileURL.path }

    /// What a force set.
    var settings: String { path + "/heed.json" }
    /// The current key manifest, a signed note.
    var manifest: String { path + "/keys/manifest.note" }
    /// The verify keys of the roots that may sign a manifest, one line each.
    var roots: String { path + "/keys/roots.vkeys" }
    /// The highest manifest this process has seen. Outside the database and never in a backup.
    func manifestPin(of role: ServiceRole) -> String { path + "/pins/\(role.rawValue).manifest" }
    /// The receipt key's seed. Never backed up.
    var receiptSeed: String { path + "/keys/receipt.seed" }
    var database: String { path + "/store/heed.sqlite" }
    /// Parameters of the ledger, fixed at `heed init`.
    var parameters: String { path + "/keys/ledger.params" }
    /// The demonstration's way in, written by `heed demo` only.
    var demonstrationOfficers: String { path + "/demo-officers.json" }

    var exists: Bool { FileManager.default.fileExists(atPath: path) }
    var isInstallation: Bool { FileManager.default.fileExists(atPath: manifest) }
    var isEmpty: Bool { (try? FileManager.default.contentsOfDirectory(atPath: path).isEmpty) ?? true }

    /// A folder in memory, told apart by what it serves: `/dev/shm/heed-<digits>`.
    var defaultRunDirectory: String {
        // FNV-1a: a name, not a secret.
        let name = path.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return "/dev/shm/heed-" + String(name, radix: 16)
    }

    /// Makes only the folder itself, closed to everybody else.
    func createAlone() throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    }

    /// Makes the folders, closed to everybody else.
    func create() throws {
        for folder in [path, path + "/keys", path + "/store", path + "/pins"] {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
    }

    /// Writes a file that only its owner can read: whole, then durable, then visible.
    static func write(_ bytes: [UInt8], to path: String) throws {
        let part = path + ".part"
        let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StartRefusal.cannotWrite(path) }
        defer { close(descriptor) }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress! + written, bytes.count - written)
            }
            guard count > 0 else { throw StartRefusal.cannotWrite(path) }
            written += count
        }
        guard fsync(descriptor) == 0, rename(part, path) == 0 else { throw StartRefusal.cannotWrite(path) }
    }

    static func read(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else { throw StartRefusal.missing(path) }
        return [UInt8](data)
    }
}
