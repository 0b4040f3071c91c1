import HTTPTypes
import HeedCasework
import HeedContent
import HeedCore
import HeedWeb

/// Renders the desk's pages in their frame: marking, role, time until the lock, alarm, the links this role has.
struct Pages: Sendable {
    let speech: Speech
    let desk: Desk
    /// Whom officers turn to who have seen too much: the force's words, or ours.
    let support: String
    private let library: PageLibrary
    private let fixed: PageFrame
    private let counts = LastCounts()

    init(_ library: PageLibrary, _ speech: Speech, _ settings: ConsoleSettings, _ desk: Desk) throws {
        self.library = library
        self.speech = speech
        self.desk = desk
        support = settings.support.isEmpty ? speech.text("desk-exposure.support") : settings.support
        fixed = try PageFrame(FixedFields(settings))
    }

    /// A page for somebody signed in.
    /// - Parameter queue: counts that were read for this very page; otherwise those last read in this session.
    func page(
        _ template: String, _ model: PageModel, for visit: Visit, at route: String = "", queue: QueuePage? = nil,
        status: HTTPResponse.Status = .ok
    ) async throws -> HTMLPage {
        var model = model
        let left: Int
        switch try await desk.view(session: visit.session) {
        case .open(_, let seconds): left = seconds
        case .locked, .none: left = 0
        }
        if let queue { counts.keep(queue.lists, for: visit.token) }
        let frame = SessionFields(visit, speech, secondsLeft: left)
        model["isSignedIn"] = true
        model["role"] = frame.role
        model["locks"] = frame.locks
        model["lockSeconds"] = "\(left)"
        model["csrf"] = visit.token
        model["links"] = frame.links(counts.counts(of: visit.token), current: route)
        let glasses = try await GlassWatch(desk).entries(session: visit.session)
        model["glasses"] = GlassLine.lines(glasses, speech, now: desk.clock.now())
        let due = try await RetentionWatch(desk).count(session: visit.session, of: visit.officer)
        model["hasRetentionDue"] = due > 0
        model["retentionDue"] = speech.text(
            due == 1 ? "desk-board.retention-rings-one" : "desk-board.retention-rings", ["n": "\(due)"])
        let alarm = AlarmLine(
            desk.alarms.counts(in: visit.officer.compartments), queue, for: visit.officer)
        model["hasAlarm"] = alarm.isRinging
        model["alarm"] = alarm.text(speech)
        model["alarmLink"] = "/#group-alarm"
        return try render(template, model, status: status)
    }

    /// A page for whoever comes: no name, no count.
    func doorPage(_ template: String, _ model: PageModel, status: HTTPResponse.Status = .ok) throws -> HTMLPage {
        var model = model
        model["isSignedIn"] = false
        return try render(template, model, status: status)
    }

    private func render(_ template: String, _ model: PageModel, status: HTTPResponse.Status) throws -> HTMLPage {
        HTMLPage(try library.render(template, model.values, frame: fixed, in: speech.code), status: status)
    }

    private struct FixedFields {
        let force: String
        let marking: String
        let emergency: String, emergencyTel: String
        let nonEmergency: String, nonEmergencyTel: String
        let hotline: String, hotlineTel: String

        init(_ settings: ConsoleSettings) {
            let digits = { (number: String) in number.filter { $0.isASCII && ($0.isNumber || $0 == "+") } }
            force = settings.forceName
            marking = settings.marking
            (emergency, emergencyTel) = (settings.emergency, digits(settings.emergency))
            (nonEmergency, nonEmergencyTel) = (settings.nonEmergency, digits(settings.nonEmergency))
            (hotline, hotlineTel) = (settings.hotline, digits(settings.hotline))
        }
    }
}
