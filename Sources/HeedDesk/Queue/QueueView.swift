import HTTPTypes
import HeedCasework
import HeedCore
import HeedWeb
import Hummingbird

/// The lists of reports: what needs this officer, in groups, fifty to a page.
struct QueueView: Sendable {
    let desk: Desk
    let pages: Pages
    private var speech: Speech { pages.speech }

    struct Group: Sendable {
        let id: String
        let heading: String
        let rows: [QueueRowView]
    }

    struct Selection: Sendable {
        let name: String
        let label: String
        let options: [Option]

        struct Option: Sendable {
            let value: String
            let label: String
            let isChosen: Bool
        }
    }

    func show(_ list: QueueFilter.List, at path: String, _ visit: Visit, _ request: Request) async throws -> Response {
        let query = request.uri.queryParameters
        let filter = QueueFilter(list: list, query.map { (key: $0.key, value: $0.value) })
        let page = try await Queue(desk).perform(
            session: visit.session, filter: filter, after: query["after"].map(String.init))
        var model = PageModel(title: speech.title("desk-queue.topic-\(list.rawValue)"))
        model["heading"] = speech.text("desk-queue.topic-\(list.rawValue)")
        model["path"] = path
        model["checked"] = speech.text("desk-queue.checked", ["time": LocalTime.clock(page.time)])
        model["groups"] = groups(page, visit)
        model["isEmpty"] = page.matching == 0 && page.uncarded.isEmpty
        model["empty"] =
            page.nextClock.map { speech.text("desk-queue.empty-clock", ["time": LocalTime.full($0)]) }
            ?? speech.text("desk-queue.empty")
        model["isFiltered"] = !filter.query.isEmpty
        model["selections"] = selections(filter)
        model["range"] =
            page.rows.isEmpty
            ? ""
            : speech.text(
                page.lines == page.matching ? "desk-queue.range" : "desk-queue.range-folded",
                [
                    "first": "\(page.first)", "last": "\(page.first + page.rows.count - 1)",
                    "lines": "\(page.lines)", "all": "\(page.matching)",
                ])
        let unread = page.uncarded.isEmpty ? 0 : page.unread - page.uncarded.count
        model["unread"] = unread > 0 ? speech.text("desk-queue.unread", ["n": "\(unread)"]) : ""
        model["isFolded"] = page.lines < page.matching
        model["each"] = path + "?" + [filter.query, "each=yes"].filter { !$0.isEmpty }.joined(separator: "&")
        model["hasNext"] = page.next != nil
        model["next"] =
            path + "?"
            + ([filter.query, page.next.map { "after=\($0)" } ?? ""].filter { !$0.isEmpty })
            .joined(separator: "&")
        model["hasNewer"] = page.newer > 0
        model["newer"] = speech.text("desk-queue.newer", ["n": "\(page.newer)"])
        model["isFurther"] = page.first > 1
        model["back"] = filter.query.isEmpty ? path : path + "?" + filter.query
        return try await pages.page("queue", model, for: visit, at: path, queue: page).response
    }

    /// Counts and clocks only. Refreshes itself, and does not keep the session open.
    func watch(_ visit: Visit) async throws -> Response {
        let page = try await Queue(desk).perform(session: visit.session, touch: false)
        var model = PageModel(title: speech.title("desk-watch.topic"))
        model["checked"] = speech.text("desk-queue.checked", ["time": LocalTime.clock(page.time)])
        model["groups"] = QueueGroup.allCases.map { group in
            CountView(name: speech.text("desk-group.\(group.slug)"), count: "\(page.groups[group] ?? 0)")
        }
        model["nextClock"] = page.nextClock.map { speech.text("desk-watch.next", ["time": LocalTime.full($0)]) } ?? ""
        var watched = try await pages.page("watch", model, for: visit, at: "/watch", queue: page)
        // Chosen, and the queue is the same without it: WCAG 2.2.1, turned off before it is met.
        watched.headers[HTTPField.Name("Refresh")!] = "30"
        return watched.response
    }

    struct CountView: Sendable {
        let name: String
        let count: String
    }

    private func groups(_ page: QueuePage, _ visit: Visit) -> [Group] {
        QueueGroup.allCases.compactMap { group in
            let uncarded = page.uncarded.filter { $0.group == group }
            let rows =
                uncarded.map { QueueRowView($0, speech) }
                + page.rows.filter { $0.group == group }.map { QueueRowView($0, speech, for: visit, at: page.time) }
            guard !rows.isEmpty else { return nil }
            let count = page.groups[group] ?? 0
            return Group(
                id: "group-" + group.slug,
                heading: speech.text(
                    "desk-queue.group", ["name": speech.text("desk-group.\(group.slug)"), "n": "\(count)"]),
                rows: rows)
        }
    }

    private func selections(_ filter: QueueFilter) -> [Selection] {
        [
            selection(
                "state", CaseState.allCases.filter(\.isOpen).map { ($0.rawValue, speech.state($0)) },
                filter.state?.rawValue),
            selection(
                "held", QueueFilter.Holder.allCases.map { ($0.rawValue, speech.text("desk-held.\($0.rawValue)")) },
                filter.holder?.rawValue),
            selection(
                "due", QueueFilter.Due.allCases.map { ($0.rawValue, speech.text("desk-due.\($0.rawValue)")) },
                filter.due?.rawValue),
        ]
    }

    private func selection(_ name: String, _ values: [(String, String)], _ chosen: String?) -> Selection {
        Selection(
            name: name, label: speech.text("desk-queue.filter-\(name)"),
            options: [.init(value: "", label: speech.text("desk-queue.any"), isChosen: chosen == nil)]
                + values.map { .init(value: $0.0, label: $0.1, isChosen: $0.0 == chosen) })
    }
}
