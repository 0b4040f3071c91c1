import FoundationEssentials
import HTTPTypes
package import HummingbirdCore

/// The files a site serves as they are: styles, the little script, documents. Read once at start.
///
/// An address holds a hash of the content, so it may be kept for a year and never goes stale. No directory walk at run
/// time, fixed content types: an address is looked up in a table or does not exist.
package struct Assets: Sendable {
    /// Every asset's address starts with this.
    package static let prefix = "/assets/"

    private var addresses: [String: String] = [:]
    private var files: [String: KeptAnswer] = [:]

    package init() {}

    /// Names are paths relative to the directory. A file of an unknown type is refused.
    /// - Parameter leavingOut: says of a name that it is not served as it is.
    package init(
        directory: String, leavingOut: (String) -> Bool = { _ in false }
    ) throws(StartupRefusal) {
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
            if !leavingOut(path) { try add([UInt8](bytes), named: path) }
        }
    }

    package mutating func add(_ bytes: [UInt8], named name: String) throws(StartupRefusal) {
        guard let type = AssetType.of(name) else {
            throw StartupRefusal(
                "The asset \(name) has no known type", remedy: "Add its type to AssetType or take it away")
        }
        let file = KeptAnswer(bytes, contentType: type, keeping: .forever)
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let address = Self.prefix + name[..<dot] + "-" + file.hash + name[dot...]
        addresses[name] = address
        files[address] = file
    }

    /// The address of an asset, for a link: `/assets/site-3f2a….css`.
    package func path(_ name: String) -> String? { addresses[name] }

    /// The answer to a GET or HEAD of an asset's address, nil where there is no such asset.
    package func response(to request: Request) -> Response? {
        files[request.uri.path]?.response(to: request)
    }

    /// The same with a listener's table of fields on every answer.
    func under(_ policy: HeaderPolicy) -> Assets {
        var assets = self
        assets.files = files.mapValues { $0.under(policy) }
        return assets
    }

    /// The file at an address.
    func answer(at path: String) -> KeptAnswer? { files[path] }

    /// Every file with its address, for a copy of the site.
    package var answers: [String: KeptAnswer] { files }

    /// Names under which files were added.
    package var names: Set<String> { Set(addresses.keys) }
}
