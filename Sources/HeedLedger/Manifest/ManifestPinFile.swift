import Glibc

/// Where a process keeps its manifest pin: one small file outside database and backups.
/// Replaced whole: after a crash it holds the old pin or the new one, never part of one.
package struct ManifestPinFile: Sendable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// Nil when the file does not exist: a process that has seen no manifest yet.
    /// - Throws: `LedgerError.pinFile` when it cannot be read, `.malformed(.manifestPin)` when it is damaged.
    package func load() throws(LedgerError) -> ManifestPin? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw .pinFile(errno)
        }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: 1_024)
        let count = read(file, &bytes, bytes.count)
        guard count >= 0 else { throw .pinFile(errno) }
        return try ManifestPin(parsing: Array(bytes[..<count]))
    }

    /// Checks a manifest against the file and raises the pin before returning, so nothing acts on a manifest that the
    /// next start would not remember.
    /// - Throws: `LedgerError`, from the file or from `ManifestPin.accepting`.
    @discardableResult
    package func accept(_ manifest: Manifest) throws(LedgerError) -> ManifestPin {
        let held = try load()
        let pin = try held?.accepting(manifest) ?? ManifestPin(manifest)
        if pin != held { try save(pin) }
        return pin
    }

    /// Writes a temporary file, syncs it, renames it over the old one and syncs the directory.
    /// Does not compare versions: `accept` does.
    package func save(_ pin: ManifestPin) throws(LedgerError) {
        let temporary = path + ".new"
        let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .pinFile(errno) }
        let bytes = pin.encoded
        let written = write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
        let failure = errno
        guard close(file) == 0, written else { throw .pinFile(failure) }
        guard rename(temporary, path) == 0 else { throw .pinFile(errno) }
        let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "."
        let directory = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw .pinFile(errno) }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw .pinFile(errno) }
    }
}
