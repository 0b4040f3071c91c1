import HeedCore
import Testing

/// What stands when, and what may be published.
@Suite struct NoticeTests {
    private static let now = Instant(seconds: 1_790_000_000)
    private static let rules = NoticeRules(required: ["en", "cy"], offered: ["en", "cy", "ur"])

    private static func notice(
        _ version: Int, _ kind: Notice.Kind = .information, from start: Seconds, to end: Seconds
    ) -> Notice {
        Notice(
            id: RecordID.random(), version: version, kind: kind, words: ["en": NoticeWords(title: "t", text: "x")],
            start: now + start, end: now + end)
    }

    private static func draft(
        _ kind: Notice.Kind? = .information, from start: Seconds = 0, to end: Seconds = 3_600,
        act: String = "", _ words: [String: NoticeWords] = [:]
    ) -> NoticeDraft {
        let both = ["en", "cy"].map { ($0, NoticeWords(title: "Title", text: "Words", act: act)) }
        return NoticeDraft(
            kind: kind, words: Dictionary(uniqueKeysWithValues: both).merging(words) { $1 }, start: now + start,
            end: now + end)
    }

    private static func problems(_ draft: NoticeDraft, _ notices: [Notice] = []) -> [String] {
        rules.problems(with: draft, beside: Bulletin(version: 9, notices: notices), at: now).map {
            $0.field + " " + $0.key.replacing("notice.problem.", with: "")
        }
    }

    @Test func `a notice stands from its first moment, and no longer at its end`() {
        let notice = Self.notice(1, from: 10, to: 20)
        for (after, stands) in [(9_999, false), (10_000, true), (19_999, true), (20_000, false)] as [(Int64, Bool)] {
            let moment = Instant(milliseconds: Self.now.milliseconds + after)
            #expect(notice.stands(at: moment) == stands, "\(after)")
        }
    }

    @Test func `incidents stand first, then the latest`() {
        let notices = [
            Self.notice(1, .incident, from: 0, to: 9), Self.notice(2, from: 0, to: 9),
            Self.notice(3, .incident, from: 0, to: 9), Self.notice(4, from: 0, to: 9), Self.notice(5, from: 5, to: 9),
        ]
        #expect(Bulletin(version: 5, notices: notices).standing(at: Self.now).map(\.version) == [3, 1, 4, 2])
    }

    @Test func `the next change is the next start or end of anything, the threat level's too`() {
        let midnight = CalendarDay(Self.now)
        let bulletin = Bulletin(
            version: 2, notices: [Self.notice(1, from: 10, to: 40), Self.notice(2, from: -5, to: 20)],
            threat: ThreatReading(level: .severe, asOf: midnight))
        var (moment, seen): (Instant, [Seconds]) = (Self.now, [])
        while let next = bulletin.nextChange(after: moment, days: 1) {
            seen.append(next - Self.now)
            moment = next
        }
        #expect(seen == [10, 20, 40, midnight.start + 86_400 - Self.now])
        #expect(Bulletin().nextChange(after: Self.now, days: 1) == nil)
    }

    @Test func `a threat level is shown from its day on, for so many days, and then not at all`() {
        let reading = ThreatReading(level: .substantial, asOf: CalendarDay(iso: "2026-11-20")!)
        let start = reading.asOf.start
        for (after, days, isShown) in [
            (-1, 3, false), (0, 3, true), (3 * 86_400 - 1, 3, true), (3 * 86_400, 3, false), (86_400, 1, false),
        ] as [(Seconds, Int, Bool)] {
            #expect(reading.isShown(at: start + after, days: days) == isShown, "\(after) \(days)")
            let bulletin = Bulletin(version: 1, threat: reading)
            #expect((bulletin.threat(at: start + after, days: days) != nil) == isShown)
        }
    }

