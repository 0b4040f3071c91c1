import HeedCasework
import HeedCore

/// What the frame says of a session: the role, how long until it locks, and the links that this role has.
struct SessionFields {
    let role: String
    let locks: String
    private let visit: Visit
    private let speech: Speech

    private static let order: [(area: DeskArea, href: String, list: QueueFilter.List?)] = [
        (.queue, "/", .all), (.queue, "/mine", .mine), (.toSign, "/to-sign", .toSign),
        (.queue, "/set-aside", .setAside), (.board, "/board", nil),
        (.search, "/search", nil), (.watch, "/watch", nil), (.glass, "/break-glass", nil), (.call, "/call", nil),
        (.audit, "/audit", nil), (.health, "/health", nil), (.staff, "/staff", nil), (.duty, "/duty", nil),
        (.notices, "/notices", nil),
        (.feedback, "/feedback", nil),
    ]

    init(_ visit: Visit, _ speech: Speech, secondsLeft: Int) {
        self.visit = visit
        self.speech = speech
        role = speech.role(visit.officer.role)
        let clock = "\(secondsLeft / 60):" + (secondsLeft % 60 < 10 ? "0" : "") + "\(secondsLeft % 60)"
        locks = speech.text("desk.locks", ["time": clock])
    }

    func links(_ counts: [QueueFilter.List: Int], current: String) -> [LinkView] {
        let own = LinkView(
            href: AccountPage.path, text: speech.text("desk.link-account"), isCurrent: current == AccountPage.path)
        return Self.order.filter { visit.officer.role.areas.contains($0.area) }.map { area, href, list in
            let name = speech.text("desk.link-\(href == "/" ? "queue" : String(href.dropFirst()))")
            let count = list.flatMap { counts[$0] }
            return LinkView(
                href: href, text: count.map { speech.text("desk.counted", ["name": name, "n": "\($0)"]) } ?? name,
                isCurrent: href == current)
        } + [own]
    }
}
