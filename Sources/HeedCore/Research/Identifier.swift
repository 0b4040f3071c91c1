/// Something that can be looked up: a registration, a number, a name. Plain text for now, kept with the sentence it came from.
package struct Identifier: Sendable, Equatable, Codable {
    package var kind: Kind
    package var value: String
    package var source: String

    package enum Kind: String, CaseIterable, Sendable, Codable {
        case person, vehicle, phone, email, place, online, other
    }

    package init(kind: Kind, value: String, source: String) {
        self.kind = kind
        self.value = value
        self.source = source
    }
}
