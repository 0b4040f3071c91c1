import HeedCasework
import HeedCore
import HeedIntake
import HeedVault

/// A concern, screened, and partners asked about it, for tests.
extension Station {
    static let asked = [
        "partner": "A. Sample, Example School", "sought": "Whether he is at school", "lawful": "Section 38",
        PartnerAsking.wordsField: "Is a pupil of year ten, told to you by telephone, at school this week?",
    ]

    /// Sent, opened by Fir and screened.
    func screened() async throws -> (thread: RecordID, fir: String) {
        let (thread, _) = try await report("He says the rest of us will see.", kind: .prevent)
        let fir = try await signIn("fir")
        _ = try await OpenReport(desk).perform(StepForm(session: fir, thread: thread, version: 0))
        try await record(.screened, fir, thread, ["gist": "A nephew, new contacts"])
        return (thread, fir)
    }

    func ask(_ session: String, _ thread: RecordID, _ answers: [String: String] = asked) async throws -> PartnerCode {
        try await AskPartner(desk).perform(form(session, thread)) { field in answers[field.name].map { [$0] } ?? [] }
            .code
    }

    func see(_ code: PartnerCode) async throws -> PartnerRequest { try await OpenPartnerRequest(intake).perform(code) }

    func answer(_ code: PartnerCode, _ kind: PartnerAnswer.Kind = .told, _ words: String = "He is not.") async throws {
        try await SendPartnerAnswer(intake).perform(
            PartnerAnswer(kind: kind, words: words), language: "en", code: code)
    }
}
