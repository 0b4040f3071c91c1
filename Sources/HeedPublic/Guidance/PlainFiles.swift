import HeedCore
import HeedWeb

/// The two files for those who look after sites: whom to tell of a weakness (RFC 9116), and who made this.
struct PlainFiles: Sendable {
    let settings: SiteSettings

    static let security = "/.well-known/security.txt"
    static let humans = "/humans.txt"

    /// Days for which `security.txt` says it is good. It is made anew with every edition, at least each month.
    private static let days: Seconds = 180

    func answers(on day: CalendarDay) -> [String: KeptAnswer] {
        let expires = CalendarDay(day.start + Self.days * 86_400).iso
        let security = """
            Contact: \(settings.securityContact)
            Expires: \(expires)T00:00:00Z
            Preferred-Languages: en

            """
        let humans = """
            \(settings.forceName) answers for this site. It runs on Heed, which is free software.
            A person reads every report.

            """
        return [Self.security: kept(security), Self.humans: kept(humans)]
    }

    private func kept(_ text: String) -> KeptAnswer {
        KeptAnswer(Array(text.utf8), contentType: "text/plain; charset=utf-8", keeping: .asking)
    }
}
