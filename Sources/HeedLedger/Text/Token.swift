/// The spelling rules that the text formats share.
/// All work on bytes: `String` equality would let two spellings of one letter pass for each other.
package enum Token {
    /// One to 64 of `A-Z a-z 0-9 . _ -`: usernames, staff numbers, compartments, verbs.
    package static func isWord(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    /// One to 128 bytes of printable ASCII without a space at either end: role titles in statements.
    package static func isASCIIPhrase(_ text: String) -> Bool {
        isPhrase(text) && text.utf8.allSatisfy { $0 < 0x7f }
    }

    /// One to 128 bytes of UTF-8 without control characters and without a space at either end: names of people.
    package static func isPhrase(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard (1...128).contains(bytes.count), bytes.first != 0x20, bytes.last != 0x20 else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            scalar.value >= 0x20 && !(0x7f...0x9f).contains(scalar.value)
                && scalar.value != 0x2028 && scalar.value != 0x2029
        }
    }

    /// A log origin: a scheme-less URL prefix of printable ASCII without space or plus.
    package static func isOrigin(_ text: String) -> Bool {
        (1...255).contains(text.utf8.count)
            && text.utf8.allSatisfy { (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "+") }
    }

    /// A decimal number from 0 to 2^53 without sign or leading zero.
    package static func number(_ text: some StringProtocol) -> Int? {
        let digits = Array(text.utf8)
        guard (1...16).contains(digits.count), digits.count == 1 || digits[0] != UInt8(ascii: "0") else { return nil }
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value <= 1 << 53 ? value : nil
    }
}
