import HeedCore
import HeedKeyring
import HeedLedger
import HeedStore
import HeedVault

/// Records what a survey of a place found, sealed to the compartment of surveys and to recovery, and to nobody else.
/// The enquiry's own record holds its digest, which the step's signature covers.
package struct RecordSurvey: Sendable {
    private let desk: Desk

    package init(_ desk: Desk) { self.desk = desk }

    package func perform(
        _ form: StepForm, day: String, weakPoints: String, recommended: String
    ) async throws -> TakenStep {
        let survey = Survey(
            thread: form.thread, salt: HeedCore.Hex.encode(Random.bytes(32)), day: day, weakPoints: weakPoints,
            recommended: recommended)
        try Problems.refuse(survey.problems)
        let content = try SortedJSON.encode(survey)
        let object = RecordID.random()
        let trust = desk.trust
        var draft = StepDraft(
            .surveyed,
            body: .survey(
                SurveySeal(object: object, sha256: HeedCore.Hex.encode(Digest.sha256(content)), day: day)))
        draft.also = ExtraRows { file, _, _ in
            let manifest = trust.manifest
            guard let epoch = manifest.current(Compartment.survey.rawValue) else {
                throw Refusal.notNow("refusal.no-key")
            }
            let meta = SurveyMeta(thread: file.thread)
            let sealed = try SealedObject.seal(
                SealedContent(meta: SortedJSON.encode(meta), content: content).encode(.text),
                to: [epoch.recipient, manifest.recovery.recipient])
            let row = SealedRow(
                id: object.bytes, thread: file.thread.bytes, item: 0, purpose: .step,
                compartment: Compartment.survey.rawValue, epoch: epoch.epoch, keyCommitment: sealed.kc,
                payloadDigest: sealed.payloadSHA256, header: sealed.header, payload: sealed.payload)
            return { db in try db.insert(row) }
        }
        return try await TakeStep(desk: desk).perform(form, draft)
    }
}

/// What is sealed beside a survey: JSON with sorted keys.
struct SurveyMeta: Codable {
    var v = 1
    var type = "survey"
    let thread: RecordID
}
