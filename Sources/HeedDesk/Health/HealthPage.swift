import HeedCasework
import HeedCore
import HeedIntake
import HeedWeb
import Hummingbird

/// Whether the parts work, and whose certificates end: all that an administrator sees. No report, no count of any.
struct HealthPage: Sendable {
    let desk: Desk
    let intake: Intake
    let pages: Pages
    private var speech: Speech { pages.speech }

    struct Part: Sendable {
        let name: String
        let state: String
        let isWell: Bool
    }

    struct AccountView: Sendable {
        let username: String
        let state: String
    }

    func show(_ visit: Visit) async throws -> Response {
        let accounts = try await HealthLook(desk).accounts(session: visit.session)
        let store = await HealthLook(desk).isWell()
        let form = await formRefusal()
        var model = PageModel(title: speech.title("desk-health.topic"))
        model["parts"] = [
            Part(
                name: speech.text("desk-health.store"),
                state: speech.text(store ? "desk-health.well" : "desk-health.ill"), isWell: store),
            Part(
                name: speech.text("desk-health.form"),
                state: form.map { speech.reason($0) } ?? speech.text("desk-health.form-open"), isWell: form == nil),
        ]
        model["accounts"] = accounts.sorted { $0.username < $1.username }.map { account in
            AccountView(
                username: account.username,
                state: !account.isActive
                    ? speech.text("desk-health.inactive")
                    : account.lastDay.map { speech.text("desk-health.until", ["day": $0]) }
                        ?? speech.text("desk-health.no-certificate"))
        }
        return try await pages.page("health", model, for: visit, at: "/health").response
    }

    private func formRefusal() async -> Refusal.Reason? {
        do throws(Refusal) {
            try await FormGate(intake).check()
            return nil
        } catch {
            if case .closed(let reason) = error { return reason }
            return "refusal.other"
        }
    }
}
