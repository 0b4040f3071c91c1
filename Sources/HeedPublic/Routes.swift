/// The addresses of the public site, each without the prefix of its language.
enum Route: String, CaseIterable {
    case home = "/"
    case report = "/report"
    case mailbox = "/return"
    case leave = "/leave"
    case health = "/healthz"

    case signs = "/signs"
    case online = "/online"
    case someone = "/someone"
    case venues = "/venues"
    case answers = "/answers"
    case attack = "/attack"
    case keep = "/keep"
    case leaving = "/leaving"

    /// Pages that never change while the site runs, with their templates and the keys of their topics.
    static let fixed: [(route: Route, template: String, topic: String)] = [
        (.home, "home", "home.topic"),
        (.signs, "guidance/signs", "signs.topic"),
        (.online, "guidance/online", "online.topic"),
        (.someone, "guidance/someone", "someone.topic"),
        (.venues, "guidance/venues", "venues.topic"),
        (.answers, "guidance/answers", "answers.topic"),
        (.attack, "guidance/attack", "attack.topic"),
        (.keep, "guidance/keep", "keep.topic"),
        (.leaving, "guidance/leaving", "leaving.topic"),
    ]
}