    @Test func `what keeps the rules is published as it was written, without empty languages`() throws {
        let urdu = NoticeWords(title: "\u{0}  عنوان\n", text: "\r\nالفاظ\n\n")
        let draft = Self.draft(.incident, act: "Stay away", ["ur": urdu, "xx": NoticeWords(title: "x", text: "x")])
        #expect(Self.problems(draft) == ["act-ur act-empty"])
        var whole = draft
        whole.words["ur"] = NoticeWords(title: "عنوان", text: "الفاظ", act: "دور رہیں")
        #expect(Self.problems(whole) == [])
        let notice = try #require(Self.rules.notice(whole, id: RecordID.random(), version: 7))
        #expect(Set(notice.words.keys) == ["en", "cy", "ur"] && notice.version == 7)
        #expect(notice.words["ur"]?.title == "عنوان" && urdu.title == "عنوان" && urdu.text == "الفاظ")
    }

    @Test func `without the words of an equal language nothing is published`() {
        var draft = Self.draft()
        draft.words["cy"] = nil
        #expect(Self.problems(draft) == ["title-cy title-empty", "text-cy text-empty"])
        #expect(Self.rules.notice(draft, id: RecordID.random(), version: 1) == nil)
        draft.words["cy"] = NoticeWords(title: "Teitl", text: "  ")
        #expect(Self.problems(draft) == ["text-cy text-empty"])
        #expect(NoticeRules().problems(with: draft, beside: Bulletin(), at: Self.now) == [])
    }

    @Test func `a kind, a start and an end are needed, and an incident says what to do`() {
        #expect(Self.problems(Self.draft(nil)) == ["kind kind"])
        #expect(Self.problems(Self.draft(.incident)) == ["act-en act-empty", "act-cy act-empty"])
        #expect(Self.problems(Self.draft(act: "Run")) == ["act-en act-needless", "act-cy act-needless"])
        var draft = Self.draft()
        draft.end = nil
        #expect(Self.problems(draft) == ["end end"])
        draft.start = nil
        #expect(Self.problems(draft) == ["start start", "end end"])
    }

    @Test(
        arguments: [
            (-86_400, 1, ""), (-86_401, 1, "start start-past"), (90 * 86_400, 90 * 86_400 + 1, ""),
            (90 * 86_400 + 1, 90 * 86_400 + 2, "start start-far"), (5, 5, "end end-first"), (5, 6, ""),
            (-5, 0, "end end-past"), (-5, 1, ""), (0, 60 * 86_400, ""), (0, 60 * 86_400 + 1, "end end-far-information"),
        ] as [(Seconds, Seconds, String)])
    func `starts and ends keep their bounds to the second`(start: Seconds, end: Seconds, problem: String) {
        #expect(Self.problems(Self.draft(from: start, to: end)) == (problem.isEmpty ? [] : [problem]))
    }

    @Test func `an incident stands for two days at most`() {
        #expect(Self.problems(Self.draft(.incident, to: 2 * 86_400, act: "x")) == [])
        #expect(Self.problems(Self.draft(.incident, to: 2 * 86_400 + 1, act: "x")) == ["end end-far-incident"])
    }

    @Test func `words have a limit in bytes`() {
        let long = { (count: Int) in String(repeating: "é", count: count) }
        let words = { (title: Int, text: Int) in ["en": NoticeWords(title: long(title), text: long(text))] }
        #expect(
            Self.problems(Self.draft(.information, words(NoticeWords.titleLimit / 2, NoticeWords.textLimit / 2))) == [])
        #expect(
            Self.problems(
                Self.draft(.information, words(NoticeWords.titleLimit / 2 + 1, NoticeWords.textLimit / 2 + 1)))
                == ["title-en long", "text-en long"])
    }

    @Test func `no more than three stand at any moment`() {
        let three = [Self.notice(1, from: 0, to: 10), Self.notice(2, from: 5, to: 20), Self.notice(3, from: 9, to: 30)]
        #expect(Self.problems(Self.draft(to: 9), three) == [], "two stand beside it")
        #expect(Self.problems(Self.draft(to: 10), three) == ["start full"], "from the ninth second three do")
        #expect(Self.problems(Self.draft(from: 10, to: 40), three) == [], "the first is over")
        #expect(Self.problems(Self.draft(from: 9, to: 40), three) == ["start full"])
    }
}
