import FoundationEssentials
import HTTPTypes
package import HummingbirdCore

/// The files a site serves as they are: styles, the little script, documents. Read once at start.
///
/// An address holds a hash of the content, so it may be kept for a year and never goes stale. No ranges, no directory
/// walk at run time, fixed content types: an address is looked up in a table or does not exist.
package struct Assets: Sendable {
    /// Every asset's address starts with this.
    package static let prefix = "/assets/"

    private var addresses: [String: String] = [:]
    private var files: [String: AssetFile] = [:]

    package init() {}

    /// Names are paths relative to the directory. A file of an unknown type is refused.
    package init(directory: String) throws(StartupRefusal) {
        guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: directory) else {
            throw StartupRefusal("The assets at \(directory) cannot be read", remedy: "Put the Assets folder there")
        }
        for path in paths.sorted() where !path.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
            var isDirectory = false
            let full = directory + "/" + path
            guard FileManager.default.fileExists(atPath: full, isDirectory: &isDirectory), !isDirectory else {
                continue
            }
            guard let bytes = FileManager.default.contents(atPath: full) else {
                throw StartupRefusal("The asset \(full) cannot be read", remedy: "Let the service's account read it")
            }
            try add([UInt8](bytes), named: path)
        }
    }

    package mutating func add(_ bytes: [UInt8], named name: String) throws(StartupRefusal) {
        guard let type = AssetFile.contentType(of: name) else {
            throw StartupRefusal(
                "The asset \(name) has no known type", remedy: "Add its type to AssetFile.types or take it away")
        }
        let file = AssetFile(bytes: bytes, contentType: type)
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let address = Self.prefix + name[..<dot] + "-" + file.hash + name[dot...]
        addresses[name] = address
        files[address] = file
    }

    /// The address of an asset, for a link: `/assets/site-3f2a….css`.
    package func path(_ name: String) -> String? { addresses[name] }

    /// The answer to a GET or HEAD of an asset's address, nil where there is no such asset.
    package func response(to request: Request) -> Response? {
        guard let file = files[request.uri.path] else { return nil }
        return file.response(ifNoneMatch: request.headers[.ifNoneMatch], hasBody: request.method == .get)
    }
}
