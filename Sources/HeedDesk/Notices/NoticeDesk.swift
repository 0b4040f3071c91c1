import HTTPTypes
import HeedCasework
import HeedCore
import HeedWeb
import Hummingbird

/// The pages of those who speak for the force: what is said on the public site, and saying or taking back something.
struct NoticeDesk: Sendable {
    let desk: Desk
    let pages: Pages
    let languages: NoticeLanguages
    private let sightings = Sightings()

    init(desk: Desk, pages: Pages, languages: NoticeLanguages) {
        self.desk = desk
        self.pages = pages
        self.languages = languages
    }

    private var list: NoticeList { NoticeList(desk: desk, pages: pages, first: languages.first, sightings: sightings) }
    private var writing: NoticeWriting { NoticeWriting(desk: desk, pages: pages, languages: languages) }

    func answer(_ page: DeskPage, _ visit: Visit, _ form: FormBody) async throws -> Response {
        switch page {
        case .notices: return try await list.show(visit)
        case .notice: return try await writing.show(visit, .blank(at: desk.clock.now(), languages))
        case .noticeSend: return try await send(visit, NoticeForm(form, languages))
        case .noticeWithdraw:
            guard let notice = form.first("notice").flatMap({ RecordID(hex: $0) }) else { throw Refusal.notFound }
            return try await arrive(try await WithdrawNotice(desk).perform(session: visit.session, notice: notice))
        case .threatSend: return try await setThreat(visit, form)
        default: throw Refusal.notFound
        }
    }

    /// A page with what was typed on it before the session locked or changed.
    func restore(_ page: DeskPage, _ visit: Visit, _ form: FormBody, _ words: String) async throws -> Response {
        page == .threatSend
            ? try await list.show(visit, form, notices: [words])
            : try await writing.show(visit, NoticeForm(form, languages), notices: [words])
    }

    /// Publishes what was previewed; whatever else was sent is previewed first.
    private func send(_ visit: Visit, _ form: NoticeForm) async throws -> Response {
        let problems = try await NoticeBook(desk).problems(session: visit.session, draft: form.draft)
        guard problems.isEmpty else { return try await writing.show(visit, form, problems: problems) }
        guard form.form.first("go") == "publish" else { return try await writing.preview(visit, form) }
        guard form.form.first("seen") == form.mark else {
            return try await writing.preview(visit, form, notices: [pages.speech.text("desk-notice.changed")])
        }
        do {
            return try await arrive(try await PublishNotice(desk).perform(session: visit.session, draft: form.draft))
        } catch Refusal.notValid(let problems) {
            return try await writing.show(visit, form, problems: problems)
        }
    }

    private func setThreat(_ visit: Visit, _ form: FormBody) async throws -> Response {
        let (typed, day) = (form.first("level") ?? "", form.first("as_of") ?? "")
        if typed == "none" {
            return try await arrive(try await SetThreatLevel(desk).perform(session: visit.session, reading: nil))
        }
        guard let level = ThreatLevel(rawValue: typed) else {
            return try await list.show(visit, form, problems: [.init(field: "level", key: "notice.problem.level")])
        }
        guard let asOf = CalendarDay(iso: day) else {
            return try await list.show(visit, form, problems: [.init(field: "as_of", key: "notice.problem.as-of")])
        }
        do {
            let reading = ThreatReading(level: level, asOf: asOf)
            return try await arrive(try await SetThreatLevel(desk).perform(session: visit.session, reading: reading))
        } catch Refusal.notValid(let problems) {
            return try await list.show(visit, form, problems: problems)
        }
    }

    /// Waits some seconds for the public site to say that it shows the change, and leads to the list, which says so.
    /// A change is made whether or not anybody sees it arrive.
    private func arrive(_ version: Int) async throws -> Response {
        let start = ContinuousClock.now
        if (try? await NoticeBook(desk).waitUntilShown(version)) == true {
            sightings.note(version, after: ContinuousClock.now - start)
        }
        return Response.seeOther("/notices")
    }
}
