import FoundationEssentials

/// The template files of some directories, by relative path without the extension: `report/check`.
enum TemplateFolder {
    private static let fileExtension = ".mustache"

    /// A name may come from one directory only: nothing is replaced in silence.
    static func read(_ directories: [String]) throws(TemplateFault) -> [String: String] {
        var texts: [String: String] = [:]
        for directory in directories {
            guard let paths = try? FileManager.default.subpathsOfDirectory(atPath: directory) else {
                throw TemplateFault(directory, .notReadable)
            }
            for path in paths where path.hasSuffix(fileExtension) {
                let name = String(path.dropLast(fileExtension.count))
                guard let data = FileManager.default.contents(atPath: directory + "/" + path),
                    let text = String(validating: data, as: UTF8.self)
                else { throw TemplateFault(name, .notReadable) }
                guard texts.updateValue(text, forKey: name) == nil else { throw TemplateFault(name, .twice) }
            }
        }
        return texts
    }
}
