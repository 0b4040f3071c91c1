import Foundation
import HTTPTypes
import HeedContent
import HeedCore
import HeedVault
import HeedWeb
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Synchronization

@testable import HeedPublic

/// A public site with a store that only remembers, a clock that can be moved and keys that can be lost.
final class Stage: Sendable {
    struct World {
        var now = Instant(seconds: 1_790_000_000)
        var reports: [OutgoingReport] = []
        var messages: [OutgoingMessage] = []
        var mailboxAsked = 0
        var closed: Refusal?
        var failure: (any Error)?
        var mailbox: MailboxView?
        var feedback: [Feedback] = []
        var feedbackClosed: Refusal?
        var feedbackFailure: (any Error)?
        /// What a partner is asked; nil: every code finds nothing.
        var partner: PartnerView?
        var partnerAsked = 0
        var partnerAnswers: [PartnerAnswer] = []
        var partnerFailure: (any Error)?
        var keys = FormKeys(day: 20_717)
        var bulletin = Bulletin()
        var bulletinAsked = 0
        var bulletinFailure: (any Error)?
        /// Changes that the desk was told of.
        var shown: [Int] = []
    }

    let world = Mutex(World())
    let application: Application<RouterResponder<WebContext>>
    let board: NoticeBoard

    /// - Parameters:
    ///   - languages: folders with the `Locales` and `Pages` of more languages.
    ///   - offered: which of the program's languages, beside the first; all of them where there are more. Each is a second
    ///     of work, so a test asks for those that it looks at.
    ///   - shelf: pages of guidance other than the program's.
    init(
        languages: [String] = [], offered: Set<String> = ["cy", "ur"], settings: SiteSettings = Stage.settings,
        shelf: PageShelf? = nil
    ) throws {
        let catalogue =
            languages.isEmpty
            ? try Self.own.get().catalogue.offering(offered)
            : try Catalogue.load(
                directories: [ContentFolder.locate("Locales", of: "HeedContent")] + languages.map { $0 + "/Locales" })
        nonisolated(unsafe) weak var stage: Stage?
        let world = { @Sendable (body: (inout World) -> Void) in stage?.world.withLock { body(&$0) } }
        var door = IntakeDoor(
            gate: { _ in
                var closed: Refusal?
                world { closed = $0.closed }
                return closed
            },
            submit: { report in
                var failure: (any Error)?
                var isAddition = false
                world {
                    failure = $0.failure
                    guard failure == nil else { return }
                    let same = $0.reports.filter { $0.code == report.code }
                    if !same.contains(where: { $0.answers == report.answers }) {
                        isAddition = !same.isEmpty
                        $0.reports.append(report)
                    }
                }
                if let failure { throw failure }
                return ReportReceipt(
                    text: "tips.example.org/ledger/receipt\nheed-receipt/v1\nentry AS3dkSqf\n", isAddition: isAddition,
                    due: CalendarDay(iso: "2026-11-28"), lookAgain: CalendarDay(iso: "2026-11-29"))
            },
            mailbox: { code in
                var view: MailboxView?
                world {
                    $0.mailboxAsked += 1
                    let isKnown = $0.reports.contains { $0.code == code }
                    view =
                        isKnown
                        ? $0.mailbox
                            ?? MailboxView(
                                items: [.init(number: 0, isConsidered: false, due: CalendarDay(iso: "2026-11-28"))],
                                questions: [], round: nil, isAnswered: false) : nil
                }
                guard let view else { throw Refusal.notFound }
                return view
            },
            addFollowUp: { _, message in
                var failure: (any Error)?
                world {
                    failure = $0.failure
                    if failure == nil { $0.messages.append(message) }
                }
                if let failure { throw failure }
            })
        door.feedback = FeedbackDoor(
            gate: {
                var closed: Refusal?
                world { closed = $0.feedbackClosed }
                return closed
            },
            send: { feedback, _ in
                var failure: (any Error)?
                world {
                    failure = $0.feedbackFailure
                    if failure == nil { $0.feedback.append(feedback) }
                }
                if let failure { throw failure }
            })
        door.partner = PartnerDoor(
            open: { _ in
                var view: PartnerView?
                world {
                    $0.partnerAsked += 1
                    view = $0.partner
                }
                guard let view else { throw Refusal.notFound }
                return view
            },
            send: { _, answer, _ in
                var failure: (any Error)?
                world {
                    failure = $0.partnerFailure
                    if failure == nil { $0.partnerAnswers.append(answer) }
                }
                if let failure { throw failure }
            })
        let site = try PublicSite(
            settings: settings, catalogue: catalogue, shelf: shelf ?? Stage.shelf(languages.map { $0 + "/Pages" }),
            answers: Self.own.get().answers, door: door,
            notices: NoticeSource(
                version: {
                    var (version, failure): (Int, (any Error)?) = (0, nil)
                    world {
                        (version, failure) = ($0.bulletin.version, $0.bulletinFailure)
                        $0.bulletinAsked += 1
                    }
                    if let failure { throw failure }
                    return version
                },
                bulletin: {
                    var bulletin = Bulletin()
                    world { bulletin = $0.bulletin }
                    return bulletin
                }, noteShown: { version in world { $0.shown.append(version) } }),
            keys: {
                var keys = FormKeys(day: 0)
                world { keys = $0.keys }
                return keys
            },
            clock: Clock {
                var now = Instant(seconds: 0)
                world { now = $0.now }
                return now
            }, isTLS: false)
        board = site.notices
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        application = try Listener(host: "127.0.0.1", port: 0).application(for: site.site, logger: logger)
        stage = self
    }

