import HeedCore
package import HeedIntake

extension PartnerDoor {
    /// The door of a running service.
    package init(_ intake: Intake) {
        self.init(
            open: { code in
                let request = try await OpenPartnerRequest(intake).perform(code)
                return PartnerView(
                    words: request.words, isAnswered: request.answers > 0, lastDay: CalendarDay(iso: request.lastDay))
            },
            send: { code, answer, language in
                try await SendPartnerAnswer(intake).perform(answer, language: language, code: code)
            })
    }
}
