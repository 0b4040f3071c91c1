import FoundationEssentials

/// Finds a target's folder of words, templates or assets on this machine.
package enum ContentFolder {
    /// The folder is missing: says where it was looked for.
    package struct Missing: Error, CustomStringConvertible {
        package let folder: String
        package let places: [String]

        package var description: String {
            "no \(folder) at \(places.joined(separator: " or ")): "
                + "keep the .resources folders beside the program, or name a content directory in the settings"
        }
    }

    /// The target's own folder, then the content directory's where it has one: for what is laid over, not replaced.
    package static func layers(
        _ folder: String, of target: String, contentDirectory: String?
    ) throws(Missing) -> [String] {
        let base = try locate(folder, of: target)
        let top = try locate(folder, of: target, contentDirectory: contentDirectory)
        return top == base ? [base] : [base, top]
    }

    /// Looks in `<contentDirectory>/<target>/<folder>` first, then in the target's resources beside the program.
    package static func locate(
        _ folder: String, of target: String, contentDirectory: String? = nil
    ) throws(Missing) -> String {
        var places: [String] = []
        if let contentDirectory { places.append("\(contentDirectory)/\(target)/\(folder)") }
        if let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
            let beside = program.prefix(upTo: program.lastIndex(of: "/") ?? program.endIndex)
            places.append("\(beside)/heed_\(target).resources/\(folder)")
        }
        for place in places {
            var isDirectory = false
            if FileManager.default.fileExists(atPath: place, isDirectory: &isDirectory), isDirectory { return place }
        }
        throw Missing(folder: "\(target)/\(folder)", places: places)
    }
}
