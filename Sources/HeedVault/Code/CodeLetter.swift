/// A symbol of a code with its word for reading out: ICAO/NATO spelling for letters, plain words for digits.
package struct CodeLetter: Equatable, Sendable {
    package let symbol: Character
    package let word: String

    private static let words: [Character: String] = [
        "0": "Zero", "1": "One", "2": "Two", "3": "Three", "4": "Four", "5": "Five", "6": "Six", "7": "Seven",
        "8": "Eight", "9": "Nine", "A": "Alfa", "B": "Bravo", "C": "Charlie", "D": "Delta", "E": "Echo",
        "F": "Foxtrot", "G": "Golf", "H": "Hotel", "J": "Juliett", "K": "Kilo", "M": "Mike", "N": "November",
        "P": "Papa", "Q": "Quebec", "R": "Romeo", "S": "Sierra", "T": "Tango", "V": "Victor", "W": "Whiskey",
        "X": "X-ray", "Y": "Yankee", "Z": "Zulu",
    ]

    /// One for each symbol that a code can hold.
    package static var all: [CodeLetter] { words.keys.map(CodeLetter.init) }

    init(_ symbol: Character) {
        self.symbol = symbol
        word = Self.words[symbol] ?? String(symbol)
    }
}
