import Foundation

/// What is given under one heading of the settings, as text and whatever its source: flags, then the environment, then
/// `heed.json`. Finds also what nobody asks for, and values of another kind than a text, so that neither is passed over.
struct GivenSettings {
    let flags: [String: String]
    var environment = ProcessInfo.processInfo.environment
    /// The settings file, as it lies there.
    let file: [String: Any]

    init(flags: [String: String], file path: String) {
        self.flags = flags
        let bytes = FileManager.default.contents(atPath: path)
        file = bytes.flatMap { try? JSONSerialization.jsonObject(with: $0) as? [String: Any] } ?? [:]
    }

    /// - Parameter known: keys that there are; a variable of the environment is told by its name, in which a dot and a hyphen
    ///   are one.
    /// - Returns: by key without the heading. What is known to nobody is there under the name it was given.
    func under(_ heading: String, known: [String]) -> [String: String] {
        var given: [String: String] = [:]
        Self.collect(file[heading], "", &given)
        let prefix = Self.variable(heading) + "_"
        let names = Dictionary(known.map { (prefix + Self.variable($0, prefix: ""), $0) }) { first, _ in first }
        for (name, value) in environment where name.hasPrefix(prefix) { given[names[name] ?? name] = value }
        for (key, value) in flags where key.hasPrefix(heading + ".") {
            given[String(key.dropFirst(heading.count + 1))] = value
        }
        return given
    }

    private static func collect(_ value: Any?, _ key: String, _ given: inout [String: String]) {
        switch value {
        case nil: return
        case let values as [String: Any]:
            for (name, value) in values { collect(value, key.isEmpty ? name : "\(key).\(name)", &given) }
        case let text as String: given[key] = text
        case let other?: given[key] = "\(other)"
        }
    }

    private static func variable(_ key: String, prefix: String = "HEED_") -> String {
        prefix + key.uppercased().map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
    }
}
