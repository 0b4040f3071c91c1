/// That something left the desk as a file for another body: to whom, what for, and which bytes exactly.
/// With the report it says all that the file is made of, so the file can be made again and compared.
package struct Disclosure: Sendable, Equatable, Codable {
    package let recipient: String
    package let purpose: String
    /// Which of the addresses go along, by their places among those that were typed, from 0.
    package let links: [Int]
    /// The day of the file, in London.
    package let day: String
    /// SHA-256 of the file, hexadecimal.
    package let sha256: String

    package init(recipient: String, purpose: String, links: [Int], day: String, sha256: String) {
        self.recipient = recipient
        self.purpose = purpose
        self.links = links
        self.day = day
        self.sha256 = sha256
    }
}
