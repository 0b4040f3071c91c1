import FoundationEssentials
import HeedWeb

/// The one style sheet of the public site.
enum StyleSheet {
    static let name = "site.css"

    static func read(_ folder: String) throws(StartupRefusal) -> [UInt8] {
        guard let bytes = FileManager.default.contents(atPath: folder + "/" + name) else {
            throw StartupRefusal("The style sheet \(folder)/\(name) cannot be read", remedy: "Put it there")
        }
        return [UInt8](bytes)
    }
}
