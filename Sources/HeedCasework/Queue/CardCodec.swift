package import HeedCore

/// A queue card as bytes, version 5 (`Docs/formats/card.md`): a head of fixed size, then strings, then marks of addresses.
/// Reading the head costs no allocation of strings. A card of version 4 is read too: it has no marks. Anything else is nil.
package enum CardCodec {
    package static let version: UInt8 = 5
    /// As version 5, without the marks of addresses.
    static let withoutLinks: UInt8 = 4
    static let headSize = 109
    /// The most bytes of an officer's gist that a card holds: all cards fit one padded KiB, so their sizes say nothing.
    static let gistLimit = 400

    package static func encode(_ card: Card) -> [UInt8] {
        var writer = ByteWriter()
        let head = card.head
        writer.byte(version)
        writer.byte(stateNumber(card.state))
        writer.byte(card.cues.rawValue)
        writer.byte(flags(of: card))
        writer.byte(UInt8(Card.Length.allCases.firstIndex(of: card.length) ?? 0))
        writer.byte(priorityNumber(card.priority))
        writer.number(UInt16(clamping: card.unopenedItems))
        writer.number(card.times.received.milliseconds)
        writer.number(card.times.opened?.milliseconds ?? .min)
        writer.number(card.times.waiting?.milliseconds ?? .min)
        writer.number(head.holder?.value ?? 0)
        writer.number(head.waiting?.value ?? 0)
        writer.byte(kindNumber(card.kind))
        writer.number(card.times.followUp?.milliseconds ?? .min)
        writer.number(card.likeness.parts)
        writer.number(card.likeness.exact)
        writer.number(card.times.since?.milliseconds ?? .min)
        writer.number(card.times.locked?.milliseconds ?? .min)
        writer.number(card.times.notice?.milliseconds ?? .min)
        writer.number(card.times.asked?.milliseconds ?? .min)
        writer.number(card.times.answer?.milliseconds ?? .min)
        writer.text(card.language, limit: 35)
        writer.text(card.holder?.username ?? "", limit: 64)
        writer.text(card.holder?.person ?? "", limit: 64)
        writer.text(card.waitingPerson ?? "", limit: 64)
        writer.text(card.gist, limit: gistLimit)
        let signs = card.signs.sorted().prefix(16)
        writer.byte(UInt8(signs.count))
        for sign in signs { writer.text(sign, limit: 8) }
        let links = (card.links ?? []).prefix(LinkMark.most)
        writer.byte(UInt8(links.count))
        for link in links { writer.number(link.value) }
        return writer.bytes
    }

    package static func head(of bytes: [UInt8]) -> CardHead? {
        guard bytes.count >= headSize, [version, withoutLinks].contains(bytes[0]), let state = state(bytes[1]) else {
            return nil
        }
        var reader = ByteReader(bytes, at: 6)
        let unopened: UInt16 = reader.number()
        let received: Int64 = reader.number()
        let opened: Int64 = reader.number()
        let waiting: Int64 = reader.number()
        let holder: UInt64 = reader.number()
        let waitingFor: UInt64 = reader.number()
        guard let kind = kind(reader.byte()) else { return nil }
        let followUp: Int64 = reader.number()
        let parts: UInt64 = reader.number()
        let exact: UInt32 = reader.number()
        let since: Int64 = reader.number()
        let locked: Int64 = reader.number()
        let notice: Int64 = reader.number()
        let asked: Int64 = reader.number()
        let answer: Int64 = reader.number()
        return CardHead(
            kind: kind, state: state,
            times: CaseTimes(
                received: Instant(milliseconds: received), followUp: instant(followUp), opened: instant(opened),
                waiting: instant(waiting), since: instant(since), locked: instant(locked),
                notice: instant(notice), asked: instant(asked), answer: instant(answer)),
            cues: Cues(rawValue: bytes[2]), isSetAside: bytes[3] & 1 != 0, unopenedItems: Int(unopened),
            holder: PersonKey(value: holder), waiting: PersonKey(value: waitingFor),
            priority: priority(bytes[5]), likeness: Likeness(parts: parts, exact: exact))
    }

    package static func decode(_ bytes: [UInt8]) -> Card? {
        guard let head = head(of: bytes), Int(bytes[4]) < Card.Length.allCases.count else { return nil }
        var reader = ByteReader(bytes, at: headSize)
        let language = reader.text()
        let username = reader.text()
        let person = reader.text()
        let waitingPerson = reader.text()
        let gist = reader.text()
        let signs = (0..<Int(reader.byte())).map { _ in reader.text() }
        let links =
            bytes[0] == withoutLinks ? nil : (0..<Int(reader.byte())).map { _ in LinkMark(value: reader.number()) }
        guard reader.isAtEnd else { return nil }
        return Card(
            kind: head.kind, state: head.state, times: head.times, cues: head.cues, signs: Set(signs),
            language: language,
            length: Card.Length.allCases[Int(bytes[4])], lane: lane(bytes[3]), isSetAside: head.isSetAside,
            holder: person.isEmpty ? nil : CaseFacts.Holder(username: username, person: person),
            unopenedItems: head.unopenedItems, waitingPerson: waitingPerson.isEmpty ? nil : waitingPerson, gist: gist,
            priority: head.priority, likeness: head.likeness, links: links)
    }

    // Numbers are append-only: a card written yesterday is read today.
    private static let states: [CaseState] = [
        .received, .opened, .triaged, .researched, .proposed, .authorised, .actedFirst, .noActionProposed, .decided,
        .closed, .assessed, .forwarded, .screened, .weighed, .handedOff, .supported, .policeLed, .exited, .reviewed,
        .booked, .held,
    ]
    private static let kinds: [ReportKind] = [.activity, .online, .prevent, .protect, .engagement, .general]
    private static let priorities: [TriageAssessment.Priority] = [.high, .medium, .low]

    private static func stateNumber(_ state: CaseState) -> UInt8 { UInt8(states.firstIndex(of: state)!) }
    private static func state(_ number: UInt8) -> CaseState? {
        Int(number) < states.count ? states[Int(number)] : nil
    }

    private static func kindNumber(_ kind: ReportKind) -> UInt8 { UInt8(kinds.firstIndex(of: kind)!) }
    private static func kind(_ number: UInt8) -> ReportKind? {
        Int(number) < kinds.count ? kinds[Int(number)] : nil
    }

    private static func priorityNumber(_ priority: TriageAssessment.Priority?) -> UInt8 {
        priority.flatMap { priorities.firstIndex(of: $0) }.map { UInt8($0 + 1) } ?? 0
    }
    private static func priority(_ number: UInt8) -> TriageAssessment.Priority? {
        (1...priorities.count).contains(Int(number)) ? priorities[Int(number) - 1] : nil
    }

    private static func flags(of card: Card) -> UInt8 {
        (card.isSetAside ? 1 : 0) | (card.lane.contains(.trap) ? 2 : 0) | (card.lane.contains(.quick) ? 4 : 0)
    }
    private static func lane(_ flags: UInt8) -> Set<LaneSignal> {
        var lane: Set<LaneSignal> = []
        if flags & 2 != 0 { lane.insert(.trap) }
        if flags & 4 != 0 { lane.insert(.quick) }
        return lane
    }

    private static func instant(_ milliseconds: Int64) -> Instant? {
        milliseconds == .min ? nil : Instant(milliseconds: milliseconds)
    }
}
