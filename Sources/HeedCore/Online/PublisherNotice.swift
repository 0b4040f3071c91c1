/// A notice that a constable gives to a publisher: Terrorism Act 2006, section 3. Given by the force's own route; here it is
/// recorded, and its two working days run.
package enum PublisherNotice {
    /// From when a notice that was recorded counts: the day on which it was given, in London, which itself never counts.
    static func start(_ record: StepRecord) -> Instant? {
        CalendarDay(iso: record.text("given_day")).map(LondonTime.start)
    }

    /// - Parameter open: while the report is worked on.
    static func rules(by desk: Set<Role>, while open: Set<CaseState>) -> [StepRule] {
        [
            StepRule(
                .noticeGiven, by: desk, from: [.assessed, .forwarded], to: .stay,
                needs: [.everythingOpened, .unlawfulView, .noNoticeRuns, .holding],
                records: [
                    RecordField("given_day", .day, required: true), RecordField("given_to", .line, required: true),
                    RecordField("given_how", .choice(["by-hand", "by-post", "electronic"]), required: true),
                    RecordField("given_what", .text(rows: 3), required: true),
                ], option: .publisherNotices),
            StepRule(
                .noticeAnswered, by: desk, from: open, to: .stay, needs: [.noticeRuns, .holding],
                records: [
                    RecordField(
                        "notice_outcome", .choice(["removed", "changed", "not-complied", "withdrawn"]), required: true),
                    RecordField("reply", .text(rows: 4), required: true),
                ], option: .publisherNotices),
        ]
    }
}
