import Foundation
import HeedCasework
import HeedContent
import HeedCore
import HeedIntake
import HeedLedger
import HeedSQL
import HeedStore
import Logging

/// What a look over an installation found, check by check. Changes nothing but the manifest pin it keeps like any process.
struct Examination {
    let folder: DataFolder

    struct Finding: Sendable {
        let check: String
        let isWell: Bool
        /// What is so, or what is wrong and what to do.
        let detail: String
    }

    func run() async throws -> [Finding] {
        let installation: Installation
        do { installation = try await Installation.open(folder) } catch {
            return [Finding(check: "installation", isWell: false, detail: "\(error)")]
        }
        var findings = [Finding(check: "installation", isWell: true, detail: folder.path)]
        findings.append(
            await check("passphrase cost") {
                guard installation.settings.scryptLogN >= 17 || installation.settings.isDemonstration else {
                    throw StartRefusal.weakScrypt(installation.settings.scryptLogN)
                }
                return "2^\(installation.settings.scryptLogN)"
            })
        findings.append(
            await check("form keys in memory") {
                let directory = installation.settings.runDirectory
                guard FormKeyFile.isInMemory(directory) else { throw StartRefusal.runDirectory(directory) }
                return directory
            })
        findings.append(
            await check("swap") { Hardening.isSwapOn ? "on: memory has to be lockable" : "off" })
        for role in ServiceRole.allCases {
            findings.append(
                await check("\(role.rawValue): keys, store") {
                    let wiring = try await Wiring(installation, role: role, logger: RoleProcess.logger(role))
                    let durability = try await wiring.database.durability()
                    await wiring.database.close()
                    return "manifest \(wiring.manifest.version), store \(durability)"
                })
        }
        findings.append(await check("pages") { try pages(of: installation) })
        findings.append(await check("bank holidays") { try holidays(at: installation.clock.now()) })
        findings.append(await check("duty") { try duty(of: installation) })
        findings.append(await check("languages") { try languages(of: installation) })
        findings.append(await check("form") { try await self.form(of: installation) })
        findings.append(await check("feedback") { try await FeedbackLook(installation: installation).report() })
        findings.append(await check("audit") { try await self.audit(of: installation) })
        return findings
    }

    /// Pages past their review, and facts whose day is over, want their owner.
    private func pages(of installation: Installation) throws -> String {
        let content: SiteContent
        do { content = try SiteContent(installation.settings) } catch let fault as ContentFault {
            throw StartRefusal.other("\(fault)", remedy: "mend the file; Docs/pages.md says how pages are written")
        }
        let due = content.due(on: CalendarDay(installation.clock.now()))
        guard due.isEmpty else {
            throw StartRefusal.other(
                due.map(\.description).joined(separator: "; "),
                remedy: "have the owner look at the page, then write the new dates in its head")
        }
        let shelf = content.shelf
        return "\(shelf.codes.map { shelf.pages(in: $0).count }.reduce(0, +)), none due for review"
    }

    /// Past the end of the list every day counts as a working day: clocks ring too early, and an advisor promises too little.
    private func holidays(at now: Instant) throws -> String {
        let list = BankHolidays.published
        guard !list.isRunningOut(on: CalendarDay(now)) else {
            throw StartRefusal.other(
                "the list of bank holidays ends on \(list.known.upperBound.iso)",
                remedy: "install a version with a longer list, while there is time")
        }
        return "known until \(list.known.upperBound.iso)"
    }

    /// Who is told outside the desk, and when nobody is.
    private func duty(of installation: Installation) throws -> String {
        let path = installation.settings.dutyRota
        guard !path.isEmpty else { return "no rota: nobody is told outside the desk (`duty.rota`, Docs/duty.md)" }
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw StartRefusal.other("the rota \(path) cannot be read", remedy: "let the desk's account read it")
        }
        let book: RotaBook
        do { book = try RotaBook([UInt8](bytes)) } catch {
            throw StartRefusal.other("the rota cannot be used: \(error)", remedy: "mend it; Docs/duty.md has its shape")
        }
        let gaps = book.gaps(from: installation.clock.now(), days: 7)
        guard !gaps.isEmpty else { return "somebody is on duty for the next 7 days" }
        let teams = gaps.map { "\($0.value.count) for \($0.key.rawValue)" }.sorted().joined(separator: ", ")
        return "times with nobody on duty in the next 7 days, when supervisors are told: \(teams)"
    }

    private func languages(of installation: Installation) throws -> String {
        try ReviewedLanguages(
            languages: SiteContent(installation.settings).catalogue.languages,
            isDemonstration: installation.settings.isDemonstration
        ).report()
    }

    private func form(of installation: Installation) async throws -> String {
        let wiring = try await Wiring(installation, role: .intake, logger: RoleProcess.logger(.intake))
        let gate = FormGate(try wiring.intake())
        var closed: [String] = []
        for kind in ReportKind.allCases {
            do { try await gate.check(kind) } catch {
                // A force may leave out a service; without these two there is none.
                guard kind != .activity, kind != .online else {
                    await wiring.database.close()
                    throw StartRefusal.other(
                        "the form for \(kind.rawValue) is closed: \(error)", remedy: "see the checks above")
                }
                closed.append(kind.rawValue)
            }
        }
        await wiring.database.close()
        guard !closed.isEmpty else { return "open, for every kind" }
        return "open; closed for \(closed.joined(separator: ", ")), whose key nobody holds (`heed compartment add`)"
    }

    private func audit(of installation: Installation) async throws -> String {
        let database = try installation.database(for: .desk)
        let report = try await AuditVerifier().verify(database)
        await database.close()
        if let fault = report.faults.first {
            throw StartRefusal.other("\(fault)", remedy: "keep the database as it is and tell the auditor")
        }
        return "intact, \(report.rows) rows"
    }

    private func check(_ name: String, _ body: () async throws -> String) async -> Finding {
        do { return Finding(check: name, isWell: true, detail: try await body()) } catch let refusal as StartRefusal {
            return Finding(check: name, isWell: false, detail: "\(refusal)")
        } catch {
            return Finding(check: name, isWell: false, detail: "could not be checked: \(type(of: error))")
        }
    }
}
