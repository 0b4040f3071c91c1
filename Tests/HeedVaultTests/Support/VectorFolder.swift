import Foundation

/// A folder of published test vectors, kept beside the package and not in it.
struct VectorFolder {
    let url: URL

    init(_ name: String) {
        let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        url = package.appending(path: "../shared/vectors/\(name)").standardizedFileURL
    }

    var isThere: Bool { FileManager.default.fileExists(atPath: url.path) }

    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }

    func bytes(_ name: String) throws -> [UInt8] { try Array(Data(contentsOf: url.appending(path: name))) }
}
