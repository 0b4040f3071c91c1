import HeedCasework
import HeedCore
import HeedIntake
import HeedVault

/// Two concerns about which a partner was asked: one waits for the answer, one has it, and nobody has read it yet.
struct DemonstrationPartners {
    let intake: Intake
    let desk: Desk
    let officer: StoryOfficer

    static let concerns: [(words: String, asked: String, answer: String?)] = [
        (
            "Our lad comes home with bruises and will not say where he has been. He draws the same sign on everything.",
            "Is the pupil we spoke of at school this week, and has anything changed there?", nil
        ),
        (
            "A volunteer at our club hands out leaflets to the younger ones and tells them to keep it from their parents.",
            "Do you hold anything on the volunteer we spoke of?",
            "He left in October. We asked him to, after two parents complained about the leaflets."
        ),
    ]

    func tell() async throws {
        let session = try await officer.signIn()
        for concern in Self.concerns {
            let thread = try await screened(concern.words, session)
            let code = try await AskPartner(desk).perform(form(session, thread, after: 2)) { field in
                Self.asking(concern.asked)[field.name].map { [$0] } ?? []
            }.code
            guard let words = concern.answer else { continue }
            _ = try await OpenPartnerRequest(intake).perform(code)
            try await SendPartnerAnswer(intake).perform(
                PartnerAnswer(kind: .told, words: words), language: "en", code: code)
        }
    }

    private func screened(_ words: String, _ session: String) async throws -> RecordID {
        var answers = Answers(.prevent)
        answers["narrative"] = [words]
        answers["contact"] = ["code"]
        let thread = RecordID.random()
        _ = try await SubmitReport(intake).perform(
            Submission(code: .issue(), thread: thread, answers: answers, inDanger: false, language: "en"))
        _ = try await OpenReport(desk).perform(form(session, thread, after: 0))
        _ = try await RecordStep(desk).perform(form(session, thread, after: 1), .screened) { field in
            Self.screening[field.name].map { [$0] } ?? []
        }
        return thread
    }

    private func form(_ session: String, _ thread: RecordID, after version: Int) -> StepForm {
        officer.time.tick()
        return StepForm(session: session, thread: thread, version: version)
    }

    private static let screening = [
        "danger_now": "no", "child": "yes", "safeguarding": "told", "why": "Nothing points to harm today.",
        "gist": "A change in a young person", "priority": "medium",
    ]

    private static func asking(_ words: String) -> [String: String] {
        [
            "partner": "B. Specimen, Sampleford Youth Office", "sought": "What they know of the person",
            "lawful": "Counter-Terrorism and Security Act 2015, section 38", PartnerAsking.wordsField: words,
        ]
    }
}
