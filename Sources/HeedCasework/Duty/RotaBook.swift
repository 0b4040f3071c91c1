import FoundationEssentials
package import HeedCore

/// The duty rota as a force writes it: a file of JSON, read again whenever it changes (`Docs/duty.md`).
/// Only whole and sensible ones are taken into use; a bad one is named, and the last good one stands.
package struct RotaBook: Sendable {
    /// By compartment; those without one of their own are told by that of activity.
    package let rotas: [Compartment: DutyRota]
    /// By staff number.
    package let destinations: [String: [Destination]]

    /// What is wrong with a file, in words for whoever wrote it.
    package struct Fault: Error, Equatable, CustomStringConvertible {
        package let description: String
    }

    package static let none = RotaBook(rotas: [:], destinations: [:])

    private init(rotas: [Compartment: DutyRota], destinations: [String: [Destination]]) {
        self.rotas = rotas
        self.destinations = destinations
    }

    package init(_ bytes: [UInt8]) throws(Fault) {
        let file: File
        do { file = try JSONDecoder().decode(File.self, from: Data(bytes)) } catch {
            throw Fault(description: "it is no JSON of the shape that Docs/duty.md has")
        }
        var destinations: [String: [Destination]] = [:]
        for (person, texts) in file.people {
            destinations[person] = try texts.map { text throws(Fault) in
                guard let destination = Destination(text) else {
                    throw Fault(description: "a destination of \(person) is neither mailto: nor https://")
                }
                return destination
            }
        }
        var rotas: [Compartment: DutyRota] = [:]
        for (name, team) in file.teams {
            guard let compartment = Compartment(rawValue: name) else {
                throw Fault(description: "there is no compartment \(name)")
            }
            rotas[compartment] = try team.rota()
        }
        let named = rotas.values.flatMap { $0.slots.map(\.person) + $0.supervisors }
        if let silent = named.first(where: { destinations[$0, default: []].isEmpty }) {
            throw Fault(description: "\(silent) is on the rota and has no destination")
        }
        self.init(rotas: rotas, destinations: destinations)
    }

    /// Who is told of what rings in a compartment; nil where nobody is.
    package func rota(for compartment: Compartment) -> DutyRota? { rotas[compartment] ?? rotas[.activity] }

    /// The times within so many days at which nobody is on duty, by compartment.
    package func gaps(from now: Instant, days: Int64) -> [Compartment: [Range<Instant>]] {
        rotas.mapValues { $0.gaps(from: now, until: now + days * 86_400) }.filter { !$0.value.isEmpty }
    }

    private struct File: Decodable {
        var people: [String: [String]]
        var teams: [String: Team]
    }

    private struct Team: Decodable {
        var slots: [Turn]
        var absences: [Turn]?
        var supervisors: [String]

        struct Turn: Decodable {
            var person: String
            var rung: Int?
            var from: String
            var until: String
        }

        func rota() throws(Fault) -> DutyRota {
            var turns: [DutySlot] = []
            for turn in slots {
                let (from, until) = try (Self.shown(turn.from), Self.shown(turn.until))
                guard let slot = DutySlot(person: turn.person, rung: turn.rung ?? 0, from: from, until: until) else {
                    throw Fault(description: "a turn of \(turn.person) ends before it begins")
                }
                turns.append(slot)
            }
            var away: [Absence] = []
            for turn in absences ?? [] {
                let (from, until) = try (Self.shown(turn.from), Self.shown(turn.until))
                guard
                    let absence = Absence(
                        person: turn.person, begins: LondonTime.first(from.day, from.time),
                        ends: LondonTime.last(until.day, until.time))
                else { throw Fault(description: "an absence of \(turn.person) ends before it begins") }
                away.append(absence)
            }
            guard !supervisors.isEmpty else {
                throw Fault(description: "a rota names no supervisor: nobody would be last")
            }
            return DutyRota(slots: turns, absences: away, supervisors: supervisors)
        }

        /// `2026-11-28 22:00`, by London's clocks.
        private static func shown(_ text: String) throws(Fault) -> DutySlot.Shown {
            let parts = text.split(separator: " ").map(String.init)
            guard parts.count == 2, let day = CalendarDay(iso: parts[0]), let time = TimeOfDay(parts[1]) else {
                throw Fault(description: "\"\(text)\" is not a day and a time such as 2026-11-28 22:00")
            }
            return (day, time)
        }
    }
}
