import FoundationEssentials

extension Markup {
    /// A fragment of a page that the project's own build wrote to a file, such as a booklet as HTML.
    /// Refused, since it would be shown as it is: anything that runs, loads, styles or asks.
    /// - Returns: nil where there is no such file.
    package init?(file: String) throws(StartupRefusal) {
        guard FileManager.default.fileExists(atPath: file) else { return nil }
        guard let data = FileManager.default.contents(atPath: file),
            let text = String(validating: data, as: UTF8.self)
        else { throw StartupRefusal("\(file) cannot be read as text", remedy: "Build it anew with `make media`") }
        guard text.lowercased().firstMatch(of: Self.refused) == nil else {
            throw StartupRefusal(
                "\(file) holds markup that no page of this site has", remedy: "Build it anew with `make media`")
        }
        self.init(html: text)
    }

    private static var refused: Regex<Substring> {
        /<(?:script|style|iframe|object|embed|form|input|link|meta|base|img|audio)\b|\s(?:on[a-z]+|style|srcdoc)\s*=|javascript:/
    }
}
