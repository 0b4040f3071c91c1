import HeedWeb

/// The parts that a page may call for with `::name`: templates in `Templates/parts`, with what they need to know.
struct GuidanceParts: Sendable {
    let pages: Pages

    /// Nil for a part that is not there.
    func markup(_ name: String, _ speech: Speech) throws -> Markup? {
        guard let model = model(name, speech) else { return nil }
        return try pages.part("parts/" + name, model, speech)
    }

    private func model(_ name: String, _ speech: Speech) -> [String: Any]? {
        switch name {
        case "signs": ["signs": SignView.all(speech)]
        default: nil
        }
    }
}
