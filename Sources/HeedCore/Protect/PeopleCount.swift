/// How many people somebody says can come.
package enum PeopleCount {
    /// The one number in what was typed, with or without commas. Nil where there is none, or more than one: a guess would
    /// put a place into a tier.
    package static func read(_ text: String) -> Int? {
        let plain = text.filter { $0 != "," }
        let runs = plain.split { !($0.isASCII && $0.isNumber) }
        guard runs.count == 1, runs[0].count <= 7 else { return nil }
        return Int(runs[0])
    }
}
