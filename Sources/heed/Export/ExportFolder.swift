import CHardening
import Foundation
import HeedPublic

/// The folder of a copy of the guidance.
///
/// Written whole or not at all: into a new folder beside it, then exchanged for it in one step. Never over anything that no
/// export wrote. A file that says what it said stays the same file, with its time.
struct ExportFolder {
    let path: String

    /// What writing did, in files.
    struct Outcome {
        let all: Int
        /// New, or with other bytes.
        let changed: Int
        /// No longer there.
        let removed: Int
    }

    private var above: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }
    private var name: String { URL(fileURLWithPath: path).lastPathComponent }
    /// Ours by its name. What a killed export left there is thrown away by the next.
    private var fresh: String { "\(above)/.\(name).heed-export-new" }

    /// - Throws: `StartRefusal`: then the folder is as it was.
    func write(_ files: [SiteCopy.File]) throws -> Outcome {
        let folder = open(above, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw StartRefusal.missing(above) }
        defer { close(folder) }
        // One export at a time: another that is writing beside this one is waited for.
        guard flock(folder, LOCK_EX) == 0 else { throw StartRefusal.cannotWrite(above) }
        let before = try present()
        try? FileManager.default.removeItem(atPath: fresh)
        let manifest = CopyManifest(of: files)
        let changed = manifest.digests.count { before[$0.key] != $0.value }
        let removed = before.keys.count { manifest.digests[$0] == nil }
        let outcome = Outcome(all: files.count, changed: changed, removed: removed)
        if changed == 0, removed == 0, !before.isEmpty { return outcome }
        do {
            for file in files {
                try put(file, isSame: manifest.digests[file.path] == before[file.path])
            }
            try put(SiteCopy.File(path: CopyManifest.name, bytes: Array(manifest.text.utf8)), isSame: false)
            guard heed_sync_all(folder) == 0 else { throw StartRefusal.cannotWrite(path) }
            try show()
        } catch {
            try? FileManager.default.removeItem(atPath: fresh)
            throw error
        }
        return outcome
    }

    /// What an export wrote there and is there still, by path, with its digest.
    /// - Throws: `StartRefusal` for a folder with anything else in it.
    private func present() throws -> [String: String] {
        var status = stat()
        guard lstat(path, &status) == 0 else { return [:] }
        guard status.st_mode & S_IFMT == S_IFDIR,
            let top = try? FileManager.default.contentsOfDirectory(atPath: path)
        else { throw StartRefusal.notAnExport(path, holding: path) }
        guard let first = top.min() else { return [:] }
        let text = FileManager.default.contents(atPath: path + "/" + CopyManifest.name)
        guard let manifest = text.flatMap({ CopyManifest(String(decoding: $0, as: UTF8.self)) }),
            let entries = try? FileManager.default.subpathsOfDirectory(atPath: path)
        else { throw StartRefusal.notAnExport(path, holding: first) }
        let folders = Set(manifest.digests.keys.flatMap(Self.folders))
        var found: [String: String] = [:]
        for entry in entries where entry != CopyManifest.name {
            guard lstat(path + "/" + entry, &status) == 0 else { continue }
            if status.st_mode & S_IFMT == S_IFDIR, folders.contains(entry) { continue }
            guard status.st_mode & S_IFMT == S_IFREG, let known = manifest.digests[entry],
                let bytes = FileManager.default.contents(atPath: path + "/" + entry),
                CopyManifest.digest(of: [UInt8](bytes)) == known
            else { throw StartRefusal.notAnExport(path, holding: entry) }
            found[entry] = known
        }
        return found
    }

    /// The folders that a path leads through.
    private static func folders(of path: String) -> [String] {
        let parts = path.split(separator: "/")
        return (1..<max(1, parts.count)).map { parts.prefix($0).joined(separator: "/") }
    }

    /// Readable by all: a web server of another user reads it, and everything in it is public.
    private func put(_ file: SiteCopy.File, isSame: Bool) throws {
        let place = fresh + "/" + file.path
        for folder in [""] + Self.folders(of: file.path).map({ "/" + $0 }) {
            if mkdir(fresh + folder, 0o755) == 0 { chmod(fresh + folder, 0o755) }
        }
        // A second name for the same file, where the file system allows it.
        if isSame, link(path + "/" + file.path, place) == 0 { return }
        guard FileManager.default.createFile(atPath: place, contents: Data(file.bytes)), chmod(place, 0o644) == 0 else {
            throw StartRefusal.cannotWrite(place)
        }
    }

    /// Puts the new folder in the old one's place.
    private func show() throws {
        // Into a place that is free or holds an empty folder, a plain rename does.
        if rename(fresh, path) == 0 { return }
        if heed_exchange(fresh, path) != 0 {
            // A file system that cannot exchange: for a moment there is none.
            let old = fresh + "-old"
            try? FileManager.default.removeItem(atPath: old)
            guard rename(path, old) == 0 else { throw StartRefusal.cannotWrite(path) }
            guard rename(fresh, path) == 0 else {
                rename(old, path)
                throw StartRefusal.cannotWrite(path)
            }
            rename(old, fresh)
        }
        try? FileManager.default.removeItem(atPath: fresh)
    }
}

extension StartRefusal {
    /// A folder that is not to be written over.
    static func notAnExport(_ path: String, holding entry: String) -> StartRefusal {
        .other(
            "\(path) holds what no export wrote, or what was changed since: \(entry)",
            remedy: "name a new folder, or move that away")
    }
}