    static func shelf(_ more: [String] = []) throws -> PageShelf {
        guard !more.isEmpty else { return try own.get().shelf }
        return try PageShelf.load(directories: [ContentFolder.locate("Pages", of: "HeedContent")] + more)
    }

    /// The program's own words and pages, read once for all tests.
    private static let own = Result {
        try (
            catalogue: Catalogue.load(directories: [ContentFolder.locate("Locales", of: "HeedContent")]),
            shelf: PageShelf.load(directories: [ContentFolder.locate("Pages", of: "HeedContent")]),
            answers: AnswerShelf.load(directories: [ContentFolder.locate("Answers", of: "HeedContent")])
        )
    }

    func with<Value>(_ body: (inout World) -> Value) -> Value { world.withLock { body(&$0) } }

    static let settings = SiteSettings(
        forceName: "Northmoor Police", placeName: "Northmoor", emergency: "999", nonEmergency: "101",
        hotline: "0800 789 321", exitPage: "https://weather.example/", origins: ["http://localhost"],
        isDemonstration: true)

    /// What the desk publishes, seen by the board.
    func publish(_ notices: [Notice], threat: ThreatReading? = nil) async throws {
        with { $0.bulletin = Bulletin(version: $0.bulletin.version + 1, notices: notices, threat: threat) }
        try await board.look()
    }

    func wait(_ seconds: Seconds) { world.withLock { $0.now = $0.now + seconds } }

    func visit<Value>(_ body: @escaping @Sendable (Visitor) async throws -> Value) async throws -> Value {
        try await application.test(.router) { client in try await body(Visitor(stage: self, client: client)) }
    }
}

/// Somebody with a browser that keeps nothing.
struct Visitor: @unchecked Sendable {
    let stage: Stage
    let client: any TestClientProtocol

    func get(
        _ path: String, _ method: HTTPRequest.Method = .get, headers: HTTPFields = [:]
    ) async throws -> SeenPage {
        try await SeenPage(client.execute(uri: path, method: method, headers: headers))
    }

    func post(
        _ path: String, _ fields: [(String, String)],
        headers: HTTPFields = [HTTPField.Name("Sec-Fetch-Site")!: "same-origin"]
    ) async throws -> SeenPage {
        var headers = headers
        headers[.contentType] = "application/x-www-form-urlencoded"
        let body = fields.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        return try await SeenPage(
            client.execute(uri: path, method: .post, headers: headers, body: ByteBuffer(string: body)))
    }

    /// A body beyond every limit.
    func postTooMuch(_ path: String) async throws -> SeenPage {
        try await SeenPage(
            client.execute(uri: path, method: .post, body: ByteBuffer(repeating: UInt8(ascii: "a"), count: 5 << 20)))
    }

    /// Presses a button, named `go=on` or by its first words, after filling in some fields. An empty list unticks.
    func press(
        _ button: String, on page: SeenPage, _ values: [String: [String]] = [:], headers: HTTPFields? = nil
    ) async throws -> SeenPage {
        guard
            let pressed = page.buttons.first(where: { "\($0.name)=\($0.value)" == button })
                ?? page.buttons.first(where: { $0.words.hasPrefix(button) })
        else { throw NoButton(button: button, there: page.buttons.map { "\($0.name)=\($0.value)" }) }
        var fields = page.fields.filter { values[$0.0] == nil }
        for (name, given) in values { fields += given.map { (name, $0) } }
        fields.append((pressed.name, pressed.value))
        let path = page.action.split(separator: "#").first.map(String.init) ?? ""
        guard let headers else { return try await post(path, fields) }
        return try await post(path, fields, headers: headers)
    }

    struct NoButton: Error {
        let button: String
        let there: [String]
    }

    /// Start, then the page with the one required box.
    func toWords() async throws -> SeenPage { try await press("danger=no", on: get("/report")) }

    func toCheck(_ narrative: String) async throws -> SeenPage {
        try await press("go=skip", on: toWords(), ["narrative": [narrative]])
    }

    static func encoded(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F:
                out.unicodeScalars.append(Unicode.Scalar(byte))
            case 0x20: out += "+"
            default: out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }
}
