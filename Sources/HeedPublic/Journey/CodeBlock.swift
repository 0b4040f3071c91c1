import HeedVault

/// The boxed code: in fours, and letter by letter for those who hear it.
struct CodeBlock {
    private let code: ReporterCode
    private let noteKey: String

    init(_ code: ReporterCode, noteKey: String) {
        self.code = code
        self.noteKey = noteKey
    }

    func fill(_ model: inout PageModel, titleKey: String, _ speech: Speech) {
        let groups = code.groups
        model["codeTitle"] = speech.text(titleKey)
        model["codeNote"] = speech.text(noteKey)
        model["codeGroups"] = groups.enumerated().map { TextView($1 + ($0 < groups.count - 1 ? "-" : "")) }
        let letters = code.symbols.map { speech.spoken[$0] ?? "" }
        model["codeLines"] = stride(from: 0, to: letters.count, by: 4).map {
            TextView(letters[$0..<min($0 + 4, letters.count)].joined(separator: ", "))
        }
    }
}
