import HeedVault
import HeedWeb

/// The boxed code: in fours, and letter by letter for those who hear it.
struct CodeBlock {
    private let code: ReporterCode
    private let noteKey: String

    init(_ code: ReporterCode, noteKey: String) {
        self.code = code
        self.noteKey = noteKey
    }

    func fill(_ model: inout PageModel, titleKey: String, _ speech: Speech) {
        model["codeTitle"] = speech.text(titleKey)
        model["codeNote"] = speech.text(noteKey)
        let places = code.groups.indices
        model["codeGroups"] = places.map { TextView(Stencil.gap("group-\($0)")) }
        model["codeLines"] = places.map { TextView(Stencil.gap("line-\($0)")) }
    }

    func own(_ speech: Speech) -> [String: Stencil.Filling] {
        let groups = code.groups
        var own: [String: Stencil.Filling] = [:]
        for (place, group) in groups.enumerated() {
            own["group-\(place)"] = .text(place < groups.count - 1 ? group + "-" : group)
            own["line-\(place)"] = .text(group.map { speech.spoken[$0] ?? "" }.joined(separator: ", "))
        }
        return own
    }
}
