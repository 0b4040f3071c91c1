package import HeedCore
import HeedKeyring
import HeedLedger
import HeedSQL
import HeedStore

/// Who is on duty and what each destination is still owed, for administrators and supervisors.
/// The rota stays a file: a desk that could change who is paged would be one more way to keep an alarm quiet.
package struct DutyLook: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package struct View: Sendable {
        package let time: Instant
        /// Why the file cannot be used; nil where it is in use or there is none.
        package let fault: String?
        /// Empty while no rota is in use.
        package let teams: [Team]
        package let destinations: [Owed]
        /// By staff number.
        package let names: [String: String]
    }

    /// The rota of one team.
    package struct Team: Sendable {
        package let compartment: Compartment
        package let onDuty: [DutyRota.OnDuty]
        package let supervisors: [String]
        package let nextChange: Instant?
        package let ends: Instant?
        /// Within the next seven days.
        package let gaps: [Range<Instant>]
    }

    /// One way of reaching somebody. The address itself stays in the file.
    package struct Owed: Sendable {
        package let person: String
        package let isMail: Bool
        package let delivery: Delivery
    }

    package static let daysAhead: Int64 = 7

    /// - Parameter typed: a rota to be tried instead of the one in use.
    /// - Throws: `RotaBook.Fault` for one that cannot be used; `Refusal.notFound` for whom there is no such page.
    package func view(session: String, trying typed: String? = nil) async throws -> View {
        try await desk.asOfficer(session) { officer, _ in
            guard officer.officer.role.areas.contains(.duty) else { throw Refusal.notFound }
            let reading = desk.duty.now
            let (now, book) = (desk.clock.now(), try typed.map { try RotaBook(Array($0.utf8)) } ?? reading.book)
            let gaps = book?.gaps(from: now, days: Self.daysAhead) ?? [:]
            let teams = (book?.rotas ?? [:]).sorted { $0.key.rawValue < $1.key.rawValue }.map { compartment, rota in
                Team(
                    compartment: compartment, onDuty: rota.onDuty(at: now), supervisors: rota.supervisors,
                    nextChange: rota.nextChange(after: now), ends: rota.ends, gaps: gaps[compartment] ?? [])
            }
            let owed = (book?.destinations ?? [:]).sorted { $0.key < $1.key }.flatMap { person, destinations in
                destinations.map { Owed(person: person, destination: $0, in: reading.deliveries) }
            }
            return View(
                time: now, fault: typed == nil ? reading.fault : nil, teams: teams, destinations: owed,
                names: try await names())
        }
    }

    private func names() async throws -> [String: String] {
        let trust = desk.trust
        return try await desk.database.read { db in
            try db.officers().reduce(into: [:]) { names, account in
                guard account.isActive, let row = try db.certificate(account.certificate),
                    let officer = (try? trust.attested(row)).flatMap(Officer.init)
                else { return }
                names[officer.person] = officer.name
            }
        }
    }
}

extension DutyLook.Owed {
    fileprivate init(person: String, destination: Destination, in deliveries: [Destination: Delivery]) {
        let isMail =
            switch destination {
            case .mail: true
            case .web: false
            }
        self.init(person: person, isMail: isMail, delivery: deliveries[destination] ?? Delivery())
    }
}
