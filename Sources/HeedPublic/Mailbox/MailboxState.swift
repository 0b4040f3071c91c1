import HeedCore
import HeedVault

/// What the pages after "I have a code" remember, sealed in the page: the code once it was typed, and where one is.
/// As bytes: `version ‖ kind ‖ page ‖ flags ‖ code[14] ‖ i64 round ‖ i64 issued ‖ language`.
struct MailboxState: Equatable, Sendable {
    enum Page: UInt8, Sendable {
        case code = 1
        case messages = 2
        case added = 3
    }

    var page: Page = .code
    var code: ReporterCode?
    /// The round of questions that the page shows.
    var round: Int?
    /// When the first page was handed out.
    var issued: Instant
    var language: String
    /// The field that people leave empty came back filled.
    var isTrapped = false
    /// Took the place of a page that had grown old, so its age says nothing of how long anything took.
    var isRenewed = false

    private enum Flag {
        static let code: UInt8 = 1
        static let trapped: UInt8 = 2
        static let renewed: UInt8 = 4
    }

    init(issued: Instant, language: String) {
        self.issued = issued
        self.language = language
    }

    var bytes: [UInt8] {
        var writer = StateWriter()
        writer.byte(SealedKind.version)
        writer.byte(SealedKind.mailbox.rawValue)
        writer.byte(page.rawValue)
        // Of one length with and without a code.
        writer.byte((code == nil ? 0 : Flag.code) | (isTrapped ? Flag.trapped : 0) | (isRenewed ? Flag.renewed : 0))
        writer.raw(code?.bytes ?? [UInt8](repeating: 0, count: 14))
        writer.number(Int64(round ?? -1))
        writer.number(issued.milliseconds)
        writer.text(language)
        return writer.bytes
    }

    /// - Returns: nil for anything but exactly such bytes, and for a form older than a day.
    init?(_ bytes: [UInt8]?, now: Instant) {
        guard let bytes else { return nil }
        var reader = StateReader(bytes)
        guard reader.byte() == SealedKind.version, reader.byte() == SealedKind.mailbox.rawValue,
            let page = reader.byte().flatMap(Page.init), let flags = reader.byte(), let secret = reader.raw(14),
            let round = reader.number(), let issued = reader.number(), let language = reader.text(), reader.isAtEnd
        else { return nil }
        self.init(issued: Instant(milliseconds: issued), language: language)
        self.page = page
        self.round = round < 0 ? nil : Int(round)
        isTrapped = flags & Flag.trapped != 0
        isRenewed = flags & Flag.renewed != 0
        if flags & Flag.code != 0 { code = try? ReporterCode(bytes: Array(secret)) }
        guard now - self.issued < JourneyState.life, page == .code || code != nil else { return nil }
    }
}
