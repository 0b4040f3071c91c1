import Foundation

/// One line of `manifest.json` in an exchange folder: a file, what opens it, and what must come out.
struct InteropFile: Codable {
    let file: String
    /// `x25519`, `scrypt` or `hybrid`.
    let kind: String
    /// The secret key as age writes it, or the passphrase.
    let secret: String
    /// The public key as age writes it; absent for a passphrase.
    let recipient: String?
    let size: Int
    /// Lower hex.
    let sha256: String

    static func folder(_ variable: String) -> URL? {
        ProcessInfo.processInfo.environment[variable].map { URL(filePath: $0, directoryHint: .isDirectory) }
    }

    static func read(_ folder: URL) throws -> [InteropFile] {
        try JSONDecoder().decode([InteropFile].self, from: Data(contentsOf: folder.appending(path: "manifest.json")))
    }

    static func write(_ files: [InteropFile], to folder: URL) throws {
        try JSONEncoder().encode(files).write(to: folder.appending(path: "manifest.json"))
    }
}
