import Foundation

/// The words of a text in the one form that a search compares: small letters, no accents, no apostrophes.
/// Takes any text: whatever is neither letter, digit nor mark parts words.
enum FoldedWords {
    /// Longer than any word of ours: the rest of a word is left out.
    static let longest = 32

    /// - Parameter limit: as many words as are read; the rest of the text is not.
    static func of(_ text: some StringProtocol, limit: Int = .max) -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        func keep() {
            if !word.isEmpty { words.append(String(word)) }
            word = String.UnicodeScalarView()
        }
        for scalar in String(text).decomposedStringWithCompatibilityMapping.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .format: continue
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark,
                .decimalNumber:
                guard word.count < longest else { continue }
                word.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            case _ where scalar == "'" || scalar == "’": continue
            default:
                keep()
                guard words.count < limit else { return words }
            }
        }
        keep()
        return words
    }
}
