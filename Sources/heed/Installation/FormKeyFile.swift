import Foundation
import HeedCore
import HeedVault

/// The form keys of a node, kept in memory-backed storage: forms survive a restart of the server, not of the machine.
/// The folder is this user's alone, and must be in memory: a disk would keep what forms were sealed with.
struct FormKeyFile: Sendable {
    private let path: String

    /// - Throws: `StartRefusal.runDirectory` if the folder cannot be made this user's alone.
    init(directory: String, role: ServiceRole) throws {
        path = directory + "/\(role.rawValue).form-keys"
        Self.create(directory)
        var status = stat()
        guard lstat(directory, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == geteuid(),
            status.st_mode & 0o077 == 0
        else { throw StartRefusal.runDirectory(directory) }
    }

    /// Closed to others from its first moment: roles start at once, and each looks at a folder that another may just be making.
    private static func create(_ directory: String) {
        guard mkdir(directory, 0o700) != 0, errno == ENOENT else { return }
        let above = URL(fileURLWithPath: directory).deletingLastPathComponent()
        try? FileManager.default.createDirectory(at: above, withIntermediateDirectories: true)
        mkdir(directory, 0o700)
    }

    /// Whether the folder's file system keeps its files in memory.
    static func isInMemory(_ directory: String) -> Bool {
        guard let table = try? String(contentsOfFile: "/proc/mounts", encoding: .utf8) else { return false }
        let mounts = table.split(separator: "\n").map { $0.split(separator: " ") }.filter { $0.count > 2 }
        // The deepest mount that holds the folder; the later of two on one place covers the earlier.
        let holding = mounts.filter { directory == $0[1] || directory.hasPrefix($0[1] == "/" ? "/" : $0[1] + "/") }
        guard let deepest = holding.map(\.[1].count).max(), let mount = holding.last(where: { $0[1].count == deepest })
        else { return false }
        return ["tmpfs", "ramfs"].contains(mount[2])
    }

    /// The live keys for `now`, with a new one for its day if there is none; the file is written before they are used.
    func load(at now: Instant) throws -> FormKeys {
        let day = FormKeys.day(unixSeconds: now.seconds)
        let kept = FileManager.default.contents(atPath: path).flatMap { try? FormKeys(file: [UInt8]($0)) }
        let keys = (kept ?? FormKeys(day: day)).rotated(to: day)
        try DataFolder.write(keys.fileBytes, to: path)
        return keys
    }
}
