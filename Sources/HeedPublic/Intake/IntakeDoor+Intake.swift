import HeedCore
package import HeedIntake

/// The door of a running service: the four actions of `HeedIntake`.
extension IntakeDoor {
    package init(_ intake: Intake, gate: FormGate) {
        self.init(
            gate: { kind in
                do throws(Refusal) {
                    try await gate.check(kind)
                    return nil
                } catch {
                    return error
                }
            },
            submit: { report in
                let submission = Submission(
                    code: report.code, thread: report.thread, answers: report.answers, inDanger: report.inDanger,
                    language: report.language, signals: report.signals)
                return ReportReceipt(try await SubmitReport(intake).perform(submission))
            },
            mailbox: { code in MailboxView(try await OpenMailbox(intake).perform(code)) },
            addFollowUp: { code, message in
                _ = try await AddFollowUp(intake).perform(
                    message.text, answering: message.round, language: message.language, signals: message.signals,
                    code: code)
            })
        feedback = FeedbackDoor(intake)
        partner = PartnerDoor(intake)
    }
}

extension ReportReceipt {
    init(_ acknowledgement: Acknowledgement) {
        let isAddition =
            switch acknowledgement.kind {
            case .report, .repeated(item: 0): false
            case .followUp, .repeated: true
            }
        self.init(
            text: acknowledgement.receipt, isAddition: isAddition,
            due: CalendarDay(iso: acknowledgement.includeBy),
            lookAgain: CalendarDay(iso: acknowledgement.lookAgain))
    }
}

extension MailboxView {
    /// The round that waits for an answer, or the latest.
    init(_ mailbox: HeedIntake.Mailbox) {
        let round = mailbox.rounds.first { !$0.isAnswered } ?? mailbox.rounds.last
        self.init(
            items: mailbox.items.map {
                Item(
                    number: $0.number, isConsidered: $0.isConsidered,
                    due: CalendarDay(iso: $0.includeBy))
            },
            questions: round?.questions ?? [], words: round?.words, language: round?.language, round: round?.number,
            isAnswered: round?.isAnswered ?? true)
    }
}
