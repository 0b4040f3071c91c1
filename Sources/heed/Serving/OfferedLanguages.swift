import HeedContent

/// The languages a site offers, by the settings.
/// Guarantees: a name in the settings is a language of the catalogue, and an equal language is offered; otherwise refuses.
struct OfferedLanguages {
    let settings: Settings

    func choose(from catalogue: Catalogue) throws(StartRefusal) -> Catalogue {
        let known = Set(catalogue.languages.map(\.code))
        let named = Set(settings.languages + settings.equalLanguages)
        guard named.isSubset(of: known) else {
            throw .other(
                "there are no words in \(named.subtracting(known).sorted().joined(separator: ", "))",
                remedy: "name languages of \(known.sorted().joined(separator: ", "))")
        }
        let wanted = settings.languages.isEmpty ? known : named
        let offered = catalogue.languages.filter {
            wanted.contains($0.code) && ($0.isReviewed || settings.offersUnreviewed)
        }
        let missing = Set(settings.equalLanguages).subtracting(offered.map(\.code))
        guard missing.isEmpty else {
            throw .other(
                "\(missing.sorted().joined(separator: ", ")) is to stand equal, and nobody has reviewed its words",
                remedy: "have them reviewed and say so in its language.json, or set languages.unreviewed")
        }
        return catalogue.offering(Set(offered.map(\.code)))
    }
}
