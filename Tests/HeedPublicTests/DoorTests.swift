import HeedCore
import Testing

@testable import HeedIntake
@testable import HeedPublic

/// What the store answers, as the pages show it.
@Suite struct DoorTests {
    private func acknowledgement(_ kind: Acknowledgement.Kind) -> Acknowledgement {
        Acknowledgement(
            kind: kind, receipt: "note\n", includeBy: "2026-11-28",
            lookAgain: "2026-11-29")
    }

    @Test func `a report sent again is the report, words added are an addition, also when sent again`() {
        #expect(ReportReceipt(acknowledgement(.report)).isAddition == false)
        #expect(ReportReceipt(acknowledgement(.repeated(item: 0))).isAddition == false)
        #expect(ReportReceipt(acknowledgement(.followUp(item: 1))).isAddition)
        #expect(ReportReceipt(acknowledgement(.repeated(item: 2))).isAddition)
        let receipt = ReportReceipt(acknowledgement(.report))
        #expect(receipt.due == CalendarDay(iso: "2026-11-28") && receipt.lookAgain == CalendarDay(iso: "2026-11-29"))
    }

    @Test func `the round that waits for an answer is shown, else the latest, else none`() {
        let round = { (number: Int, isAnswered: Bool) in
            HeedIntake.Mailbox.Round(
                number: number, language: "ur", questions: ["question \(number)"], words: nil, isAnswered: isAnswered)
        }
        let item = HeedIntake.Mailbox.Item(
            number: 0, isConsidered: true, includeBy: "2026-11-28")
        let waiting = MailboxView(HeedIntake.Mailbox(items: [item], rounds: [round(1, false), round(2, true)]))
        #expect(waiting.questions == ["question 1"] && waiting.round == 1 && !waiting.isAnswered)
        #expect(waiting.language == "ur" && waiting.items.first?.isConsidered == true)
        let latest = MailboxView(HeedIntake.Mailbox(items: [item], rounds: [round(1, true), round(2, true)]))
        #expect(latest.round == 2 && latest.isAnswered)
        let none = MailboxView(HeedIntake.Mailbox(items: [item], rounds: []))
        #expect(none.questions.isEmpty && none.round == nil)
    }
}
